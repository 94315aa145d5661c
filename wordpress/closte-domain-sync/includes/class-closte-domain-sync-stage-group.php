<?php
/**
 * Groups of stages.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The groups in which the list of the domains shows its rows. Each row is in one.
 */
final class Closte_Domain_Sync_Stage_Group {

	const WORKING = 'working';
	const ON_WAY  = 'on-way';
	const FAILED  = 'failed';
	const REMOVED = 'removed';

	/**
	 * The stages in which somebody has to do something before anything changes.
	 */
	const OF_FAILURE = array( 'failed', 'ssl-failed', 'cancelled' );

	/**
	 * The group of a row.
	 *
	 *     Delivery   Wanted    Stage                           Group
	 *     refused    any       any                             failed: the functions do not have the wish
	 *     other      removed   any                             removed
	 *     other      mapped    done, done-without-ssl          working
	 *     other      mapped    failed, ssl-failed, cancelled   failed
	 *     other      mapped    any other, or none              on its way
	 *
	 * @param string $wanted   What is wanted.
	 * @param string $delivery How far the delivery of the event is.
	 * @param string $stage    Stage.
	 * @return string One of the constants.
	 */
	public static function of( $wanted, $delivery, $stage ) {
		if ( Closte_Domain_Sync_Event_Queue::REFUSED === $delivery ) {
			return self::FAILED;
		}
		if ( Closte_Domain_Sync_Domain_Table::REMOVED === $wanted ) {
			return self::REMOVED;
		}
		if ( in_array( $stage, Closte_Domain_Sync_Stage::SERVED, true ) ) {
			return self::WORKING;
		}
		return in_array( $stage, self::OF_FAILURE, true ) ? self::FAILED : self::ON_WAY;
	}

	/**
	 * What the groups are called.
	 *
	 * @return string[] By group, in the order in which they are shown.
	 */
	public static function labels() {
		return array(
			self::WORKING => __( 'Working', 'closte-domain-sync' ),
			self::ON_WAY  => __( 'On the way', 'closte-domain-sync' ),
			self::FAILED  => __( 'Failed', 'closte-domain-sync' ),
			self::REMOVED => __( 'Taken back', 'closte-domain-sync' ),
		);
	}
}
