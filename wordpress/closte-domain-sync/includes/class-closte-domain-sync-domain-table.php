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
	 * The whole decision is one statement, so that two requests at once leave one event behind. In it what `$same` reads
	 * (`site_id`, `network_id`, `wanted`) comes last, because MySQL assigns from left to right.
	 *
	 * @param string $domain   Domain in its normal form.
	 * @param int    $site_id  Site.
	 * @param string $wanted   MAPPED or REMOVED.
	 * @param string $delivery   Delivery of the first event of a domain that the table did not have: Event_Queue::SENT if
	 *                           nobody needs to be told.
	 * @param int    $network_id Network that the functions are told for it; another one is another wish. 0 if it is not known.
	 * @param string $source     Where the wish was read (Owners); of a removal of which a row is there, what that has.
	 * @return bool Whether this was news. False, too, if the database failed twice; the error log has that.
	 */
	public static function store_wish( $domain, $site_id, $wanted, $delivery = Closte_Domain_Sync_Event_Queue::WAITING, $network_id = 0, $source = '' ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		$now   = time();
		$same  = "wanted = VALUES(wanted) AND (wanted = 'removed' OR (site_id = VALUES(site_id) AND network_id IN (0, VALUES(network_id))))";
		$tries = 2;
		do {
			// A deadlock or a connection that was lost: the wish must not be lost with it.
			$rows = $wpdb->query(
				$wpdb->prepare(
					"INSERT INTO $table (domain, site_id, network_id, source, wanted, event_id, state, next_try, wished_at, updated_at, message)
					VALUES (%s, %d, %d, %s, %s, %s, %s, %d, %d, %d, '')
					ON DUPLICATE KEY UPDATE
						state = IF($same, state, 'waiting'),
						attempts = IF($same, attempts, 0),
						next_try = IF($same, next_try, VALUES(next_try)),
						stage = IF($same, stage, ''),
						message = IF($same, message, ''),
						next_look_at = IF($same, next_look_at, 0),
						told = IF($same, told, ''),
						wished_at = IF($same, wished_at, VALUES(wished_at)),
						updated_at = IF($same, updated_at, VALUES(updated_at)),
						event_id = IF($same, event_id, VALUES(event_id)),
						not_needed = IF($same, not_needed, 0),
						refusal = IF($same, refusal, ''),
						source = IF(VALUES(wanted) = 'removed' AND source <> '', source, VALUES(source)),
						site_id = IF($same, site_id, VALUES(site_id)),
						network_id = IF(VALUES(network_id) = 0, network_id, VALUES(network_id)),
						wanted = VALUES(wanted)",
					$domain,
					$site_id,
					$network_id,
					$source,
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
	 * The rows of domains.
	 *
	 * @param string[] $domains Domains in their normal form.
	 * @return object[] By domain; without those that have none.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function rows( array $domains ) {
		global $wpdb;
		if ( ! $domains ) {
			return array();
		}
		$table = Closte_Domain_Sync_Schema::domains();
		$marks = implode( ', ', array_fill( 0, count( $domains ), '%s' ) );
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $table WHERE domain IN ($marks)", array_values( $domains ) ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return array_column( $rows, null, 'domain' );
	}

	/**
	 * A page of rows in the order of the name, byte by byte.
	 *
	 * @param string $after The page begins behind this name; empty for the first one.
	 * @param int    $limit How many rows at most.
	 * @return object[]
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function page( $after, $limit ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $table WHERE domain > %s ORDER BY domain LIMIT %d", $after, $limit ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return $rows;
	}

	/**
	 * Whether the table has any row.
	 *
	 * @return bool
	 */
	public static function has_rows() {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		return null !== $wpdb->get_var( "SELECT domain FROM $table LIMIT 1" );
	}

	/**
	 * How many domains are mapped and looked after.
	 *
	 * @return int
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function count_mapped() {
		global $wpdb;
		$table                   = Closte_Domain_Sync_Schema::domains();
		list( $marks, $sources ) = Closte_Domain_Sync_Switch::as_values();
		$count                   = $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM $table WHERE wanted = %s AND source IN ($marks)", array_merge( array( self::MAPPED ), $sources ) ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return (int) $count;
	}

	/**
	 * How many domains are mapped, looked after, work, and need an alias at Closte. The main network's own names need none,
	 * and no others but those of which the functions said so.
	 *
	 * @return int
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function count_done() {
		global $wpdb;
		$table                   = Closte_Domain_Sync_Schema::domains();
		$main                    = Closte_Domain_Sync_Network::main_domain();
		list( $marks, $sources ) = Closte_Domain_Sync_Switch::as_values();
		$count                   = $wpdb->get_var(
			$wpdb->prepare(
				"SELECT COUNT(*) FROM $table WHERE wanted = %s AND stage IN (%s, %s) AND not_needed = 0 AND domain <> %s AND domain NOT LIKE %s AND source IN ($marks)",
				array_merge( array( self::MAPPED ), Closte_Domain_Sync_Stage::SERVED, array( $main, '%.' . $wpdb->esc_like( $main ) ), $sources )
			)
		);
		Closte_Domain_Sync_Could_Not_Look::check();
		return (int) $count;
	}

	/**
	 * Writes down the network of rows that do not know theirs, and where their wish was read. That is no new wish.
	 *
	 * @param int      $network_id Network.
	 * @param string   $source     Source (Owners).
	 * @param string[] $domains    Domains.
	 */
	public static function note_owner( $network_id, $source, array $domains ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		$marks = implode( ', ', array_fill( 0, count( $domains ), '%s' ) );
		$wpdb->query( $wpdb->prepare( "UPDATE $table SET network_id = IF(network_id = 0, %d, network_id), source = %s WHERE domain IN ($marks)", array_merge( array( $network_id, $source ), $domains ) ) );
	}

	/**
	 * Writes down something about a domain that is no matter of its event or its stage.
	 *
	 * @param string $domain  Domain in its normal form.
	 * @param array  $changes New values by columns.
	 */
	public static function note( $domain, array $changes ) {
		global $wpdb;
		$wpdb->update( Closte_Domain_Sync_Schema::domains(), $changes, array( 'domain' => $domain ) );
	}

	/**
	 * Forgets domains whose removal was confirmed long ago: an alias of that name that comes back is somebody else's wish.
	 *
	 * @param int $days  How long ago.
	 * @param int $limit How many at most.
	 */
	public static function forget_removed( $days, $limit ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE wanted = %s AND stage = 'removed' AND state = %s AND updated_at < %d LIMIT %d", self::REMOVED, Closte_Domain_Sync_Event_Queue::SENT, time() - $days * DAY_IN_SECONDS, $limit ) );
	}

	/**
	 * Forgets a row that should never have been there.
	 *
	 * @param string $domain Domain.
	 */
	public static function forget( $domain ) {
		global $wpdb;
		$wpdb->delete( Closte_Domain_Sync_Schema::domains(), array( 'domain' => $domain ) );
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
