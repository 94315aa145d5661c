<?php
/**
 * What happens in a WordPress: by its own functions, so that hooks fire, and behind their backs. `$args` has a name, and a
 * number by which one of several is picked.
 *
 * @package Closte_Domain_Sync
 */

/** The id of one of the sites; 0 if there is none but the main one. */
function happen_any_site( $args ) {
	global $wpdb;
	$ids = $wpdb->get_col( "SELECT blog_id FROM $wpdb->blogs WHERE blog_id > 1 ORDER BY blog_id" );
	return $ids ? (int) $ids[ $args['any'] % count( $ids ) ] : 0;
}

/** The id of one of the networks. */
function happen_any_network( $args ) {
	global $wpdb;
	$ids = $wpdb->get_col( "SELECT id FROM $wpdb->site ORDER BY id" );
	return (int) $ids[ $args['any'] % count( $ids ) ];
}

/** One of the records; null if there is none. */
function happen_any_record( $args ) {
	global $wpdb;
	$table = WP_Ultimo\Models\Domain::table();
	$ids   = $wpdb->get_var( "SHOW TABLES LIKE '$table'" ) ? $wpdb->get_col( "SELECT id FROM $table ORDER BY id" ) : array();
	return $ids ? wu_get_domain( $ids[ $args['any'] % count( $ids ) ] ) : null;
}

function happen_site_created( $args ) {
	remove_action( 'wp_initialize_site', 'wp_initialize_site', 10 );
	$site = array(
		'domain'     => $args['name'],
		'path'       => '/',
		'network_id' => happen_any_network( $args ),
	);
	return wp_insert_site( $site );
}

function happen_site_renamed( $args ) {
	$id = happen_any_site( $args );
	return $id ? wp_update_site( $id, array( 'domain' => $args['name'] ) ) : 0;
}

function happen_site_moved( $args ) {
	$id = happen_any_site( $args );
	return $id ? wp_update_site( $id, array( 'network_id' => happen_any_network( $args ) ) ) : 0;
}

function happen_site_archived( $args ) {
	$id = happen_any_site( $args );
	return $id ? wp_update_site( $id, array( 'archived' => 1 ) ) : 0;
}

function happen_site_deleted( $args ) {
	$id = happen_any_site( $args );
	// Its tables were never made.
	remove_action( 'wp_uninitialize_site', 'wp_uninitialize_site', 10 );
	return $id ? wp_delete_site( $id ) : 0;
}

function happen_network_founded( $args ) {
	global $wpdb;
	if ( ! $wpdb->get_var( "SELECT id FROM $wpdb->site WHERE id = 2" ) ) {
		$site = $wpdb->get_var( "SELECT MAX(blog_id) + 1 FROM $wpdb->blogs" );
		test_network( 2, 'second.test', $site );
	}
}

function happen_record_created( $args ) {
	$id     = happen_any_site( $args );
	$record = $id ? wu_create_domain(
		array(
			'blog_id' => $id,
			'domain'  => $args['name'],
		)
	) : null;
	if ( $record && ! is_wp_error( $record ) ) {
		do_action( 'wu_add_domain', $args['name'], $id );
	}
}

function happen_record_renamed( $args ) {
	$record = happen_any_record( $args );
	if ( $record ) {
		$record->set_domain( $args['name'] );
		$record->save();
	}
}

function happen_record_deleted( $args ) {
	$record = happen_any_record( $args );
	if ( $record ) {
		$record->delete();
		do_action( 'wu_remove_domain', $record->get_domain(), $record->get_site_id() );
	}
}

/** As WP-CLI does it, which says so where nobody can look at the moment. */
function happen_operator_maps( $args ) {
	$id = happen_any_site( $args );
	if ( $id && class_exists( 'Closte_Domain_Sync_Operator_Wishes' ) ) {
		Closte_Domain_Sync_Operator_Wishes::map( '*.' . $args['name'], $id );
		happen_look( 'look_at', array( '*.' . $args['name'] ) );
	}
}

/** Ultimate Multisite's switch of the integration: on for an odd number. */
function happen_switch( $args ) {
	update_network_option( null, 'wu_host_integrations_enabled', array( 'closte' => (bool) ( $args['any'] % 2 ) ) );
}

function happen_operator_unmaps( $args ) {
	if ( class_exists( 'Closte_Domain_Sync_Operator_Wishes' ) ) {
		$name = ( $args['any'] % 3 ? '*.' : 'www.' ) . $args['name'];
		Closte_Domain_Sync_Operator_Wishes::unmap( $name );
		happen_look( 'look_at_lost', array( $name ), 0 );
	}
}

function happen_look( $how, ...$what ) {
	try {
		Closte_Domain_Sync_Wishes::$how( ...$what );
	} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
		Closte_Domain_Sync_Sweep::begin_soon();
	}
}

function happen_sql_site_created( $args ) {
	global $wpdb;
	$site = array(
		'site_id' => happen_any_network( $args ),
		'domain'  => $args['name'],
		'path'    => '/',
	);
	$wpdb->insert( $wpdb->blogs, $site );
}

function happen_sql_site_renamed( $args ) {
	global $wpdb;
	$wpdb->update( $wpdb->blogs, array( 'domain' => $args['name'] ), array( 'blog_id' => happen_any_site( $args ) ) );
}

function happen_sql_site_moved( $args ) {
	global $wpdb;
	$wpdb->update( $wpdb->blogs, array( 'site_id' => happen_any_network( $args ) ), array( 'blog_id' => happen_any_site( $args ) ) );
}

function happen_sql_site_deleted( $args ) {
	global $wpdb;
	$wpdb->delete( $wpdb->blogs, array( 'blog_id' => happen_any_site( $args ) ) );
}

function happen_sql_record_created( $args ) {
	global $wpdb;
	$id    = happen_any_site( $args );
	$table = WP_Ultimo\Models\Domain::table();
	if ( $id && $wpdb->get_var( "SHOW TABLES LIKE '$table'" ) ) {
		test_record( null, $id, $args['name'], $args['any'] % 2 ? 'done' : 'done-without-ssl' );
	}
}

function happen_sql_record_deleted( $args ) {
	global $wpdb;
	$record = happen_any_record( $args );
	if ( $record ) {
		$wpdb->delete( WP_Ultimo\Models\Domain::table(), array( 'id' => $record->get_id() ) );
	}
}

/** Sites and records of one import. They are all from before the plugin heard of any. */
function happen_import( $args ) {
	global $wpdb;
	for ( $n = 0; $n < 14; $n++ ) {
		happen_sql_site_created( array( 'name' => "n$n.example.net" ) + $args );
		if ( $n % 2 ) {
			test_record( null, $wpdb->insert_id, "r$n.example.net", 'done' );
		}
	}
}

function happen_sql_import_deleted() {
	global $wpdb;
	$table = WP_Ultimo\Models\Domain::table();
	$wpdb->query( "DELETE FROM $wpdb->blogs WHERE domain LIKE 'n%.example.net'" );
	if ( $wpdb->get_var( "SHOW TABLES LIKE '$table'" ) ) {
		$wpdb->query( "DELETE FROM $table WHERE domain LIKE 'r%.example.net'" );
	}
}

function happen_table_dropped( $args ) {
	global $wpdb;
	$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->base_prefix}closte_sync" );
}

function happen_table_emptied( $args ) {
	global $wpdb;
	$wpdb->suppress_errors();
	$wpdb->query( "DELETE FROM {$wpdb->base_prefix}closte_sync" );
}

function happen_records_dropped( $args ) {
	global $wpdb;
	if ( ! $wpdb->get_var( "SHOW TABLES LIKE 'aside\_records'" ) ) {
		$wpdb->query( 'RENAME TABLE ' . WP_Ultimo\Models\Domain::table() . ' TO aside_records' );
	}
}

function happen_records_restored( $args ) {
	global $wpdb;
	if ( $wpdb->get_var( "SHOW TABLES LIKE 'aside\_records'" ) ) {
		$wpdb->query( 'DROP TABLE IF EXISTS ' . WP_Ultimo\Models\Domain::table() );
		$wpdb->query( 'RENAME TABLE aside_records TO ' . WP_Ultimo\Models\Domain::table() );
	}
}

/** Somebody works in a copy of the network, which has another domain and tables of its own, and it sends. */
function happen_copy_used( $args ) {
	global $wpdb;
	worker_put_aside( 'original' );
	$wpdb->query( "UPDATE $wpdb->site SET domain = 'staging.test' WHERE id = 1" );
	$wpdb->query( "UPDATE $wpdb->blogs SET domain = 'staging.test' WHERE blog_id = 1" );
	wp_cache_flush();
	happen_record_deleted( $args );
	happen_site_deleted( $args );
	happen_site_created( $args );
	Closte_Domain_Sync_Schedule::sweep();
	Closte_Domain_Sync_Sender::run();
	worker_put_back( 'original' );
	remove_all_actions( 'shutdown' );
}

/** The functions before this version took what the plugin before this one sent, and told it how far each domain is. */
function happen_old_functions_answered( $args ) {
	global $wpdb;
	$table = "{$wpdb->base_prefix}closte_sync";
	if ( ! $wpdb->get_var( "SHOW TABLES LIKE '$table'" ) ) {
		return array();
	}
	$rows = $wpdb->get_results( "SELECT domain, event_id, site_id FROM $table WHERE wanted = 'mapped' AND state = 'waiting'" );
	foreach ( $rows as $number => $row ) {
		$stage = ( $number + $args['any'] ) % 2 ? 'done' : 'checking-dns';
		$wpdb->update( $table, array( 'state' => 'sent', 'stage' => $stage ), array( 'domain' => $row->domain ) );
		$row->stage = $stage;
	}
	return $rows;
}
