<?php
/**
 * What has become of a domain, in one word.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Says of a row in one word what has become of the domain, for scripts that wait for it.
 */
final class Closte_Domain_Sync_Outcome {

	const DONE       = 'done';
	const ON_ITS_WAY = 'on-its-way';
	const FAILED     = 'failed';
	const UNKNOWN    = 'unknown';

	/**
	 * The exit codes of wp closte-sync status.
	 */
	const EXIT_CODES = array(
		self::DONE       => 0,
		self::ON_ITS_WAY => 1,
		self::FAILED     => 2,
		self::UNKNOWN    => 2,
	);

	/**
	 * What has become of the domain of a row.
	 *
	 *     Wanted    Stage                            Event     Outcome
	 *     removed                                              unknown: nobody asks for it any more
	 *     mapped    done, done-without-ssl                     done
	 *     mapped    failed, ssl-failed, cancelled              failed
	 *     mapped    none                             refused   failed
	 *     mapped    any other, or none                         on-its-way
	 *
	 * @param object|null $row Row; null if the table does not have the domain.
	 * @return string One of the constants.
	 */
	public static function of( $row ) {
		if ( ! $row || Closte_Domain_Sync_Domain_Table::MAPPED !== $row->wanted ) {
			return self::UNKNOWN;
		}
		if ( in_array( $row->stage, Closte_Domain_Sync_Stage::SERVED, true ) ) {
			return self::DONE;
		}
		$is_refused  = '' === $row->stage && Closte_Domain_Sync_Event_Queue::REFUSED === $row->state;
		$is_given_up = 'cancelled' === $row->stage || in_array( $row->stage, Closte_Domain_Sync_Notice::GIVEN_UP, true );
		return $is_refused || $is_given_up ? self::FAILED : self::ON_ITS_WAY;
	}
}
