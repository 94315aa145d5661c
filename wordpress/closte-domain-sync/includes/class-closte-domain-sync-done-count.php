<?php
/**
 * How many domains are done.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The number of domains that work and need an alias, which stands in every answer about domains. To count them takes the
 * longer the more there are; so of many, what was counted is kept for a while. The functions judge by it whether Closte's
 * list lacks a tenth of them, and no tenth of many is done in a minute.
 */
final class Closte_Domain_Sync_Done_Count {

	/**
	 * Network option in which the number is kept, with the time at which it was counted.
	 */
	const OPTION = 'closte_sync_done_count';

	/**
	 * From so many on, the number is kept.
	 */
	const MANY = 10000;

	/**
	 * Seconds for which it is kept.
	 */
	const KEPT_FOR = 60;

	/**
	 * The number.
	 *
	 * @return int
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function now() {
		$kept = get_network_option( get_main_network_id(), self::OPTION );
		$age  = is_array( $kept ) ? time() - $kept['counted_at'] : self::KEPT_FOR;
		if ( $age >= 0 && $age < self::KEPT_FOR ) {
			return $kept['done'];
		}
		$done = Closte_Domain_Sync_Domain_Table::count_done();
		if ( $done >= self::MANY ) {
			update_network_option(
				get_main_network_id(),
				self::OPTION,
				array(
					'done'       => $done,
					'counted_at' => time(),
				)
			);
		}
		return $done;
	}
}
