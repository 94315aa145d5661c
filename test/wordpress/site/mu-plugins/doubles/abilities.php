<?php
/**
 * WordPress's Abilities API (6.9 and later), for versions that have none: abilities and their categories are made in their
 * actions alone, the first time that somebody asks for one; what is not whole is refused with a notice; an ability is
 * carried out only if its input is as its schema says and its permission callback says true, and its output has to be as
 * its schema says, too.
 *
 * @package Closte_Domain_Sync
 */

final class WP_Ability {
	private $name;
	private $args;

	public function __construct( string $name, array $args ) {
		foreach ( array( 'label', 'description', 'category' ) as $text ) {
			if ( empty( $args[ $text ] ) || ! is_string( $args[ $text ] ) ) {
				throw new InvalidArgumentException( "The ability properties must contain a `$text` string." );
			}
		}
		foreach ( array( 'execute_callback', 'permission_callback' ) as $callback ) {
			if ( empty( $args[ $callback ] ) || ! is_callable( $args[ $callback ] ) ) {
				throw new InvalidArgumentException( "The ability properties must contain a valid `$callback` function." );
			}
		}
		foreach ( array( 'input_schema', 'output_schema', 'meta' ) as $list ) {
			if ( isset( $args[ $list ] ) && ! is_array( $args[ $list ] ) ) {
				throw new InvalidArgumentException( "The ability properties should provide a valid `$list`." );
			}
		}
		$known = array( 'label', 'description', 'category', 'execute_callback', 'permission_callback', 'input_schema', 'output_schema', 'meta' );
		foreach ( array_diff( array_keys( $args ), $known ) as $unknown ) {
			throw new InvalidArgumentException( "Property \"$unknown\" is not a valid property for ability \"$name\"." );
		}
		$this->name = $name;
		$this->args = $args;
	}

	public function get_meta() {
		return $this->args['meta'] ?? array();
	}

	public function execute( $input = null ) {
		$schema = $this->args['input_schema'] ?? array();
		if ( null === $input && array_key_exists( 'default', $schema ) ) {
			$input = $schema['default'];
		}
		if ( ! $schema && null !== $input ) {
			return new WP_Error( 'ability_missing_input_schema', $this->name );
		}
		$valid = $schema ? rest_validate_value_from_schema( $input, $schema, 'input' ) : true;
		if ( is_wp_error( $valid ) ) {
			return new WP_Error( 'ability_invalid_input', $valid->get_error_message() );
		}
		$given = $schema ? array( $input ) : array();
		if ( true !== call_user_func_array( $this->args['permission_callback'], $given ) ) {
			return new WP_Error( 'ability_invalid_permissions', $this->name );
		}
		$output = call_user_func_array( $this->args['execute_callback'], $given );
		if ( is_wp_error( $output ) || empty( $this->args['output_schema'] ) ) {
			return $output;
		}
		$valid = rest_validate_value_from_schema( $output, $this->args['output_schema'], 'output' );
		return is_wp_error( $valid ) ? new WP_Error( 'ability_invalid_output', $valid->get_error_message() ) : $output;
	}
}

function wp_register_ability_category( string $slug, array $args ) {
	if ( ! doing_action( 'wp_abilities_api_categories_init' ) || ! preg_match( '/^[a-z0-9]+(?:-[a-z0-9]+)*$/D', $slug ) || empty( $args['label'] ) || empty( $args['description'] ) ) {
		_doing_it_wrong( __FUNCTION__, "The category $slug was not registered.", '6.9.0' );
		return null;
	}
	$GLOBALS['test_abilities']['categories'][ $slug ] = $args;
	return (object) $args;
}

function wp_register_ability( string $name, array $args ) {
	try {
		if ( ! doing_action( 'wp_abilities_api_init' ) || ! preg_match( '/^[a-z0-9-]+\/[a-z0-9-]+$/D', $name ) || isset( $GLOBALS['test_abilities']['abilities'][ $name ] ) ) {
			throw new InvalidArgumentException( "The ability $name was not registered." );
		}
		if ( ! isset( $GLOBALS['test_abilities']['categories'][ $args['category'] ?? '' ] ) ) {
			throw new InvalidArgumentException( 'The category is not registered.' );
		}
		$GLOBALS['test_abilities']['abilities'][ $name ] = new WP_Ability( $name, $args );
		return $GLOBALS['test_abilities']['abilities'][ $name ];
	} catch ( InvalidArgumentException $e ) {
		_doing_it_wrong( __FUNCTION__, esc_html( $e->getMessage() ), '6.9.0' );
		return null;
	}
}

function wp_get_abilities() {
	if ( ! isset( $GLOBALS['test_abilities'] ) ) {
		$GLOBALS['test_abilities'] = array( 'categories' => array(), 'abilities' => array() );
		do_action( 'wp_abilities_api_categories_init' );
		do_action( 'wp_abilities_api_init' );
	}
	return $GLOBALS['test_abilities']['abilities'];
}
