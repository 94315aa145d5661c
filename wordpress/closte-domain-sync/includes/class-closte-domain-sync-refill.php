<?php
/**
 * Fills the table of domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Fills the table of domains from the records of Ultimate Multisite and the sites' own domains: when the operator asks
 * for it, and after the table was lost.
 */
final class Closte_Domain_Sync_Refill {

	/**
	 * The network option that says that the table was lost and is not filled again yet.
	 */
	const OPTION = 'closte_sync_refill';

	/**
	 * How many records or sites are read at a time.
	 */
	const PAGE = 500;

	/**
	 * The table was lost. It is filled in the background, and nobody is told that it is empty until then.
	 */
	public static function is_needed() {
		update_network_option( get_main_network_id(), self::OPTION, time() );
		Closte_Domain_Sync_Schedule::after_this_request();
	}

	/**
	 * Whether the table is still to be filled again.
	 *
	 * @return bool
	 */
	public static function is_pending() {
		return (bool) get_network_option( get_main_network_id(), self::OPTION );
	}

	/**
	 * Fills the table if it was lost. What a record says is served counts as known to the functions; everything else is
	 * told to them again, since what was waiting to be told was lost, too.
	 *
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function run_if_needed() {
		// That it was lost is found by looking.
		if ( '' !== Closte_Domain_Sync_Schema::trouble() || ! self::is_pending() || '' !== Closte_Domain_Sync_Ultimate_Multisite::trouble() ) {
			return;
		}
		self::run( null );
		delete_network_option( get_main_network_id(), self::OPTION );
	}

	/**
	 * Fills the table. Rows that are there stay as they are.
	 *
	 * @param string|null   $delivery Delivery of the events of domains that are added: Event_Queue::SENT or WAITING; null for
	 *                                SENT where a record is served, and WAITING else.
	 * @param callable|null $tick     Called with how many sites or records were looked at since the last time.
	 * @return int How many domains were added.
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function run( $delivery, $tick = null ) {
		$added = 0;
		self::each_page(
			static function ( $owners ) use ( $delivery, &$added ) {
				if ( ! property_exists( $owners[0], 'stage' ) ) {
					$added += Closte_Domain_Sync_Wishes::look_at( array_column( $owners, 'domain' ), $delivery ?? Closte_Domain_Sync_Event_Queue::WAITING );
					return;
				}
				foreach ( $owners as $record ) {
					$is_served = in_array( $record->stage, Closte_Domain_Sync_Stage::SERVED, true );
					$implied   = $is_served ? Closte_Domain_Sync_Event_Queue::SENT : Closte_Domain_Sync_Event_Queue::WAITING;
					$added    += Closte_Domain_Sync_Wishes::look_at( array( $record->domain ), $delivery ?? $implied );
					Closte_Domain_Sync_Stage::begin_with_record( $record );
				}
			},
			$tick
		);
		return $added + Closte_Domain_Sync_Wishes::look_at( Closte_Domain_Sync_Operator_Wishes::wanted(), $delivery ?? Closte_Domain_Sync_Event_Queue::WAITING );
	}

	/**
	 * The domains that run() would add.
	 *
	 * @param callable|null $tick As of run().
	 * @return string[]
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function missing( $tick = null ) {
		$missing = array_fill_keys( Closte_Domain_Sync_Wishes::differing( Closte_Domain_Sync_Operator_Wishes::wanted() ), true );
		self::each_page(
			static function ( $owners ) use ( &$missing ) {
				$missing += array_fill_keys( Closte_Domain_Sync_Wishes::differing( array_column( $owners, 'domain' ) ), true );
			},
			$tick
		);
		return array_map( 'strval', array_keys( $missing ) );
	}

	/**
	 * How many sites and records there are to look at.
	 *
	 * @return int
	 * @throws Closte_Domain_Sync_Could_Not_Look If a table cannot be read.
	 */
	public static function size() {
		global $wpdb;
		$count = (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->blogs" );
		Closte_Domain_Sync_Could_Not_Look::check();
		$table = Closte_Domain_Sync_Records::table();
		if ( '' !== $table ) {
			$count += (int) $wpdb->get_var( "SELECT COUNT(*) FROM $table" );
			Closte_Domain_Sync_Could_Not_Look::check();
		}
		return $count;
	}

	/**
	 * Goes through the records and then the sites, a page at a time.
	 *
	 * @param callable      $look Called with each page: rows with id and domain, of a record with its stage.
	 * @param callable|null $tick Called with how many there were on it.
	 * @throws Closte_Domain_Sync_Could_Not_Look If a table cannot be read.
	 */
	private static function each_page( $look, $tick ) {
		foreach ( array( 'page_of_records', 'page_of_sites' ) as $read ) {
			$after = 0;
			while ( $owners = Closte_Domain_Sync_Owners::$read( $after, self::PAGE ) ) {
				$look( $owners );
				$after = (int) end( $owners )->id;
				if ( $tick ) {
					$tick( count( $owners ) );
				}
			}
		}
	}
}
