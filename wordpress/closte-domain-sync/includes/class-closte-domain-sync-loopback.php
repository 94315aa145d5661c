<?php
/**
 * Whether WordPress reaches itself.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Remembers whether the latest call to itself arrived. Where neither that works nor WP-Cron runs, nothing would ever be
 * sent: then the requests of people in the admin screens send, once their page is done.
 */
final class Closte_Domain_Sync_Loopback {

	/**
	 * The network option with the times of the latest call and of the latest one that arrived.
	 */
	const OPTION = 'closte_sync_loopback';

	/**
	 * Seconds after which a call that has not arrived has failed.
	 */
	const PATIENCE = 60;

	/**
	 * Seconds by which the job of WP-Cron may be late before it counts as dead, and for which a request sends then.
	 */
	const CRON_PATIENCE = 2 * HOUR_IN_SECONDS;
	const BUDGET        = 5;

	/**
	 * Hooks in.
	 */
	public static function start() {
		if ( is_admin() && is_main_site() && is_main_network() ) {
			add_action( 'shutdown', array( __CLASS__, 'stand_in' ), PHP_INT_MAX );
		}
	}

	/**
	 * A call is about to be made. A second one does not give the first one more time.
	 */
	public static function calling() {
		$times = self::times();
		if ( $times['called_at'] <= $times['heard_at'] ) {
			self::save( array( 'called_at' => time() ) + $times );
		}
	}

	/**
	 * A call has arrived.
	 */
	public static function heard() {
		self::save( array( 'heard_at' => time() ) + self::times() );
	}

	/**
	 * Whether the latest call failed.
	 *
	 * @return bool
	 */
	public static function has_failed() {
		$times = self::times();
		return $times['called_at'] > $times['heard_at'] && $times['called_at'] < time() - self::PATIENCE;
	}

	/**
	 * Whether WP-Cron does not run: the job that is due every five minutes has been due for long.
	 *
	 * @return bool
	 */
	public static function is_cron_dead() {
		$next = wp_next_scheduled( Closte_Domain_Sync_Schedule::SWEEP );
		return false !== $next && $next < time() - self::CRON_PATIENCE;
	}

	/**
	 * At the end of a request in the admin screens: does what nobody else does.
	 */
	public static function stand_in() {
		if ( wp_doing_cron() || ! self::is_cron_dead() ) {
			return;
		}
		Closte_Domain_Sync_Schedule::let_visitor_go();
		if ( ! self::has_failed() ) {
			// Another way may be open; the next request knows.
			Closte_Domain_Sync_Schedule::guarded( array( 'Closte_Domain_Sync_Schedule', 'wake' ) );
			return;
		}
		Closte_Domain_Sync_Schedule::guarded( array( 'Closte_Domain_Sync_Sweep', 'go_on' ), Closte_Domain_Sync_Answer::SWEEP_SECONDS );
		Closte_Domain_Sync_Schedule::guarded( array( 'Closte_Domain_Sync_Sender', 'run' ), self::BUDGET );
	}

	/**
	 * The times.
	 *
	 * @return array{called_at: int, heard_at: int}
	 */
	private static function times() {
		$times = get_network_option( get_main_network_id(), self::OPTION );
		$none  = array(
			'called_at' => 0,
			'heard_at'  => 0,
		);
		return is_array( $times ) ? $times + $none : $none;
	}

	/**
	 * Writes down the times.
	 *
	 * @param array $times Times.
	 */
	private static function save( array $times ) {
		update_network_option( get_main_network_id(), self::OPTION, $times );
	}
}
