<?php
/**
 * The e-mail to the network's address.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Sends everything that waits for the network's address in one e-mail. The first notice goes at once, and what comes within
 * the hour after it goes together: 10,000 domains that fail in one night are some e-mails, not 10,000.
 */
final class Closte_Domain_Sync_Notice_Digest {

	/**
	 * The network option with when the next one may go, and how many failed one after another.
	 */
	const OPTION = 'closte_sync_digest';

	/**
	 * How many seconds two of them are apart.
	 */
	const EVERY = HOUR_IN_SECONDS;

	/**
	 * Sends what waits, if it may go by now.
	 */
	public static function send() {
		$state = self::state();
		if ( $state['not_before'] > time() ) {
			return;
		}
		$channel = Closte_Domain_Sync_Notice_Settings::ADMIN;
		$claim   = bin2hex( random_bytes( 16 ) );
		$counts  = Closte_Domain_Sync_Notice_Queue::bundle( $channel, $claim );
		if ( ! $counts ) {
			return;
		}
		$rows = Closte_Domain_Sync_Notice_Queue::in_bundle( $channel, $claim, Closte_Domain_Sync_Notice_Mail::MOST );
		if ( Closte_Domain_Sync_Notice_Sender::succeeds( array( 'Closte_Domain_Sync_Notice_Mail', 'to_admin' ), $rows, $counts ) ) {
			Closte_Domain_Sync_Notice_Queue::bundle_told( $channel, $claim );
			self::wait( self::EVERY, 0 );
		} else {
			Closte_Domain_Sync_Notice_Queue::bundle_not_told( $channel, $claim );
			self::wait( Closte_Domain_Sync_Notice_Sender::wait_after( $state['failed'] ), $state['failed'] + 1 );
		}
	}

	/**
	 * When the next one goes.
	 *
	 * @return int|null Unix seconds; null if nothing waits.
	 */
	public static function next_due() {
		$due = Closte_Domain_Sync_Notice_Queue::next_due( Closte_Domain_Sync_Notice_Settings::ADMIN );
		return null === $due ? null : max( $due, self::state()['not_before'] );
	}

	/**
	 * When the next one may go.
	 *
	 * @return array{not_before: int, failed: int} Unix seconds, and how many failed one after another.
	 */
	public static function state() {
		$state = get_network_option( get_main_network_id(), self::OPTION );
		return isset( $state['not_before'], $state['failed'] ) ? $state : array(
			'not_before' => 0,
			'failed'     => 0,
		);
	}

	/**
	 * Has the next one wait.
	 *
	 * @param int $seconds For how many seconds.
	 * @param int $failed  How many failed one after another.
	 */
	private static function wait( $seconds, $failed ) {
		update_network_option(
			get_main_network_id(),
			self::OPTION,
			array(
				'not_before' => time() + $seconds,
				'failed'     => $failed,
			)
		);
	}
}
