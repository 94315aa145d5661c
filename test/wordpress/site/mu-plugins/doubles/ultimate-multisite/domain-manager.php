<?php
/**
 * What Ultimate Multisite does about its records by itself: tells hosts of them from its queue, checks them, promotes them.
 *
 * @package Closte_Domain_Sync
 */

namespace WP_Ultimo\Managers;

use WP_Ultimo\Integrations\Integration_Registry;

abstract class Domain_Checks {
	private static $instance;

	public static function get_instance() {
		if ( ! self::$instance ) {
			self::$instance = new static();
			self::$instance->init();
		}
		return self::$instance;
	}

	public function init() {
		add_action( 'wu_async_remove_old_primary_domains', array( $this, 'async_remove_old_primary_domains' ) );
		add_action( 'wu_async_process_domain_stage', array( $this, 'async_process_domain_stage' ), 10, 2 );
		add_action( 'wu_transition_domain_domain', array( $this, 'send_domain_to_host' ), 10, 3 );
		add_action( 'wu_domain_post_delete', array( $this, 'handle_domain_deleted' ), 10, 2 );
		add_action( 'wp_insert_site', array( $this, 'handle_site_created' ) );
		if ( defined( 'TEST_REGISTRY' ) ) {
			// From 2.7.1 on.
			add_action( 'wu_transition_domain_stage', array( $this, 'maybe_auto_promote_primary_domain' ), 10, 3 );
			add_action( 'wp_ajax_wu_test_hosting_integration', array( $this, 'test_integration' ) );
		} else {
			add_action( 'plugins_loaded', array( $this, 'load_integrations' ) );
		}
	}

	/** The older way: each host provider hooks itself in. */
	public function load_integrations() {
		\WP_Ultimo\Integrations\Host_Providers\Closte_Host_Provider::get_instance();
		do_action( 'wp_ultimo_host_providers_load' );
	}

	/** A site in subdomain mode gets a record by itself; deleting the site leaves the record behind. */
	public function handle_site_created( $site ) {
		if ( get_network()->domain !== $site->domain ) {
			$fields = array(
				'blog_id'        => $site->blog_id,
				'domain'         => $site->domain,
				'primary_domain' => 1,
			);
			wu_create_domain( $fields );
		}
	}

	public function send_domain_to_host( $old, $new, $id ) {
		$args = array(
			'domain'  => $new,
			'site_id' => wu_get_domain( $id )->get_site_id(),
		);
		wu_enqueue_async_action( 'wu_add_domain', $args, 'domain' );
		do_action( 'wu_domain_added', $new, $args['site_id'] );
	}

	public function handle_domain_deleted( $result, $record ) {
		if ( $result ) {
			$args = array(
				'domain'  => $record->get_domain(),
				'site_id' => $record->get_site_id(),
			);
			wu_enqueue_async_action( 'wu_remove_domain', $args, 'domain' );
			do_action( 'wu_domain_removed', $args['domain'], $args['site_id'] );
		}
	}

	public function async_remove_old_primary_domains( $ids ) {
		foreach ( $ids as $id ) {
			$record = wu_get_domain( $id );
			$record->set_primary_domain( false );
			$record->save();
		}
	}

	/** One try: it decides, or arranges the next one, or gives up. */
	public function async_process_domain_stage( $id, $tries = 0 ) {
		$record = wu_get_domain( $id );
		$next   = array(
			'checking-dns'      => 'checking-ssl-cert',
			'checking-ssl-cert' => 'done',
		);
		$fails  = array(
			'checking-dns'      => 'failed',
			'checking-ssl-cert' => 'ssl-failed',
		);
		$stage  = $record ? $record->get_stage() : '';
		if ( ! isset( $next[ $stage ] ) ) {
			return;
		}
		$most    = apply_filters( 'wu_async_process_domain_stage_max_tries', 5, $record );
		$is_good = 'checking-dns' === $stage ? $record->has_correct_dns() : $record->has_valid_ssl_certificate();
		if ( $is_good || ++$tries > $most ) {
			$record->set_stage( $is_good ? $next[ $stage ] : $fails[ $stage ] );
			$record->save();
		}
		$args = array(
			'domain_id' => $id,
			'tries'     => $is_good ? 0 : $tries,
		);
		if ( isset( $next[ $record->get_stage() ] ) ) {
			wu_schedule_single_action( time() + ( $is_good ? 0 : wu_get_setting( 'dns_check_interval', 300 ) ), 'wu_async_process_domain_stage', $args, 'domain' );
		}
	}

	/** A record that comes to be served becomes the primary one, unless the site has a primary domain of its own. */
	public function maybe_auto_promote_primary_domain( $old, $new, $id ) {
		$served = array( 'done', 'done-without-ssl' );
		$record = wu_get_domain( $id );
		if ( in_array( $old, $served, true ) || ! in_array( $new, $served, true ) || $record->is_primary_domain() ) {
			return;
		}
		$of_network = static fn( $name ) => substr( $name, -13 ) === '.network.test';
		foreach ( \WP_Ultimo\Models\Domain::other_primaries( $record->get_site_id(), $id ) as $other ) {
			if ( ! $of_network( wu_get_domain( $other )->get_domain() ) ) {
				return;
			}
		}
		if ( ! $of_network( $record->get_domain() ) ) {
			$record->set_primary_domain( true );
			$record->save();
		}
	}

	/** What the test of the wizard asks for. */
	public function test_integration() {
		$integration = Integration_Registry::get_instance()->get( $_REQUEST['integration'] ?? 'none' );
		if ( ! $integration->is_setup() ) {
			wp_send_json_error( array( 'message' => 'The necessary constants were not found' ) );
		}
		$result = $integration->test_connection();
		if ( is_wp_error( $result ) ) {
			wp_send_json_error( array( 'message' => $result->get_error_message() ) );
		}
		wp_send_json_success( array( 'message' => 'Access Authorized' ) );
	}
}

// Not every version can be asked about www.
if ( defined( 'TEST_ASKED_WWW' ) ) {
	class Domain_Manager extends Domain_Checks {
		public function should_create_www_subdomain( $domain ) {
			return TEST_ASKED_WWW === $domain;
		}
	}
} else {
	class Domain_Manager extends Domain_Checks {}
}
