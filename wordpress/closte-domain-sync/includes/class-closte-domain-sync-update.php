<?php
/**
 * The first run of a version.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What is done once when a new version of the plugin runs for the first time.
 */
final class Closte_Domain_Sync_Update {

	/**
	 * Changes where there is something to be done once.
	 */
	const VERSION = 2;

	/**
	 * The network option with the version that ran last, and since when it runs.
	 */
	const OPTION = 'closte_sync_update';

	/**
	 * Does what is to be done once. What the functions refused is sent once more: the version before sent its events
	 * without a type, and new functions refuse some that old ones took, and the other way round.
	 */
	public static function run_once() {
		if ( self::VERSION === self::state()['version'] || '' !== Closte_Domain_Sync_Schema::trouble() ) {
			return;
		}
		foreach ( Closte_Domain_Sync_Event_Queue::refused() as $domain ) {
			Closte_Domain_Sync_Event_Queue::renew( $domain );
		}
		$state = array(
			'version' => self::VERSION,
			'time'    => time(),
		);
		// Last, so that a run that is killed before is made good by the next one.
		update_network_option( get_main_network_id(), self::OPTION, $state );
	}

	/**
	 * When this version ran for the first time.
	 *
	 * @return int Unix seconds; now if it has not run yet.
	 */
	public static function time() {
		$state = self::state();
		return self::VERSION === $state['version'] ? $state['time'] : time() + 1;
	}

	/**
	 * What the option says.
	 *
	 * @return array{version: int, time: int}
	 */
	private static function state() {
		$state = get_network_option( get_main_network_id(), self::OPTION );
		return isset( $state['version'], $state['time'] ) ? $state : array(
			'version' => 0,
			'time'    => 0,
		);
	}
}
