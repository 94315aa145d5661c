<?php
/**
 * The ids of requests that were answered.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Sees to it that a signed request is answered once. A signature is good for some minutes; whoever has seen the request
 * could send it again within them.
 */
final class Closte_Domain_Sync_Request_Ids {

	/**
	 * Writes down the id of a request that is about to be answered.
	 *
	 * @param string $id Value of webhook-id.
	 * @return bool|null False if it was used before, null if the database could not take it: then nobody knows.
	 */
	public static function use_once( $id ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::request_ids();
		// The time of a signature may be ahead by the tolerance, and the signature is then good for twice as long.
		$forget = time() + 2 * Closte_Domain_Sync_Signature::TOLERANCE + 1;
		$rows   = $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO $table (id, forget_at) VALUES (%s, %d)", hash( 'sha256', $id ), $forget ) );
		return false === $rows ? null : 1 === $rows;
	}

	/**
	 * Forgets the ids of requests whose signatures are too old to be good.
	 */
	public static function forget_old() {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::request_ids();
		$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE forget_at < %d", time() ) );
	}
}
