<?php
/**
 * The table of domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The rows of the table: one for each domain that the network wants or once wanted. Here a wish is written, and rows are
 * read. What happens to a row's event is the matter of Event_Queue, what happens to its stage that of Stage.
 *
 * A row is an object with the table's columns, all of them texts.
 */
final class Closte_Domain_Sync_Domain_Table {

	/**
	 * What is wanted of a domain: that it is mapped, or that its mapping is taken back.
	 */
	const MAPPED  = 'mapped';
	const REMOVED = 'removed';

	/**
	 * Writes down what is wanted of a domain now. A wish that is not new changes nothing; a new one is a new event, which
	 * waits to be sent.
	 *
	 * The whole decision is one statement, so that two requests at once leave one event behind. In it `event_id` comes
	 * before `wanted` and `site_id`, because MySQL assigns from left to right.
	 *
	 * @param string $domain   Domain in its normal form.
	 * @param int    $site_id  Site.
	 * @param string $wanted   MAPPED or REMOVED.
	 * @param string $delivery Delivery of the first event of a domain that the table did not have: Event_Queue::SENT if
	 *                         nobody needs to be told.
	 * @return bool Whether this was news. False, too, if the database failed twice; the error log has that.
	 */
	public static function store_wish( $domain, $site_id, $wanted, $delivery = Closte_Domain_Sync_Event_Queue::WAITING ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		$now   = time();
		$same  = "wanted = VALUES(wanted) AND (wanted = 'removed' OR site_id = VALUES(site_id))";
		$tries = 2;
		do {
			// A deadlock or a connection that was lost: the wish must not be lost with it.
			$rows = $wpdb->query(
				$wpdb->prepare(
					"INSERT INTO $table (domain, site_id, wanted, event_id, state, next_try, wished_at, updated_at, message)
					VALUES (%s, %d, %s, %s, %s, %d, %d, %d, '')
					ON DUPLICATE KEY UPDATE
						state = IF($same, state, 'waiting'),
						attempts = IF($same, attempts, 0),
						next_try = IF($same, next_try, VALUES(next_try)),
						stage = IF($same, stage, ''),
						message = IF($same, message, ''),
						wished_at = IF($same, wished_at, VALUES(wished_at)),
						updated_at = IF($same, updated_at, VALUES(updated_at)),
						event_id = IF($same, event_id, VALUES(event_id)),
						site_id = IF($same, site_id, VALUES(site_id)),
						wanted = VALUES(wanted)",
					$domain,
					$site_id,
					$wanted,
					Closte_Domain_Sync_Event_Queue::new_id(),
					$delivery,
					$now,
					$now,
					$now
				)
			);
		} while ( false === $rows && --$tries );
		if ( false === $rows ) {
			error_log( "Closte Domain Sync could not note that $domain is to be $wanted: $wpdb->last_error" );
		}
		return $rows > 0;
	}

	/**
	 * The row of a domain.
	 *
	 * @param string $domain Domain in its normal form.
	 * @return object|null
	 */
	public static function row( $domain ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM $table WHERE domain = %s", $domain ) );
	}

	/**
	 * A page of rows in the order of the name, byte by byte.
	 *
	 * @param string $after The page begins behind this name; empty for the first one.
	 * @param int    $limit How many rows at most.
	 * @return object[]
	 */
	public static function page( $after, $limit ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $table WHERE domain > %s ORDER BY domain LIMIT %d", $after, $limit ) );
	}

	/**
	 * The domains that are wanted for a site.
	 *
	 * @param int $site_id Site.
	 * @return string[] In the order of the name.
	 */
	public static function mapped_to( $site_id ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		return $wpdb->get_col( $wpdb->prepare( "SELECT domain FROM $table WHERE site_id = %d AND wanted = %s ORDER BY domain", $site_id, self::MAPPED ) );
	}
}
