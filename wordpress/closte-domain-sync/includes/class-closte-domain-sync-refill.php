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
	 * @param string|null $delivery Delivery of the events of domains that are added: Event_Queue::SENT or WAITING; null for
	 *                              SENT where a record is served, and WAITING else.
	 * @return int How many domains were added.
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function run( $delivery ) {
		$added = 0;
		$after = 0;
		while ( $records = Closte_Domain_Sync_Owners::page_of_records( $after, self::PAGE ) ) {
			foreach ( $records as $record ) {
				$is_served = in_array( $record->stage, Closte_Domain_Sync_Stage::SERVED, true );
				$implied   = $is_served ? Closte_Domain_Sync_Event_Queue::SENT : Closte_Domain_Sync_Event_Queue::WAITING;
				$added    += Closte_Domain_Sync_Wishes::look_at( array( $record->domain ), $delivery ?? $implied );
				Closte_Domain_Sync_Stage::begin_with_record( $record );
			}
			$after = (int) end( $records )->id;
		}
		$after = 0;
		while ( $sites = Closte_Domain_Sync_Owners::page_of_sites( $after, self::PAGE ) ) {
			$added += Closte_Domain_Sync_Wishes::look_at( array_column( $sites, 'domain' ), $delivery ?? Closte_Domain_Sync_Event_Queue::WAITING );
			$after  = (int) end( $sites )->id;
		}
		return $added + Closte_Domain_Sync_Wishes::look_at( Closte_Domain_Sync_Operator_Wishes::wanted(), $delivery ?? Closte_Domain_Sync_Event_Queue::WAITING );
	}
}
