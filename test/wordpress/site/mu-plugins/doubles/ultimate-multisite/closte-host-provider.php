<?php
/**
 * Ultimate Multisite's own Closte integration the older way: a host provider. It makes the same calls.
 *
 * @package Closte_Domain_Sync
 */

namespace WP_Ultimo\Integrations\Host_Providers;

abstract class Base_Host_Provider {
	protected $id        = '';
	protected $constants = array();

	public static function get_instance() {
		static $instances           = array();
		$instances[ static::class ] = $instances[ static::class ] ?? ( new static() )->init();
		return $instances[ static::class ];
	}

	public function init() {
		if ( ! empty( get_network_option( null, 'wu_host_integrations_enabled', array() )[ $this->id ] ) && ! array_filter( $this->constants, static fn( $name ) => ! defined( $name ) ) ) {
			add_action( 'wu_add_domain', array( $this, 'on_add_domain' ), 10, 2 );
			add_action( 'wu_remove_domain', array( $this, 'on_remove_domain' ), 10, 2 );
			add_filter( 'wu_async_process_domain_stage_max_tries', 'test_ssl_tries', 10, 2 );
		}
		add_filter( 'wu_domain_manager_get_integrations', array( $this, 'self_register' ) );
		return $this;
	}

	public function self_register( $integrations ) {
		return array( $this->id => static::class ) + $integrations;
	}
}

class Closte_Host_Provider extends Base_Host_Provider {
	protected $id        = 'closte';
	protected $constants = array( 'CLOSTE_CLIENT_API_KEY' );

	public function on_add_domain( $domain, $site_id ) {
		\test_call_closte( '/adddomainalias' );
		array_map( 'test_call_closte', array( '/ssl/install', '/installssl', '/ssl', '/certificate/install' ) );
	}

	public function on_remove_domain( $domain, $site_id ) {
		\test_call_closte( '/deletedomainalias' );
	}
}
