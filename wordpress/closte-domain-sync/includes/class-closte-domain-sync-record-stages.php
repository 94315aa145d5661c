<?php
/**
 * The stages of records that no report has reached.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Gives records of Ultimate Multisite the stage that their domain has. A report does so when it comes; but a record may be
 * made, or come back from a backup, when its domain is done and nobody reports it any more. Such a record would stay in a
 * stage in which its site is not shown.
 */
final class Closte_Domain_Sync_Record_Stages {

	/**
	 * How many records are saved in one go: each time Ultimate Multisite empties all of WordPress's caches.
	 */
	const SAVED = 100;

	/**
	 * Gives records the stages of their rows, as a report would.
	 *
	 * @param object[] $records Records with id, site_id, domain and stage.
	 */
	public static function catch_up( array $records ) {
		if ( ! function_exists( 'wu_get_domain' ) ) {
			return;
		}
		$rows  = Closte_Domain_Sync_Domain_Table::rows( array_map( array( 'Closte_Domain_Sync_Domain_Name', 'normalise' ), array_column( $records, 'domain' ) ) );
		$saved = 0;
		foreach ( $records as $record ) {
			$row = $rows[ Closte_Domain_Sync_Domain_Name::normalise( $record->domain ) ] ?? null;
			if ( $saved < self::SAVED && $row && self::is_behind( $record, $row ) ) {
				$saved += self::save( (int) $record->id, $row );
			}
		}
	}

	/**
	 * Whether a record is of the site for which its domain is mapped and looked after, and has another stage than it can have.
	 *
	 * @param object $record Record.
	 * @param object $row    Row.
	 * @return bool
	 */
	private static function is_behind( $record, $row ) {
		return Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted && Closte_Domain_Sync_Event_Queue::SENT === $row->state
			&& (int) $row->site_id === (int) $record->site_id
			&& Closte_Domain_Sync_Switch::follows( $row->source )
			&& isset( Closte_Domain_Sync_Stage::changes_to_record( $row->stage, false, false, $record->stage, true )['stage'] );
	}

	/**
	 * Saves the stage of a row on a record.
	 *
	 * @param int    $id  Record.
	 * @param object $row Row.
	 * @return int 1 if it was saved, 0 if not: the next sweep tries again.
	 */
	private static function save( $id, $row ) {
		$record  = wu_get_domain( $id );
		$changes = $record ? Closte_Domain_Sync_Stage::changes_to_record( $row->stage, false, false, $record->get_stage(), $record->is_secure() ) : array();
		return $changes && true === Closte_Domain_Sync_Promotion::save( $row, $record, $changes ) ? 1 : 0;
	}
}
