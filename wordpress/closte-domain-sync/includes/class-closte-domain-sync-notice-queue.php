<?php
/**
 * The queue of notices.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The notices that are still to be told: a row for each notice and channel. It is written in one transaction with the
 * report that caused it, and is gone once it was told.
 *
 * A row that is being told is claimed first. Should PHP die in the middle, it is told again, under the same id, when the
 * claim ends: rather twice in that case than never.
 */
final class Closte_Domain_Sync_Notice_Queue {

	/**
	 * For how many seconds a row that is being told is left alone: longer than any request may take.
	 */
	const CLAIM_SECONDS = HOUR_IN_SECONDS;

	/**
	 * After how many days a notice is given up that could not be told.
	 */
	const DAYS = 30;

	/**
	 * Changes the row of a domain, and writes a notice of that down, both or none. The caller's conditions see to it that
	 * of two reports at once one makes the change, and the notice.
	 *
	 * @param object $row     Row of the domain as it was read.
	 * @param array  $changes New values by columns.
	 * @param array  $where   Conditions by columns.
	 * @param string $kind    Notice; empty if there is none.
	 * @return bool Whether the row was changed.
	 */
	public static function change_row( $row, array $changes, array $where, $kind ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		if ( '' === $kind ) {
			return (bool) $wpdb->update( $table, $changes, $where );
		}
		// WordPress connects anew where a connection is lost, and repeats the latest statement alone. The variable is lost
		// with the connection.
		$wpdb->query( 'START TRANSACTION' );
		$wpdb->query( 'SET @closte_sync_notice = 1' );
		$notice = self::add( $row, $changes, $kind );
		if ( '' !== $notice && ! self::is_same_connection() ) {
			$wpdb->delete( Closte_Domain_Sync_Schema::notices(), array( 'notice' => $notice ) );
			$notice = '';
		}
		$is_changed = '' !== $notice && $wpdb->update( $table, $changes, $where );
		if ( $is_changed && ! self::is_same_connection() ) {
			self::add( $row, $changes, $kind );
		}
		if ( $is_changed ) {
			$wpdb->query( 'COMMIT' );
		} else {
			$wpdb->query( 'ROLLBACK' );
		}
		return $is_changed;
	}

	/**
	 * Takes a row that is due for the one that tells it.
	 *
	 * @param string $channel One of the channels.
	 * @return object|null The row; null if none is due or the database cannot write now.
	 */
	public static function claim( $channel ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::notices();
		$row   = $wpdb->get_row( $wpdb->prepare( "SELECT * FROM $table WHERE channel = %s AND next_try <= %d ORDER BY next_try, id LIMIT 1", $channel, time() ) );
		$taken = $row ? $wpdb->query( $wpdb->prepare( "UPDATE $table SET attempts = attempts + 1, next_try = %d WHERE id = %d AND attempts = %d AND next_try <= %d", time() + self::CLAIM_SECONDS, $row->id, $row->attempts, time() ) ) : 0;
		return $taken ? $row : null;
	}

	/**
	 * A row was told.
	 *
	 * @param object $row Row.
	 */
	public static function told( $row ) {
		global $wpdb;
		$wpdb->delete( Closte_Domain_Sync_Schema::notices(), array( 'id' => $row->id ) );
	}

	/**
	 * A row could not be told.
	 *
	 * @param object $row     Row as it was claimed.
	 * @param int    $seconds After how many seconds it is tried again.
	 */
	public static function put_off( $row, $seconds ) {
		global $wpdb;
		$wpdb->update( Closte_Domain_Sync_Schema::notices(), array( 'next_try' => time() + $seconds ), array( 'id' => $row->id ) );
	}

	/**
	 * Takes all rows of a channel together that are due. What comes later is not among them, whatever its id.
	 *
	 * @param string $channel One of the channels.
	 * @param string $claim   Name of the bundle.
	 * @return int[] How many there are, by notice.
	 */
	public static function bundle( $channel, $claim ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::notices();
		if ( ! $wpdb->query( $wpdb->prepare( "UPDATE $table SET claim = %s, next_try = %d WHERE channel = %s AND next_try <= %d", $claim, time() + self::CLAIM_SECONDS, $channel, time() ) ) ) {
			return array();
		}
		$counts = $wpdb->get_results( $wpdb->prepare( "SELECT kind, COUNT(*) AS notices FROM $table WHERE channel = %s AND claim = %s GROUP BY kind", $channel, $claim ) );
		return array_map( 'intval', array_column( $counts, 'notices', 'kind' ) );
	}

	/**
	 * The rows of a bundle, those that matter most first.
	 *
	 * @param string $channel One of the channels.
	 * @param string $claim   Name of the bundle.
	 * @param int    $limit   How many at most.
	 * @return object[]
	 */
	public static function in_bundle( $channel, $claim, $limit ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::notices();
		return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $table WHERE channel = %s AND claim = %s ORDER BY FIELD(kind, 'lost', 'failed', 'overdue', 'ready'), id LIMIT %d", $channel, $claim, $limit ) );
	}

	/**
	 * A bundle was told.
	 *
	 * @param string $channel One of the channels.
	 * @param string $claim   Name of the bundle.
	 */
	public static function bundle_told( $channel, $claim ) {
		global $wpdb;
		$wpdb->delete( Closte_Domain_Sync_Schema::notices(), compact( 'channel', 'claim' ) );
	}

	/**
	 * A bundle could not be told.
	 *
	 * @param string $channel One of the channels.
	 * @param string $claim   Name of the bundle.
	 */
	public static function bundle_not_told( $channel, $claim ) {
		global $wpdb;
		$wpdb->update( Closte_Domain_Sync_Schema::notices(), array( 'next_try' => time() ), compact( 'channel', 'claim' ) );
	}

	/**
	 * When the next row of a channel is due.
	 *
	 * @param string $channel One of the channels.
	 * @return int|null Unix seconds; null if there is none.
	 */
	public static function next_due( $channel ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::notices();
		$due   = $wpdb->get_var( $wpdb->prepare( "SELECT MIN(next_try) FROM $table WHERE channel = %s", $channel ) );
		return null === $due ? null : (int) $due;
	}

	/**
	 * How many rows of a channel wait, and since when the oldest one does.
	 *
	 * @param string $channel One of the channels.
	 * @return array{0: int, 1: int} Number, and Unix seconds (0 if there is none).
	 */
	public static function census( $channel ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::notices();
		$row   = $wpdb->get_row( $wpdb->prepare( "SELECT COUNT(*) AS notices, MIN(noted_at) AS oldest FROM $table WHERE channel = %s", $channel ) );
		return array( (int) ( $row->notices ?? 0 ), (int) ( $row->oldest ?? 0 ) );
	}

	/**
	 * Gives up what could not be told for long.
	 */
	public static function forget_old() {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::notices();
		$gone  = $wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE noted_at < %d", time() - self::DAYS * DAY_IN_SECONDS ) );
		if ( $gone ) {
			error_log( "Closte Domain Sync gave up $gone notices of domains that could not be told" );
		}
	}

	/**
	 * Writes a notice down, a row for each channel.
	 *
	 * @param object $row     Row of the domain as it was read.
	 * @param array  $changes What is about to change in it.
	 * @param string $kind    Notice.
	 * @return string Its id; empty if it could not be written.
	 */
	private static function add( $row, array $changes, $kind ) {
		global $wpdb;
		$notice = bin2hex( random_bytes( 16 ) );
		$values = array(
			'notice'   => $notice,
			'kind'     => $kind,
			'domain'   => $row->domain,
			'site_id'  => (int) $row->site_id,
			'stage'    => $changes['stage'],
			'message'  => $changes['message'],
			'noted_at' => time(),
			'next_try' => time(),
		);
		foreach ( Closte_Domain_Sync_Notice_Settings::channels( $kind ) as $channel ) {
			if ( ! $wpdb->insert( Closte_Domain_Sync_Schema::notices(), compact( 'channel' ) + $values ) ) {
				return '';
			}
		}
		return $notice;
	}

	/**
	 * Whether the connection is the one on which the transaction began.
	 *
	 * @return bool
	 */
	private static function is_same_connection() {
		global $wpdb;
		return '1' === $wpdb->get_var( 'SELECT @closte_sync_notice' );
	}
}
