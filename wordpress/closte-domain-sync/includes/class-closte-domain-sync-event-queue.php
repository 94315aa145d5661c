<?php
/**
 * The queue of webhook events.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The webhook events in the table, and how far the delivery of each one is. Each row has one event, the latest: the one
 * that says what is wanted of the domain now. The delivery is in the column `state`.
 */
final class Closte_Domain_Sync_Event_Queue {

	/**
	 * How far the delivery is: the event waits for its next attempt, the functions have taken it, or they have refused
	 * it for good.
	 */
	const WAITING = 'waiting';
	const SENT    = 'sent';
	const REFUSED = 'refused';

	/**
	 * For how many seconds a sender has an event to itself. Longer than any request may take; if the sender dies,
	 * another one goes on after that.
	 */
	const CLAIM_SECONDS = 300;

	/**
	 * How often a sender looks for an event that it can take. A replica of the database that lags behind shows the same one
	 * again and again.
	 */
	const LOOKS = 3;

	/**
	 * Refusals that say how things stood at that moment, not that the event is wrong: the sweep has such an event sent again,
	 * at most once a day.
	 */
	const PASSING = array( 'another-network', 'still-wanted', 'unheard-of' );

	/**
	 * Takes an event that is due, of a name that is looked after, for one sender.
	 *
	 * The claim is on the domain, not on the event: while an older event is on its way, a newer one waits, and so
	 * cannot arrive first. The update takes a row only if nobody else has taken it since it was read.
	 *
	 * @param string $claim Name of the sender.
	 * @return object|null The row as it was before; null if nothing is due or the database cannot write now.
	 */
	public static function claim( $claim ) {
		global $wpdb;
		$table                   = Closte_Domain_Sync_Schema::domains();
		list( $marks, $sources ) = Closte_Domain_Sync_Switch::as_values();
		for ( $looks = self::LOOKS; $looks > 0; --$looks ) {
			$now = time();
			$row = $wpdb->get_row(
				$wpdb->prepare(
					"SELECT * FROM $table WHERE state = %s AND next_try <= %d AND claimed_until <= %d AND source IN ($marks) ORDER BY next_try, domain LIMIT 1",
					array_merge( array( self::WAITING, $now, $now ), $sources )
				)
			);
			if ( ! $row ) {
				return null;
			}
			$taken = $wpdb->query(
				$wpdb->prepare(
					"UPDATE $table SET claim = %s, claimed_until = %d WHERE domain = %s AND event_id = %s AND state = %s AND claimed_until <= %d",
					$claim,
					$now + self::CLAIM_SECONDS,
					$row->domain,
					$row->event_id,
					self::WAITING,
					$now
				)
			);
			if ( $taken ) {
				return $row;
			}
			if ( false === $taken ) {
				// To ask the database again at once would not end.
				return null;
			}
		}
		return null;
	}

	/**
	 * Writes down what became of an event that was claimed, and lets go of its domain. If there is a newer wish by now,
	 * it only lets go.
	 *
	 * @param object $row     The row as it was claimed.
	 * @param string $claim   Name of the sender.
	 * @param array  $changes New values by columns.
	 */
	public static function settle( $row, $claim, array $changes ) {
		global $wpdb;
		$free    = array(
			'claim'         => '',
			'claimed_until' => 0,
		);
		$mine    = array(
			'domain' => $row->domain,
			'claim'  => $claim,
		);
		$table   = Closte_Domain_Sync_Schema::domains();
		$settled = $wpdb->update( $table, $changes + $free, $mine + array( 'event_id' => $row->event_id ) );
		if ( ! $settled ) {
			$wpdb->update( $table, $free, $mine );
		}
	}

	/**
	 * Makes the event of a domain due now, as if it were wished now. One that the functions have answered becomes a new
	 * event, since they know the old one. That it works is remembered, and not told anew.
	 *
	 * @param string $domain Domain in its normal form.
	 */
	public static function renew( $domain ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		$now   = time();
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE $table SET event_id = IF(state = 'waiting', event_id, %s), state = 'waiting', attempts = 0, next_try = %d, told = IF(told = 'ready' OR (told = '' AND stage IN ('done', 'done-without-ssl')), 'ready', ''), stage = '', message = '', next_look_at = 0, updated_at = %d WHERE domain = %s",
				self::new_id(),
				$now,
				$now,
				$domain
			)
		);
	}

	/**
	 * Has events sent again that were refused for a reason that passes, a day ago or earlier.
	 *
	 * @param int $limit How many at most.
	 */
	public static function renew_refused( $limit ) {
		global $wpdb;
		$table                   = Closte_Domain_Sync_Schema::domains();
		list( $marks, $sources ) = Closte_Domain_Sync_Switch::as_values();
		$domains                 = $wpdb->get_col( $wpdb->prepare( "SELECT domain FROM $table WHERE state = %s AND next_try <= %d AND refusal IN (%s, %s, %s) AND source IN ($marks) LIMIT %d", array_merge( array( self::REFUSED, time() - DAY_IN_SECONDS ), self::PASSING, $sources, array( $limit ) ) ) );
		foreach ( $domains as $domain ) {
			self::renew( $domain );
			Closte_Domain_Sync_Schedule::after_this_request();
		}
	}

	/**
	 * The domains whose events the functions do not have: those that wait or were refused.
	 *
	 * @return string[] In the order of the name.
	 */
	public static function undelivered() {
		global $wpdb;
		$table                   = Closte_Domain_Sync_Schema::domains();
		list( $marks, $sources ) = Closte_Domain_Sync_Switch::as_values();
		return $wpdb->get_col( $wpdb->prepare( "SELECT domain FROM $table WHERE state IN (%s, %s) AND source IN ($marks) ORDER BY domain", array_merge( array( self::WAITING, self::REFUSED ), $sources ) ) );
	}

	/**
	 * The domains that are mapped and of which the functions were never told: they were imported without that, or found
	 * again after the table was lost.
	 *
	 * @return string[] In the order of the name.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function untold() {
		global $wpdb;
		$table                   = Closte_Domain_Sync_Schema::domains();
		list( $marks, $sources ) = Closte_Domain_Sync_Switch::as_values();
		$domains                 = $wpdb->get_col( $wpdb->prepare( "SELECT domain FROM $table WHERE state = %s AND wanted = %s AND attempts = 0 AND source IN ($marks) ORDER BY domain", array_merge( array( self::SENT, Closte_Domain_Sync_Domain_Table::MAPPED ), $sources ) ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return $domains;
	}

	/**
	 * The domains whose events the functions refused.
	 *
	 * @return string[] In the order of the name.
	 */
	public static function refused() {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		return $wpdb->get_col( $wpdb->prepare( "SELECT domain FROM $table WHERE state = %s ORDER BY domain", self::REFUSED ) );
	}

	/**
	 * When the next event is due.
	 *
	 * @return int|null Unix seconds; null if no event waits.
	 */
	public static function next_due() {
		global $wpdb;
		$table                   = Closte_Domain_Sync_Schema::domains();
		list( $marks, $sources ) = Closte_Domain_Sync_Switch::as_values();
		$due                     = $wpdb->get_var( $wpdb->prepare( "SELECT MIN(GREATEST(next_try, claimed_until)) FROM $table WHERE state = %s AND source IN ($marks)", array_merge( array( self::WAITING ), $sources ) ) );
		return null === $due ? null : (int) $due;
	}

	/**
	 * How many events of names that are looked after there are of a delivery, and when the oldest of them was wished.
	 *
	 * @param string $delivery WAITING, SENT or REFUSED.
	 * @return array{0: int, 1: int} Number, and Unix seconds (0 if there is none).
	 */
	public static function census( $delivery ) {
		global $wpdb;
		$table                   = Closte_Domain_Sync_Schema::domains();
		list( $marks, $sources ) = Closte_Domain_Sync_Switch::as_values();
		$row                     = $wpdb->get_row( $wpdb->prepare( "SELECT COUNT(*) AS events, MIN(wished_at) AS oldest FROM $table WHERE state = %s AND source IN ($marks)", array_merge( array( $delivery ), $sources ) ) );
		return array( (int) ( $row->events ?? 0 ), (int) ( $row->oldest ?? 0 ) );
	}

	/**
	 * An id that no event had before.
	 *
	 * @return string
	 */
	public static function new_id() {
		return 'evt_' . bin2hex( random_bytes( 16 ) );
	}
}
