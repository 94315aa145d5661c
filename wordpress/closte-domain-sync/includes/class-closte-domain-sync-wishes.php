<?php
/**
 * What is wanted of domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Decides what is wanted of a domain and of its www. when a site gets or loses it, and has the functions told once the
 * page is done.
 */
final class Closte_Domain_Sync_Wishes {

	/**
	 * A site wants a domain, and its www. if that goes with it.
	 *
	 * @param mixed  $domain   Domain as WordPress has it. What can be no domain is not mapped.
	 * @param int    $site_id  Site.
	 * @param string $delivery Delivery of the first event of a domain that the table did not have.
	 * @return int How many events this made.
	 */
	public static function map( $domain, $site_id, $delivery = Closte_Domain_Sync_Event_Queue::WAITING ) {
		$domain = Closte_Domain_Sync_Domain_Name::normalise( $domain );
		if ( '' === $domain ) {
			return 0;
		}
		$www    = Closte_Domain_Sync_Www::of( $domain );
		$events = self::add( $domain, $site_id, Closte_Domain_Sync_Domain_Table::MAPPED, $delivery );
		if ( Closte_Domain_Sync_Www::goes_with( $domain ) && ! Closte_Domain_Sync_Network::site_that_has( $www ) ) {
			$events += self::add( $www, $site_id, Closte_Domain_Sync_Domain_Table::MAPPED, $delivery );
		}
		return $events;
	}

	/**
	 * A site does not want a domain any more, nor its www. A name that another site wants is left to that one.
	 *
	 * @param mixed $domain         Domain as WordPress has it.
	 * @param int   $site_id        Site.
	 * @param bool  $record_deleted Whether the name's record was deleted in this very request.
	 */
	public static function remove( $domain, $site_id, $record_deleted = false ) {
		$domain = Closte_Domain_Sync_Domain_Name::normalise( $domain );
		if ( '' === $domain ) {
			return;
		}
		$deleted_name = $record_deleted ? $domain : '';
		$www          = Closte_Domain_Sync_Www::of( $domain );
		// The row is read first: it says whether www. was mapped with the domain.
		$row = Closte_Domain_Sync_Domain_Table::row( $www );
		self::give_up( $domain, $site_id, $deleted_name );
		if ( $row ? Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted : Closte_Domain_Sync_Www::goes_with( $domain ) ) {
			self::give_up( $www, $site_id, $deleted_name );
		}
	}

	/**
	 * A name lost the site that wanted it.
	 *
	 * @param string $domain       Domain.
	 * @param int    $site_id      Site.
	 * @param string $deleted_name Name whose record was deleted a moment ago.
	 */
	private static function give_up( $domain, $site_id, $deleted_name ) {
		$heir = Closte_Domain_Sync_Network::site_to_map( $domain, $deleted_name );
		if ( $heir ) {
			self::add( $domain, $heir, Closte_Domain_Sync_Domain_Table::MAPPED );
		} else {
			self::add( $domain, $site_id, Closte_Domain_Sync_Domain_Table::REMOVED );
		}
	}

	/**
	 * Writes down one wish, and has the functions told after this request.
	 *
	 * @param string $domain   Domain.
	 * @param int    $site_id  Site.
	 * @param string $wanted   Domain_Table::MAPPED or REMOVED.
	 * @param string $delivery Delivery of the first event of a domain that the table did not have.
	 * @return int 1 if it made an event, 0 if not.
	 */
	private static function add( $domain, $site_id, $wanted, $delivery = Closte_Domain_Sync_Event_Queue::WAITING ) {
		if ( Closte_Domain_Sync_Network::is_network( $domain ) || ! Closte_Domain_Sync_Domain_Table::store_wish( $domain, (int) $site_id, $wanted, $delivery ) ) {
			return 0;
		}
		Closte_Domain_Sync_Schedule::after_this_request();
		return 1;
	}
}
