<?php
/**
 * The part of Ultimate Multisite that the plugin meets: the settings, the records with their table, the hooks that fire at
 * once and those that fire from its queue, its own checks, and its integrations: the older way or, with TEST_REGISTRY, the
 * registry.
 *
 * It is as unkind as the real one: it refuses names that are mapped all the same, flushes every cache when a record is
 * saved, finds one record where there are several of a name, serves no domain in an inactive stage, has checks of its own
 * that ask the domain and give it up after six tries, makes the domain that comes to be served the primary one, and has a
 * Closte integration that calls Closte.
 *
 * @package Closte_Domain_Sync
 */

require __DIR__ . '/domain.php';
require __DIR__ . '/queue.php';
if ( defined( 'TEST_REGISTRY' ) ) {
	require __DIR__ . '/registry.php';
	require __DIR__ . '/integration.php';
	require __DIR__ . '/closte-integration.php';
} else {
	require __DIR__ . '/closte-host-provider.php';
}
require __DIR__ . '/domain-manager.php';

function wu_get_setting( $name, $default = false ) {
	$settings = get_network_option( null, 'test_wu_settings', array() );
	return isset( $settings[ $name ] ) ? $settings[ $name ] : $default;
}

function wu_get_domain( $id ) {
	return WP_Ultimo\Models\Domain::find( 'id', $id );
}

function wu_get_domain_by_domain( $domain ) {
	if ( isset( $GLOBALS['test_cached_record'] ) && $GLOBALS['test_cached_record']->get_domain() === $domain ) {
		return $GLOBALS['test_cached_record'];
	}
	return WP_Ultimo\Models\Domain::find( 'domain', $domain );
}

function wu_create_domain( $fields ) {
	unset( $fields['id'] );
	$fields['domain'] = strtolower( $fields['domain'] );
	$domain           = new WP_Ultimo\Models\Domain( $fields );
	$saved            = $domain->save();
	return is_wp_error( $saved ) ? $saved : $domain;
}

/**
 * Its own checks of a domain, one try after the other without the time between them.
 *
 * @return int How many tries asked the domain something, of at most so many.
 */
function test_own_checks( $id, $most ) {
	delete_blog_option( 1, 'test_asked' );
	delete_blog_option( 1, 'test_wu_actions' );
	wu_enqueue_async_action( 'wu_async_process_domain_stage', array( 'domain_id' => $id ) );
	$asked = 0;
	for ( $tries = 0; $tries < $most; $tries++ ) {
		$actions = get_blog_option( 1, 'test_wu_actions', array() );
		delete_blog_option( 1, 'test_wu_actions' );
		delete_blog_option( 1, 'test_asked' );
		foreach ( $actions as $action ) {
			do_action_ref_array( $action['hook'], array_values( $action['args'] ) );
		}
		$asked += get_blog_option( 1, 'test_asked', array() ) ? 1 : 0;
	}
	return $asked;
}

// TEST_WITHOUT_TABLE stands for one that was dropped, or left out of a restore.
if ( ! defined( 'TEST_WITHOUT_TABLE' ) ) {
	WP_Ultimo\Models\Domain::create_table();
}
if ( defined( 'TEST_REGISTRY' ) ) {
	WP_Ultimo\Integrations\Integration_Registry::get_instance()->init();
}
WP_Ultimo\Managers\Domain_Manager::get_instance();
