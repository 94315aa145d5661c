<?php
/**
 * WordPress as a process that stays: php worker.php FOLDER DOMAIN MUST-USE-FOLDER. The last one says which plugins are
 * there: the plugin, the version before it, or neither.
 *
 * Each line of standard input is a request, as JSON: the time that it is, code, and args for it. Each is carried out in a
 * process of its own (a fork), as a web server would, with a database connection and caches of its own. What it sends over
 * HTTP is written as a line, and the answer read as one; its last line is what the code returned. A line that asks for a
 * look is answered at once.
 *
 * @package Closte_Domain_Sync
 */

list( , $worker_site, $worker_domain, $worker_must_use ) = $argv;

define( 'WPMU_PLUGIN_DIR', $worker_must_use );
$_SERVER['HTTP_HOST']      = $worker_domain;
$_SERVER['REQUEST_URI']    = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
require $worker_site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/ms.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require __DIR__ . '/tables.php';
require __DIR__ . '/happenings.php';

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

/** What the plugin does at the beginning of every request. */
function worker_init() {
	foreach ( array( 'Closte_Domain_Sync_Schedule', 'Closte_Sync_Schedule' ) as $class ) {
		if ( class_exists( $class, false ) ) {
			$class::keep_sweeping();
		}
	}
}

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

// What every request would do again: the routes, and the classes of the plugin, but for those that extend another plugin's.
rest_get_server();
foreach ( glob( "$worker_must_use/closte-domain-sync/includes/class-*.php" ) as $worker_file ) {
	if ( ! preg_match( '/^(final )?class \w+ extends/m', file_get_contents( $worker_file ) ) ) {
		require_once $worker_file;
	}
}
wp_cache_flush();
$wpdb->close();
// Children do not say goodbye to the database, so that this connection outlives them.
$worker_eyes = new wpdb( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST );
worker_tell( array( 'ready' => true ) );

while ( ! feof( STDIN ) ) {
	$worker_line = fgets( STDIN );
	if ( false === $worker_line ) {
		// A signal can interrupt it.
		continue;
	}
	$worker_input = json_decode( $worker_line, true );
	if ( isset( $worker_input['look'] ) ) {
		worker_tell( array( 'result' => worker_look( $worker_eyes ) ) );
		continue;
	}
	$worker_child = pcntl_fork();
	if ( 0 === $worker_child ) {
		putenv( 'FAKETIME=' . $worker_input['time'] );
		$wpdb->db_connect( false );
		wp_cache_flush();
		worker_init();
		// Said when all is over, what runs at the end of a request included.
		register_shutdown_function(
			static function () {
				if ( array_key_exists( 'worker_result', $GLOBALS ) ) {
					$GLOBALS['wpdb']->close();
					worker_tell( array( 'result' => $GLOBALS['worker_result'] ) );
					// To take WordPress down in good order would take longer than most requests do.
					posix_kill( getmypid(), SIGKILL );
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
	if ( ! pcntl_wifsignaled( $worker_status ) ) {
		worker_tell( array( 'died' => pcntl_wexitstatus( $worker_status ) ) );
	}
}
