<?php
/**
 * WordPress with the plugin as a process that stays: php worker.php FOLDER DOMAIN.
 *
 * Each line of standard input is a request, as JSON: code, and args for it. Each is carried out in a process of its own
 * (a fork), as a web server would, with a database connection and caches of its own. What it sends over HTTP is written
 * as a line, and the answer read as one; its last line is what the code returned.
 *
 * @package Closte_Domain_Sync
 */

list( , $worker_site, $worker_domain ) = $argv;

$_SERVER['HTTP_HOST']      = $worker_domain;
$_SERVER['REQUEST_URI']    = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
require $worker_site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/ms.php';

/** Writes one line for whoever started this. */
function worker_tell( $message ) {
	fwrite( STDOUT, wp_json_encode( $message ) . "\n" );
}

// Nothing leaves this process but by way of whoever started it.
add_filter(
	'pre_http_request',
	static function ( $result, $args, $url ) {
		worker_tell(
			array(
				'http' => array(
					'url'     => $url,
					'method'  => $args['method'],
					'headers' => (object) $args['headers'],
					'body'    => $args['body'],
				),
			)
		);
		$answer = json_decode( fgets( STDIN ), true );
		if ( isset( $answer['error'] ) ) {
			return new WP_Error( 'http_request_failed', $answer['error'] );
		}
		return array(
			'headers'  => array(),
			'body'     => $answer['body'],
			'response' => array(
				'code'    => $answer['status'],
				'message' => '',
			),
			'cookies'  => array(),
		);
	},
	1,
	3
);

/** Carries out what WP-Cron has due, as wp-cron.php does. */
function worker_cron() {
	foreach ( _get_cron_array() as $time => $hooks ) {
		if ( $time > time() ) {
			break;
		}
		foreach ( $hooks as $hook => $jobs ) {
			foreach ( $jobs as $job ) {
				if ( $job['schedule'] ) {
					wp_reschedule_event( $time, $job['schedule'], $hook, $job['args'] );
				}
				wp_unschedule_event( $time, $hook, $job['args'] );
				do_action_ref_array( $hook, $job['args'] );
			}
		}
	}
}

/** Answers a request to a route, as the REST API does behind its own front door. */
function worker_rest( $route, $headers, $body ) {
	$request = new WP_REST_Request( 'POST', $route );
	$request->set_headers( $headers );
	$request->set_body( $body );
	$response = rest_do_request( $request );
	return array(
		'status' => $response->get_status(),
		'body'   => wp_json_encode( rest_get_server()->response_to_data( $response, false ) ),
	);
}

/** As at the beginning: a network with its main site, and a plugin that has just been installed. */
function worker_begin() {
	global $wpdb;
	$wpdb->query( "DELETE FROM $wpdb->blogs WHERE blog_id > 1" );
	$wpdb->query( "ALTER TABLE $wpdb->blogs AUTO_INCREMENT = 2" );
	foreach ( array( 'closte_sync', 'closte_sync_seen', 'wu_domain_mappings', 'kept_aside' ) as $table ) {
		$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->base_prefix}$table" );
	}
	$wpdb->query( "DELETE FROM $wpdb->sitemeta WHERE meta_key LIKE 'closte_sync%'" );
	wp_cache_flush();
	update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => 'never' ) );
	WP_Ultimo\Models\Domain::create_table();
	_set_cron_array( array() );
	Closte_Domain_Sync_Schedule::keep_sweeping();
}

/** The tables that a copy of the network has of its own. */
function worker_tables() {
	global $wpdb;
	$prefix = $wpdb->base_prefix;
	return array( $wpdb->site, $wpdb->sitemeta, $wpdb->blogs, $wpdb->options, "{$prefix}wu_domain_mappings", "{$prefix}closte_sync", "{$prefix}closte_sync_seen" );
}

function worker_put_aside() {
	global $wpdb;
	foreach ( worker_tables() as $table ) {
		$wpdb->query( "DROP TABLE IF EXISTS original_$table" );
		if ( $wpdb->get_var( "SHOW TABLES LIKE '$table'" ) ) {
			$wpdb->query( "CREATE TABLE original_$table LIKE $table" );
			$wpdb->query( "INSERT INTO original_$table SELECT * FROM $table" );
		}
	}
}

function worker_put_back() {
	global $wpdb;
	foreach ( worker_tables() as $table ) {
		$wpdb->query( "DROP TABLE IF EXISTS $table" );
		if ( $wpdb->get_var( "SHOW TABLES LIKE 'original_$table'" ) ) {
			$wpdb->query( "RENAME TABLE original_$table TO $table" );
		}
	}
	wp_cache_flush();
}

$wpdb->close();
worker_tell( array( 'ready' => true ) );

while ( false !== ( $worker_line = fgets( STDIN ) ) ) {
	$worker_child = pcntl_fork();
	if ( 0 === $worker_child ) {
		$worker_input = json_decode( $worker_line, true );
		$wpdb->db_connect( false );
		wp_cache_flush();
		// Said when all is over, what runs at the end of a request included.
		register_shutdown_function(
			static function () {
				if ( array_key_exists( 'worker_result', $GLOBALS ) ) {
					worker_tell( array( 'result' => $GLOBALS['worker_result'] ) );
				}
			}
		);
		$worker_run               = static function ( $args ) use ( $worker_input ) {
			return eval( $worker_input['code'] );
		};
		$GLOBALS['worker_result'] = $worker_run( $worker_input['args'] );
		exit( 0 );
	}
	pcntl_waitpid( $worker_child, $worker_status );
	if ( 0 !== pcntl_wexitstatus( $worker_status ) ) {
		worker_tell( array( 'died' => pcntl_wexitstatus( $worker_status ) ) );
	}
}
