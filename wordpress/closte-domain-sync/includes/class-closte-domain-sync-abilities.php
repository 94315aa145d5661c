<?php
/**
 * Abilities.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What others may ask of the plugin by WordPress's Abilities API (6.9 and later): which domains there are, and how one of
 * them is. Both only read, and only for whoever manages the sites of the network.
 */
final class Closte_Domain_Sync_Abilities {

	/**
	 * The category, and what the names begin with.
	 */
	const CATEGORY = 'closte-domain-sync';

	/**
	 * How many domains a page has at most.
	 */
	const PAGE = 100;

	/**
	 * Hooks in. Without the Abilities API nobody fires these.
	 */
	public static function start() {
		add_action( 'wp_abilities_api_categories_init', array( __CLASS__, 'register_category' ) );
		add_action( 'wp_abilities_api_init', array( __CLASS__, 'register' ) );
	}

	/**
	 * Registers the category.
	 */
	public static function register_category() {
		wp_register_ability_category(
			self::CATEGORY,
			array(
				'label'       => __( 'Domains at Closte', 'closte-domain-sync' ),
				'description' => __( 'The custom domains of the network and how far each one is.', 'closte-domain-sync' ),
			)
		);
	}

	/**
	 * Registers the abilities.
	 */
	public static function register() {
		$common = array(
			'category'            => self::CATEGORY,
			'permission_callback' => array( __CLASS__, 'is_allowed' ),
			'meta'                => array(
				'annotations'  => array(
					'readonly'    => true,
					'destructive' => false,
					'idempotent'  => true,
				),
				'show_in_rest' => true,
			),
		);
		wp_register_ability(
			self::CATEGORY . '/list-domains',
			array(
				'label'            => __( 'List domains', 'closte-domain-sync' ),
				'description'      => __( 'Lists the domains that the network wants or wanted, in the order of the name, page by page: for which site, in which stage, since when, and what is wrong.', 'closte-domain-sync' ),
				'execute_callback' => array( __CLASS__, 'list_domains' ),
				'input_schema'     => array(
					'type'                 => 'object',
					'default'              => array(),
					'properties'           => array(
						'after' => array(
							'type'        => 'string',
							'description' => __( 'The page begins behind this domain: next of the page before.', 'closte-domain-sync' ),
						),
						'limit' => array(
							'type'    => 'integer',
							'minimum' => 1,
							'maximum' => self::PAGE,
						),
					),
					'additionalProperties' => false,
				),
				'output_schema'    => array(
					'type'       => 'object',
					'properties' => array(
						'domains' => array(
							'type'  => 'array',
							'items' => self::schema(),
						),
						'next'    => array( 'type' => array( 'string', 'null' ) ),
					),
				),
			) + $common
		);
		wp_register_ability(
			self::CATEGORY . '/domain-status',
			array(
				'label'            => __( 'Status of a domain', 'closte-domain-sync' ),
				'description'      => __( 'Tells how far a domain is, what is wrong with it and what to do, as its page does at this moment.', 'closte-domain-sync' ),
				'execute_callback' => array( __CLASS__, 'domain_status' ),
				'input_schema'     => array(
					'type'                 => 'object',
					'required'             => array( 'domain' ),
					'properties'           => array( 'domain' => array( 'type' => 'string' ) ),
					'additionalProperties' => false,
				),
				'output_schema'    => self::schema(),
			) + $common
		);
	}

	/**
	 * Whether the one who asks manages the sites of the network.
	 *
	 * @return bool
	 */
	public static function is_allowed() {
		return current_user_can( 'manage_sites' );
	}

	/**
	 * A page of the domains.
	 *
	 * @param array $input With `after` and `limit`, or nothing.
	 * @return array|WP_Error
	 */
	public static function list_domains( $input ) {
		$limit = isset( $input['limit'] ) ? (int) $input['limit'] : self::PAGE;
		$after = isset( $input['after'] ) ? Closte_Domain_Sync_Domain_Name::normalise( $input['after'] ) : '';
		try {
			$rows = Closte_Domain_Sync_Domain_Table::page( $after, $limit );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			return new WP_Error( 'database-error', $e->getMessage() );
		}
		$domains = array();
		foreach ( $rows as $row ) {
			$domains[] = array(
				'domain'  => $row->domain,
				'outcome' => Closte_Domain_Sync_Outcome::of( $row ),
			) + Closte_Domain_Sync_Domain_Status::in_table( $row );
		}
		return array(
			'domains' => $domains,
			'next'    => count( $rows ) === $limit ? end( $rows )->domain : null,
		);
	}

	/**
	 * Everything about one domain.
	 *
	 * @param array $input With `domain`.
	 * @return array|WP_Error
	 */
	public static function domain_status( $input ) {
		$domain = Closte_Domain_Sync_Domain_Name::normalise( $input['domain'] );
		if ( '' === $domain ) {
			/* translators: %s: what was given as a domain. */
			return new WP_Error( 'invalid-domain', sprintf( __( '%s is no domain.', 'closte-domain-sync' ), $input['domain'] ) );
		}
		return Closte_Domain_Sync_Domain_Status::of( $domain );
	}

	/**
	 * What is said of a domain.
	 *
	 * @return array Schema.
	 */
	private static function schema() {
		$text = array( 'type' => array( 'string', 'null' ) );
		return array(
			'type'       => 'object',
			'properties' => array(
				'domain'     => array( 'type' => 'string' ),
				'outcome'    => array(
					'type' => 'string',
					'enum' => array_keys( Closte_Domain_Sync_Outcome::EXIT_CODES ),
				),
				'site_id'    => array( 'type' => array( 'integer', 'null' ) ),
				'wanted'     => $text,
				'event'      => $text,
				'stage'      => $text,
				'since'      => $text,
				'message'    => $text,
				'status_url' => $text,
				'checked_at' => $text,
				'verdict'    => array( 'type' => array( 'object', 'null' ) ),
				'sentence'   => $text,
				'problems'   => array( 'type' => 'array' ),
				'actions'    => array( 'type' => 'array' ),
				'turn'       => $text,
				'error'      => $text,
			),
		);
	}
}
