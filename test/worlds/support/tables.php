<?php
/**
 * The tables of a world: how they begin, how they are put aside and come back, and what an independent reader sees in them.
 *
 * @package Closte_Domain_Sync
 */

/** As at the beginning: a network with its main site, and nothing else. */
function worker_begin( $www ) {
	global $wpdb;
	$wpdb->query( "DELETE FROM $wpdb->blogs WHERE blog_id > 1" );
	$wpdb->query( "ALTER TABLE $wpdb->blogs AUTO_INCREMENT = 2" );
	$wpdb->query( "DELETE FROM $wpdb->site WHERE id > 1" );
	foreach ( array( 'closte_sync', 'closte_sync_seen', 'wu_domain_mappings' ) as $table ) {
		$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->base_prefix}$table" );
	}
	foreach ( $wpdb->get_col( "SHOW TABLES LIKE 'aside\_%'" ) as $table ) {
		$wpdb->query( "DROP TABLE $table" );
	}
	$wpdb->query( "DELETE FROM $wpdb->sitemeta WHERE meta_key LIKE 'closte_sync%'" );
	$wpdb->query( "DELETE FROM $wpdb->options WHERE option_name LIKE 'closte_sync%'" );
	wp_cache_flush();
	update_network_option( null, 'test_wu_settings', array( 'auto_create_www_subdomain' => $www ) );
	WP_Ultimo\Models\Domain::create_table();
	happen_switch( array( 'any' => 1 ) );
	_set_cron_array( array() );
}

/** The tables of which something is about domains. */
function worker_tables() {
	global $wpdb;
	$prefix = $wpdb->base_prefix;
	return array( $wpdb->site, $wpdb->sitemeta, $wpdb->blogs, $wpdb->options, "{$prefix}wu_domain_mappings", "{$prefix}closte_sync", "{$prefix}closte_sync_seen" );
}

/** Keeps tables under another name. Those that are not there are not kept. */
function worker_put_aside( $as ) {
	global $wpdb;
	foreach ( worker_tables() as $table ) {
		$wpdb->query( "DROP TABLE IF EXISTS aside_{$as}_$table" );
		if ( $wpdb->get_var( "SHOW TABLES LIKE '$table'" ) ) {
			$wpdb->query( "CREATE TABLE aside_{$as}_$table LIKE $table" );
			$wpdb->query( "INSERT INTO aside_{$as}_$table SELECT * FROM $table" );
		}
	}
}

/** Brings tables back that were put aside, if they were: all, or those of which the name has a part. */
function worker_put_back( $as, $part = '' ) {
	global $wpdb;
	if ( ! $wpdb->get_var( "SHOW TABLES LIKE 'aside\_{$as}\_$wpdb->site'" ) ) {
		return;
	}
	foreach ( worker_tables() as $table ) {
		if ( '' !== $part && ! preg_match( "/$part/", $table ) ) {
			continue;
		}
		$wpdb->query( "DROP TABLE IF EXISTS $table" );
		if ( $wpdb->get_var( "SHOW TABLES LIKE 'aside\_{$as}\_$table'" ) ) {
			$wpdb->query( "CREATE TABLE $table LIKE aside_{$as}_$table" );
			$wpdb->query( "INSERT INTO $table SELECT * FROM aside_{$as}_$table" );
		}
	}
	wp_cache_flush();
}

/** What stands in the tables, by nothing but SQL. Null for a table that is not there. */
function worker_look( $eyes ) {
	global $wpdb;
	$prefix = $wpdb->base_prefix;
	// A query that fails gives an empty list, which would be a world where nothing is wanted.
	$read = static function ( $query ) use ( $eyes ) {
		$rows = $eyes->get_results( $query );
		if ( '' !== $eyes->last_error ) {
			throw new Exception( $eyes->last_error );
		}
		return $rows;
	};
	$read_if_there = static function ( $table ) use ( $eyes, $read ) {
		return $eyes->get_var( "SHOW TABLES LIKE '$table'" ) ? $read( "SELECT * FROM $table" ) : null;
	};
	$option        = static function ( $name ) use ( $eyes, $wpdb ) {
		return $eyes->get_var( "SELECT meta_value FROM $wpdb->sitemeta WHERE meta_key = '$name'" );
	};
	$operators     = $option( 'closte_sync_operator_wishes' );
	return array(
		'networks'  => $read( "SELECT id, domain FROM $wpdb->site ORDER BY id" ),
		'sites'     => $read( "SELECT blog_id AS id, domain FROM $wpdb->blogs" ),
		'records'   => $read_if_there( "{$prefix}wu_domain_mappings" ),
		'operators' => (object) ( $operators ? unserialize( $operators ) : array() ),
		'rows'      => $read_if_there( "{$prefix}closte_sync" ),
		'hasFingerprint' => null !== $option( 'closte_sync_fingerprint' ),
	);
}
