<?php
/**
 * That the database could not be read.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * "There is nothing" and "nobody could look" are two answers. Whoever reads what the network wants throws this for the
 * second, so that a table that is gone is never taken for an empty network.
 */
final class Closte_Domain_Sync_Could_Not_Look extends Exception {

	/**
	 * To be called after each reading: WordPress gives an empty list where a query failed.
	 *
	 * @throws Closte_Domain_Sync_Could_Not_Look If the database did not answer the latest query.
	 */
	public static function check() {
		global $wpdb;
		if ( ! $wpdb->ready ) {
			throw new self( 'the database cannot be reached' );
		}
		if ( '' !== (string) $wpdb->last_error ) {
			throw new self( $wpdb->last_error );
		}
	}
}
