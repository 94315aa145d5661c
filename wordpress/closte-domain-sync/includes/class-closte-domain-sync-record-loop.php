<?php
/**
 * Ultimate Multisite's own checks of a domain.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Ultimate Multisite looks at a domain itself, and calls it failed after some tries. While the functions follow a domain
 * it is theirs to say so: DNS gets days with them, not minutes.
 */
final class Closte_Domain_Sync_Record_Loop {

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_filter( 'wu_async_process_domain_stage_max_tries', array( __CLASS__, 'max_tries' ), PHP_INT_MAX, 2 );
	}

	/**
	 * After how many tries Ultimate Multisite gives a domain up.
	 *
	 * @param int         $tries  As many as there would be otherwise.
	 * @param object|null $record Record of Ultimate Multisite.
	 * @return int
	 */
	public static function max_tries( $tries, $record = null ) {
		if ( ! is_object( $record ) || ! method_exists( $record, 'get_domain' ) || ! Closte_Domain_Sync_Identity::is_the_network() ) {
			return $tries;
		}
		if ( '' !== Closte_Domain_Sync_Database::trouble() ) {
			// Nobody can say that the domain is not followed.
			return PHP_INT_MAX;
		}
		$row = Closte_Domain_Sync_Domain_Table::row( Closte_Domain_Sync_Domain_Name::normalise( $record->get_domain() ) );
		return $row && self::is_followed( $row->wanted, $row->state, $row->stage ) ? PHP_INT_MAX : $tries;
	}

	/**
	 * Whether the functions follow a domain, or will as soon as they know of it.
	 *
	 * @param string $wanted   What is wanted of it.
	 * @param string $delivery How far the delivery of its event is.
	 * @param string $stage    Its stage.
	 * @return bool
	 */
	public static function is_followed( $wanted, $delivery, $stage ) {
		return Closte_Domain_Sync_Domain_Table::MAPPED === $wanted
			&& Closte_Domain_Sync_Event_Queue::REFUSED !== $delivery
			&& ! in_array( $stage, array( 'failed', 'ssl-failed', 'cancelled' ), true );
	}
}
