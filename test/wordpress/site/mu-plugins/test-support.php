<?php
/**
 * What the tests need inside WordPress. It is loaded after the plugin, as its name is further on in the alphabet.
 *
 * @package Closte_Domain_Sync
 */

// The network's own host name leads to this machine; nothing else leaves it but for 127.0.0.1.
add_action(
	'http_api_curl',
	static function ( $handle ) {
		// WordPress tries by itself whether its site has HTTPS. It has none, and no resolver is to be asked for it.
		curl_setopt( $handle, CURLOPT_CONNECT_TO, array( 'network.test:80:127.0.0.1:' . TEST_PORT, 'network.test:443:127.0.0.1:9' ) );
	}
);
add_filter(
	'pre_http_request',
	static function ( $result, $args, $url ) {
		$host = wp_parse_url( $url, PHP_URL_HOST );
		// WordPress looks for updates from its admin screens, and is quiet about an answer without any.
		if ( strpos( $url, '/closte-domain-sync/v1/send' ) && ! defined( 'TEST_LOOPBACK' ) ) {
			// A test says itself when the sender is to run.
			return array( 'response' => array( 'code' => 202 ) );
		}
		return in_array( $host, array( '127.0.0.1', 'network.test' ), true ) ? $result : array( 'response' => array( 'code' => 404 ) );
	},
	10,
	3
);
// TEST_MAIL has e-mails sent as they always are, by PHP's mail(), to a folder: see sendmail.sh.
if ( ! defined( 'TEST_MAIL' ) ) {
	add_filter( 'pre_wp_mail', '__return_true' );
} elseif ( 'throws' === TEST_MAIL ) {
	add_action(
		'phpmailer_init',
		static function () {
			throw new Error( 'another plugin for e-mails' );
		}
	);
}
remove_action( 'init', 'wp_schedule_update_checks' );

// Site Health's weekly look calls the functions, too.
add_filter(
	'schedule_event',
	static function ( $event ) {
		return $event && 'wp_site_health_scheduled_check' === $event->hook ? false : $event;
	}
);

if ( defined( 'TEST_HTTP_TIMEOUT' ) ) {
	add_filter(
		'http_request_args',
		static function ( $args ) {
			$args['timeout'] = (float) TEST_HTTP_TIMEOUT;
			return $args;
		}
	);
}

/** The table of whichever version of the plugin is at work. */
function test_table() {
	return class_exists( 'Closte_Sync_Table', false ) ? Closte_Sync_Table::name() : Closte_Domain_Sync_Schema::domains();
}

function test_rows() {
	global $wpdb;
	$numbers = array( 'site_id', 'attempts', 'next_try', 'claimed_until', 'wished_at', 'updated_at', 'next_look_at', 'heard_at' );
	$rows    = $wpdb->get_results( 'SELECT * FROM ' . test_table() . ' ORDER BY domain', ARRAY_A );
	foreach ( $rows as &$row ) {
		foreach ( $numbers as $name ) {
			$row[ $name ] = (int) ( $row[ $name ] ?? 0 );
		}
	}
	return $rows;
}

/** A site of the network, without the cost of its tables where nobody visits it. */
function test_site( $domain, $path = '/' ) {
	remove_action( 'wp_initialize_site', 'wp_initialize_site', 10 );
	return wp_insert_site(
		array(
			'domain'     => $domain,
			'path'       => $path,
			'network_id' => 1,
		)
	);
}

/** A record of Ultimate Multisite that has been there for long: no hook fires. */
function test_record( $id, $site_id, $domain, $stage = 'checking-dns' ) {
	global $wpdb;
	$wpdb->insert(
		WP_Ultimo\Models\Domain::table(),
		array(
			'id'      => $id,
			'blog_id' => $site_id,
			'domain'  => $domain,
			'stage'   => $stage,
		)
	);
}

/** A site of the main network's own domain: nobody wants that domain, whatever the site has besides. */
function test_home( $id = 2 ) {
	global $wpdb;
	if ( ! get_site( $id ) ) {
		// Requests side by side may want it.
		$wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO $wpdb->blogs (blog_id, site_id, domain, path) VALUES (%d, 1, 'network.test', %s)", $id, "/site$id/" ) );
		clean_blog_cache( $id );
	}
	return $id;
}

/** A further network, as plugins for networks make one: a row, and a site that is its main one. */
function test_network( $id, $domain, $site_id ) {
	global $wpdb;
	$network = array(
		'id'     => $id,
		'domain' => $domain,
		'path'   => '/',
	);
	$wpdb->replace( $wpdb->site, $network );
	$wpdb->replace( $wpdb->blogs, array( 'blog_id' => $site_id, 'site_id' => $id ) + array_slice( $network, 1 ) );
	clean_network_cache( $id );
	clean_blog_cache( $site_id );
}

/** A table of records as Ultimate Multisite leaves it behind where it is switched off. */
function test_records() {
	global $wpdb;
	$wpdb->query( "CREATE TABLE IF NOT EXISTS {$wpdb->base_prefix}wu_domain_mappings ( id bigint(20) NOT NULL AUTO_INCREMENT PRIMARY KEY, blog_id bigint(20) NOT NULL, domain varchar(191) NOT NULL, stage varchar(20) DEFAULT 'checking-dns', KEY domain (domain) )" );
	return $wpdb->base_prefix . 'wu_domain_mappings';
}

/** A domain is mapped: a record, and the hook that says so. */
function test_map( $domain, $site_id = 2 ) {
	global $wpdb;
	test_home( $site_id );
	$table = test_records();
	if ( ! $wpdb->get_var( $wpdb->prepare( "SELECT id FROM $table WHERE domain = %s", $domain ) ) ) {
		$wpdb->insert(
			$table,
			array(
				'blog_id' => $site_id,
				'domain'  => $domain,
			)
		);
	}
	do_action( 'wu_add_domain', $domain, $site_id );
}

/** The same the other way round. */
function test_unmap( $domain, $site_id = 2 ) {
	global $wpdb;
	$wpdb->delete( test_records(), array( 'domain' => $domain ) );
	do_action( 'wu_remove_domain', $domain, $site_id );
}

/** Fires recorded hooks. "Domain#2" stands for the record with that id; those in $gone are deleted before. */
function test_replay( $hooks, $gone = array() ) {
	global $wpdb;
	foreach ( $hooks as &$hook ) {
		foreach ( $hook['args'] as &$argument ) {
			if ( is_string( $argument ) && preg_match( '/^Domain#(\d+)$/', $argument, $match ) ) {
				$argument = wu_get_domain( $match[1] );
			}
		}
		unset( $argument );
	}
	unset( $hook );
	foreach ( $gone as $id ) {
		$wpdb->delete( WP_Ultimo\Models\Domain::table(), array( 'id' => $id ) );
	}
	foreach ( $hooks as $hook ) {
		do_action_ref_array( $hook['hook'], $hook['args'] );
	}
}

function test_advance( $seconds ) {
	global $wpdb;
	$table = test_table();
	foreach ( array( 'next_try', 'claimed_until', 'wished_at', 'updated_at', 'next_look_at', 'heard_at' ) as $column ) {
		$wpdb->query( $wpdb->prepare( "UPDATE $table SET $column = $column - LEAST($column, %d)", $seconds ) );
	}
	$wpdb->query( $wpdb->prepare( "UPDATE {$table}_seen SET forget_at = forget_at - %d", $seconds ) );
	if ( class_exists( 'Closte_Domain_Sync_Schema', false ) ) {
		$wpdb->query( $wpdb->prepare( "UPDATE {$table}_notices SET noted_at = noted_at - %d, next_try = next_try - LEAST(next_try, %d)", $seconds, $seconds ) );
	}
	$digest = get_network_option( 1, 'closte_sync_digest' );
	if ( $digest ) {
		$digest['not_before'] -= $seconds;
		update_network_option( 1, 'closte_sync_digest', $digest );
	}
	$wpdb->query( $wpdb->prepare( "UPDATE wp_options SET option_value = CONCAT( SUBSTRING_INDEX( option_value, ' ', 1 ) - %d, ' ', SUBSTRING_INDEX( option_value, ' ', -1 ) ) WHERE option_name LIKE 'closte_sync_lease_%%'", $seconds ) );
	foreach ( array( 'closte_sync_sweep', 'closte_sync_loopback' ) as $option ) {
		$times = get_network_option( 1, $option );
		if ( is_array( $times ) ) {
			foreach ( preg_grep( '/_at$/', array_keys( $times ) ) as $name ) {
				$times[ $name ] = max( 0, $times[ $name ] - $seconds );
			}
			update_network_option( 1, $option, $times );
		}
	}
	$moved = array();
	foreach ( _get_cron_array() as $time => $events ) {
		if ( is_int( $time ) ) {
			$moved[ $time - $seconds ] = $events;
		}
	}
	_set_cron_array( $moved );
	foreach ( array( 'test_actions', 'test_wu_actions' ) as $queue ) {
		$actions = get_option( $queue, array() );
		foreach ( $actions as &$action ) {
			$action['at'] -= $seconds;
		}
		unset( $action );
		update_option( $queue, $actions );
	}
}

function test_reset() {
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/ms.php';
	foreach ( get_sites( array( 'site__not_in' => array( 1 ), 'number' => 0 ) ) as $site ) {
		wp_delete_site( $site->id );
	}
	$table = test_table();
	$wpdb->query( "TRUNCATE $table" );
	$wpdb->query( "TRUNCATE {$table}_seen" );
	if ( class_exists( 'Closte_Domain_Sync_Schema', false ) ) {
		$wpdb->query( "TRUNCATE {$table}_notices" );
	}
	$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->base_prefix}wu_domain_mappings" );
	$wpdb->query( "DELETE FROM $wpdb->site WHERE id > 1" );
	$wpdb->query( "DELETE FROM $wpdb->options WHERE option_name LIKE 'closte_sync_lease_%'" );
	if ( class_exists( 'WP_Ultimo\Models\Domain', false ) ) {
		WP_Ultimo\Models\Domain::create_table();
	}
	foreach ( array( 'fingerprint', 'ids_come', 'refill', 'update', 'runs', 'reached', 'sweep', 'loopback', 'records_seen', 'operator_wishes', 'switch', 'owners_see', 'notices', 'digest' ) as $name ) {
		delete_network_option( 1, "closte_sync_$name" );
	}
	$wpdb->query( "ALTER TABLE $wpdb->blogs AUTO_INCREMENT = 2" );
	wp_clear_scheduled_hook( 'closte_sync_send' );
	wp_clear_scheduled_hook( 'closte_sync_sweep' );
	delete_transient( 'doing_cron' );
	array_map( 'delete_option', array( 'test_actions', 'test_wu_actions', 'test_asked' ) );
	delete_network_option( null, 'wu_host_integrations_enabled' );
	foreach ( array( 'settings', 'webhooks', 'emails', 'customers', 'events' ) as $name ) {
		delete_network_option( null, "test_wu_$name" );
	}
	remove_action( 'shutdown', array( 'Closte_Domain_Sync_Schedule', 'hand_over' ), PHP_INT_MAX );
}

if ( defined( 'TEST_ULTIMATE_MULTISITE' ) && TEST_ULTIMATE_MULTISITE ) {
	require __DIR__ . '/doubles/ultimate-multisite/load.php';
	require __DIR__ . '/doubles/ultimate-multisite-events.php';
}
if ( defined( 'TEST_ACTION_SCHEDULER' ) && TEST_ACTION_SCHEDULER ) {
	require __DIR__ . '/doubles/action-scheduler.php';
}
if ( defined( 'TEST_ABILITIES' ) && TEST_ABILITIES ) {
	require __DIR__ . '/doubles/abilities.php';
}
