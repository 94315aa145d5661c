<?php
/**
 * Which mapping a report counts for.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The mapping that is current: the one of the row's event, or one that the functions began by themselves (in `reconcile`)
 * after the wish. What another one reports is about a wish of before, and is overtaken.
 */
final class Closte_Domain_Sync_Current_Mapping {

	/**
	 * The id of a mapping that `reconcile` began: what it does, and the hour or, of a daily check, the day.
	 */
	const OF_RECONCILE = '/^reconcile-[a-z]+-(\d{8})(\d\d)?-[0-9a-f]+$/D';

	/**
	 * The network option that says that a report with an id has come: the functions are of a version that sends one.
	 */
	const OPTION = 'closte_sync_ids_come';

	/**
	 * Whether a report comes from the mapping that is current.
	 *
	 *     Id                      Began                                  Row                        Current
	 *     the row's event         whenever                               any                        yes
	 *     of another event        whenever                               any                        no
	 *     of reconcile            `mapped_at` says: in or after          wished in that second      yes
	 *                             `mapped_at` says: before               wished later               no
	 *                             the id says: in that hour, that day    wished in it or before     yes
	 *     none                    unknown                                wished before the plugin   yes
	 *                                                                    was updated, else          no
	 *
	 * @param string   $mapping_id Id in the report; empty if it has none.
	 * @param int|null $mapped_at  When the mapping began, in Unix seconds; null if the report does not say.
	 * @param string   $event_id   Event of the row.
	 * @param int      $wished_at  When it was wished, in Unix seconds.
	 * @param int      $updated_at When the plugin was updated to this version, in Unix seconds.
	 * @return bool
	 */
	public static function is_current( $mapping_id, $mapped_at, $event_id, $wished_at, $updated_at ) {
		if ( '' === $mapping_id ) {
			return $wished_at < $updated_at;
		}
		if ( $mapping_id === $event_id || ! preg_match( self::OF_RECONCILE, $mapping_id, $id ) ) {
			return $mapping_id === $event_id;
		}
		if ( null !== $mapped_at ) {
			return $mapped_at >= $wished_at;
		}
		return isset( $id[2] ) ? $id[1] . $id[2] >= gmdate( 'YmdH', $wished_at ) : $id[1] >= gmdate( 'Ymd', $wished_at );
	}

	/**
	 * Whether a report about a row comes from the mapping that is current.
	 *
	 * @param object   $row        Row.
	 * @param string   $mapping_id Id in the report; empty if it has none.
	 * @param int|null $mapped_at  When the mapping began; null if the report does not say.
	 * @return bool
	 */
	public static function is_reported_by( $row, $mapping_id, $mapped_at ) {
		return self::is_current( $mapping_id, $mapped_at, $row->event_id, (int) $row->wished_at, Closte_Domain_Sync_Update::time() );
	}

	/**
	 * A time of RFC 3339.
	 *
	 * @param mixed $text Text; an empty one is no time.
	 * @return int|null|false Unix seconds; null if there is no time, false if the text is none.
	 */
	public static function seconds_of( $text ) {
		if ( '' === $text ) {
			return null;
		}
		$is_time = is_string( $text ) && preg_match( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/D', $text );
		return $is_time ? strtotime( $text ) : false;
	}

	/**
	 * Whether the functions are known to send an id with their reports.
	 *
	 * @return bool
	 */
	public static function ids_have_come() {
		return (bool) get_network_option( get_main_network_id(), self::OPTION );
	}

	/**
	 * A report with an id came, whatever becomes of it.
	 */
	public static function an_id_came() {
		if ( ! self::ids_have_come() ) {
			update_network_option( get_main_network_id(), self::OPTION, 1 );
		}
	}
}
