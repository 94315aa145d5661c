<?php
/**
 * What an integration of Ultimate Multisite, and a capability of it, is made of.
 *
 * @package Closte_Domain_Sync
 */

namespace WP_Ultimo\Integrations;

class Integration {
	protected string $id;
	protected string $title;
	protected string $logo     = '';
	protected array $constants = array();
	protected array $supports  = array();

	public function __construct( string $id, string $title ) {
		$this->id    = $id;
		$this->title = $title;
	}

	public function get_id(): string {
		return $this->id;
	}

	public function get_title(): string {
		return $this->title;
	}

	public function get_description(): string {
		return '';
	}

	public function set_logo( string $logo ) {
		$this->logo = $logo;
		return $this;
	}

	public function set_constants( array $constants ) {
		$this->constants = $constants;
		return $this;
	}

	public function set_supports( array $supports ) {
		$this->supports = $supports;
		return $this;
	}

	public function supports( string $feature ): bool {
		if ( in_array( $feature, $this->supports, true ) ) {
			return true;
		}
		foreach ( Integration_Registry::get_instance()->get_capabilities( $this->id ) as $module ) {
			if ( $module->supports( $feature ) ) {
				return true;
			}
		}
		return false;
	}

	/** Of a list of constants one is enough. */
	public function is_setup(): bool {
		foreach ( $this->constants as $names ) {
			if ( ! array_filter( (array) $names, static fn( $name ) => defined( $name ) && constant( $name ) ) ) {
				return false;
			}
		}
		return true;
	}

	public function is_enabled(): bool {
		return ! empty( get_network_option( null, 'wu_host_integrations_enabled', array() )[ $this->id ] );
	}

	public function enable(): bool {
		return $this->move( true );
	}

	public function disable(): bool {
		return $this->move( false );
	}

	private function move( bool $on ): bool {
		$list              = get_network_option( null, 'wu_host_integrations_enabled', array() );
		$list[ $this->id ] = $on;
		return update_network_option( null, 'wu_host_integrations_enabled', $list );
	}

	public function detect(): bool {
		return false;
	}

	public function test_connection() {
		return true;
	}
}

abstract class Base_Capability_Module implements Capability_Module {
	protected Integration $integration;
	protected array $supported_features = array();

	public function supports( string $feature ): bool {
		return in_array( $feature, $this->supported_features, true );
	}

	public function set_integration( Integration $integration ): void {
		$this->integration = $integration;
	}

	public function get_integration(): Integration {
		return $this->integration;
	}

	public function get_supported_features(): array {
		return $this->supported_features;
	}

	public function register_hooks(): void {}

	public function get_fields(): array {
		return array();
	}

	public function get_explainer_lines(): array {
		return array(
			'will'     => array(),
			'will_not' => array(),
		);
	}

	public function test_connection() {
		return true;
	}
}
