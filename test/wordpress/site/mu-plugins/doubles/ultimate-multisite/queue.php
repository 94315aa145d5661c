<?php
/**
 * The queue of Ultimate Multisite, which is Action Scheduler's: a list of the main site. And what goes out to others.
 *
 * @package Closte_Domain_Sync
 */

function wu_schedule_single_action( $timestamp, $hook, $args = array(), $group = '' ) {
	$actions   = get_blog_option( 1, 'test_wu_actions', array() );
	$actions[] = array(
		'at'   => $timestamp,
		'hook' => $hook,
		'args' => $args,
	);
	// Most tests never run them.
	update_blog_option( 1, 'test_wu_actions', array_slice( $actions, -100 ) );
}

function wu_enqueue_async_action( $hook, $args = array(), $group = '' ) {
	wu_schedule_single_action( time(), $hook, $args, $group );
}

/** What is in the queue: hooks by their arguments. */
function test_wu_queue() {
	return array_map( static fn( $action ) => $action['hook'] . ' ' . implode( ' ', $action['args'] ), get_blog_option( 1, 'test_wu_actions', array() ) );
}

/** Its runner: takes what is due off the list and does it, in rounds, until nothing is due. Arguments go by their order. */
function test_run_wu_actions() {
	$is_due = static fn( $action ) => $action['at'] <= time();
	while ( $due = array_filter( get_blog_option( 1, 'test_wu_actions', array() ), $is_due ) ) {
		update_blog_option( 1, 'test_wu_actions', array_values( array_filter( get_blog_option( 1, 'test_wu_actions', array() ), static fn( $action ) => ! $is_due( $action ) ) ) );
		foreach ( $due as $action ) {
			do_action_ref_array( $action['hook'], array_values( $action['args'] ) );
		}
	}
}

function test_call_closte( $path ) {
	wp_remote_post( "https://app.closte.com/api/client$path" );
}

/** Closte's certificates take longer, and its integration knows it. */
function test_ssl_tries( $tries, $record ) {
	return 'checking-ssl-cert' === $record->get_stage() ? 20 : $tries;
}

// What is asked of Closte and of the domains, in the order in which it was.
add_filter(
	'pre_http_request',
	static function ( $result, $args, $url ) {
		if ( is_multisite() && ! in_array( wp_parse_url( $url, PHP_URL_HOST ), array( '127.0.0.1', 'network.test', 'api.wordpress.org' ), true ) ) {
			update_blog_option( 1, 'test_asked', array_merge( get_blog_option( 1, 'test_asked', array() ), array( $url ) ) );
		}
		return $result;
	},
	5,
	3
);
