<?php
/**
 * The registry of integrations that Ultimate Multisite has from 2.5 on.
 *
 * @package Closte_Domain_Sync
 */

namespace WP_Ultimo\Integrations;

interface Capability_Module {
	public function get_capability_id(): string;
	public function get_title(): string;
	public function get_supported_features(): array;
	public function supports( string $feature ): bool;
	public function register_hooks(): void;
	public function get_fields(): array;
	public function get_explainer_lines(): array;
	public function set_integration( Integration $integration ): void;
	public function get_integration(): Integration;
	public function test_connection();
}

class Integration_Registry {
	private static ?Integration_Registry $instance = null;
	private array $integrations                    = array();
	private array $capabilities                    = array();

	public static function get_instance(): Integration_Registry {
		self::$instance = self::$instance ?? new self();
		return self::$instance;
	}

	public function init(): void {
		add_action( 'plugins_loaded', array( $this, 'fire_registration_hooks' ), 9 );
		add_action( 'plugins_loaded', array( $this, 'fire_capability_hooks' ), 12 );
	}

	/** Its own come first. */
	public function fire_registration_hooks(): void {
		$this->register( new Providers\Closte\Closte_Integration() );
		do_action( 'wu_register_integrations', $this );
	}

	public function fire_capability_hooks(): void {
		$this->add_capability( 'closte', new Providers\Closte\Closte_Domain_Mapping() );
		do_action( 'wu_register_capabilities', $this );
		foreach ( $this->capabilities as $id => $modules ) {
			$integration = $this->get( $id );
			foreach ( $integration ? $modules : array() as $module ) {
				$module->set_integration( $integration );
				if ( $integration->is_enabled() && $integration->is_setup() ) {
					$module->register_hooks();
				}
			}
		}
	}

	public function register( Integration $integration ): void {
		$this->integrations[ $integration->get_id() ] = $integration;
	}

	public function get( string $id ): ?Integration {
		return $this->integrations[ $id ] ?? null;
	}

	public function get_all(): array {
		return $this->integrations;
	}

	public function add_capability( string $id, Capability_Module $module ): void {
		$this->capabilities[ $id ][ $module->get_capability_id() ] = $module;
	}

	public function get_capabilities( string $id ): array {
		return $this->capabilities[ $id ] ?? array();
	}

	public function get_capability( string $id, string $capability ): ?Capability_Module {
		return $this->capabilities[ $id ][ $capability ] ?? null;
	}
}
