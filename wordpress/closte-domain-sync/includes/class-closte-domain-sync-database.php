<?php
/**
 * Whether the database can be believed.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Tells "nothing there" from "could not look". WordPress's database class answers both with nothing.
 */
final class Closte_Domain_Sync_Database {

	/**
	 * What keeps the plugin from seeing what the network wants: its own tables cannot be used, the one of domains is
	 * being filled again, or Ultimate Multisite's cannot be read. Whoever answers a question asks this first.
	 *
	 * @return string Sentence for the operator; empty if nothing does.
	 */
	public static function trouble() {
		$said = Closte_Domain_Sync_Schema::trouble();
		if ( '' !== $said ) {
			/* translators: %s: what the database said. */
			return sprintf( __( 'The tables of Closte Domain Sync cannot be used and could not be made anew: %s', 'closte-domain-sync' ), $said );
		}
		$said = Closte_Domain_Sync_Ultimate_Multisite::trouble();
		if ( '' !== $said ) {
			/* translators: %s: what the database said. */
			return sprintf( __( 'Ultimate Multisite is active, but the table of its domains cannot be read: %s', 'closte-domain-sync' ), $said );
		}
		if ( Closte_Domain_Sync_Refill::is_pending() ) {
			return __( 'The table of domains was lost. It was made anew, and is being filled from the sites and records that are there.', 'closte-domain-sync' );
		}
		return '';
	}

	/**
	 * Whether the latest query failed, and why. To be asked before anything else is asked of the database.
	 *
	 * @param bool $is_known Whether it is known that it failed.
	 * @return string What the database said; empty if it answered.
	 */
	public static function last_failure( $is_known = false ) {
		global $wpdb;
		if ( '' !== (string) $wpdb->last_error ) {
			return $wpdb->last_error;
		}
		return $is_known || ! $wpdb->ready ? __( 'The database does not answer.', 'closte-domain-sync' ) : '';
	}
}
