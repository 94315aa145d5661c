<?php
/**
 * The table of Ultimate Multisite's records.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The table in which Ultimate Multisite has its records. It is read straight, loaded Ultimate Multisite or not: a plugin
 * that is switched off for an hour takes no wish back.
 */
final class Closte_Domain_Sync_Records {

	/**
	 * The network option that says that there were records once. From then on a table that is gone is a fault.
	 */
	const SEEN_OPTION = 'closte_sync_records_seen';

	/**
	 * Ids of the records that are being deleted in this request. An id is never given twice.
	 *
	 * @var int[]
	 */
	private static $left_out = array();

	/**
	 * The name that the table has, wherever it is there.
	 *
	 * @return string
	 */
	public static function name() {
		global $wpdb;
		return $wpdb->base_prefix . 'wu_domain_mappings';
	}

	/**
	 * The name of the table, if it is there.
	 *
	 * @return string Empty if there is none and never was.
	 * @throws Closte_Domain_Sync_Could_Not_Look If it should be there and is not.
	 */
	public static function table() {
		global $wpdb;
		$table = self::name();
		// Compared by the database, which may write names in lower case only.
		$found = $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $table ) ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		if ( null !== $found ) {
			return $table;
		}
		if ( self::were_seen() || Closte_Domain_Sync_Ultimate_Multisite::is_there() ) {
			throw new Closte_Domain_Sync_Could_Not_Look( "the table $table is gone" );
		}
		return '';
	}

	/**
	 * Leaves a record out for the rest of this request.
	 *
	 * @param int $id Record that is being deleted.
	 */
	public static function leave_out( $id ) {
		self::$left_out[] = (int) $id;
	}

	/**
	 * The records that are there, without those that are being deleted.
	 *
	 * @param object[] $records Rows with an id.
	 * @return object[]
	 */
	public static function present( array $records ) {
		if ( $records && ! self::were_seen() ) {
			update_network_option( get_main_network_id(), self::SEEN_OPTION, '1' );
		}
		return array_values(
			array_filter(
				$records,
				static function ( $record ) {
					return ! in_array( (int) $record->id, self::$left_out, true );
				}
			)
		);
	}

	/**
	 * The domains of all records of a site, also of one that is gone.
	 *
	 * @param int $site_id Site.
	 * @return string[] As the table has them.
	 */
	public static function domains_of( $site_id ) {
		global $wpdb;
		$table = self::table();
		if ( '' === $table ) {
			return array();
		}
		$domains = $wpdb->get_col( $wpdb->prepare( "SELECT domain FROM $table WHERE blog_id = %d ORDER BY domain", $site_id ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return $domains;
	}

	/**
	 * Forgets that there were records: the operator says that Ultimate Multisite is gone for good.
	 */
	public static function forget() {
		delete_network_option( get_main_network_id(), self::SEEN_OPTION );
	}

	/**
	 * Whether there were records once.
	 *
	 * @return bool
	 */
	private static function were_seen() {
		return '1' === get_network_option( get_main_network_id(), self::SEEN_OPTION );
	}
}
