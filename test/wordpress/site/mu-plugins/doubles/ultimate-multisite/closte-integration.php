<?php
/**
 * Ultimate Multisite's own Closte integration in its registry. It calls Closte once to map, and then addresses that it only
 * guesses, for a certificate.
 *
 * @package Closte_Domain_Sync
 */

namespace WP_Ultimo\Integrations\Capabilities {
	interface Domain_Mapping_Capability {
		public function on_add_domain( string $domain, int $site_id ): void;
		public function on_remove_domain( string $domain, int $site_id ): void;
		public function on_add_subdomain( string $subdomain, int $site_id ): void;
		public function on_remove_subdomain( string $subdomain, int $site_id ): void;
	}
}

namespace WP_Ultimo\Integrations\Providers\Closte {
	use WP_Ultimo\Integrations\Base_Capability_Module;
	use WP_Ultimo\Integrations\Capabilities\Domain_Mapping_Capability;
	use WP_Ultimo\Integrations\Integration;

	class Closte_Integration extends Integration {
		public function __construct() {
			parent::__construct( 'closte', 'Closte' );
			$this->set_constants( array( 'CLOSTE_CLIENT_API_KEY' ) );
			$this->set_supports( array( 'autossl', 'no-instructions', 'no-config' ) );
		}

		public function detect(): bool {
			return defined( 'CLOSTE_CLIENT_API_KEY' );
		}

		public function test_connection() {
			\test_call_closte( '/adddomainalias' );
			return true;
		}
	}

	class Closte_Domain_Mapping extends Base_Capability_Module implements Domain_Mapping_Capability {
		protected array $supported_features = array( 'autossl' );

		public function get_capability_id(): string {
			return 'domain-mapping';
		}

		public function get_title(): string {
			return 'Domain Mapping';
		}

		public function register_hooks(): void {
			add_action( 'wu_add_domain', array( $this, 'on_add_domain' ), 10, 2 );
			add_action( 'wu_remove_domain', array( $this, 'on_remove_domain' ), 10, 2 );
			add_filter( 'wu_async_process_domain_stage_max_tries', 'test_ssl_tries', 10, 2 );
		}

		public function on_add_domain( string $domain, int $site_id ): void {
			\test_call_closte( '/adddomainalias' );
			array_map( 'test_call_closte', array( '/ssl/install', '/installssl', '/ssl', '/certificate/install' ) );
		}

		public function on_remove_domain( string $domain, int $site_id ): void {
			\test_call_closte( '/deletedomainalias' );
		}

		public function on_add_subdomain( string $subdomain, int $site_id ): void {}

		public function on_remove_subdomain( string $subdomain, int $site_id ): void {}
	}
}
