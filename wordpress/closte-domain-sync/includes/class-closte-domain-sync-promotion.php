<?php
/**
 * Which domain of a site is its primary one.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Ultimate Multisite (2.7.1 and later) makes a domain the primary one of its site when its record comes to be served. That
 * is right once. A record that a report makes served again stays what somebody has made of it in the meantime.
 */
final class Closte_Domain_Sync_Promotion {

	/**
	 * Where Ultimate Multisite promotes, and its method that does.
	 */
	const HOOK   = 'wu_transition_domain_stage';
	const METHOD = 'maybe_auto_promote_primary_domain';

	/**
	 * Saves a record. It may be promoted if it comes to be served for the first time.
	 *
	 * @param object $row     Row of its domain.
	 * @param object $record  Model of Ultimate Multisite.
	 * @param array  $changes Changes (Ultimate_Multisite::save_record()).
	 * @return true|WP_Error
	 */
	public static function save( $row, $record, array $changes ) {
		$is_again = self::was_served( $row, $record );
		$saved    = $is_again ? self::save_unpromoted( $record, $changes ) : Closte_Domain_Sync_Ultimate_Multisite::save_record( $record, $changes );
		if ( true === $saved && ! $is_again && self::is_served( $record ) ) {
			self::note( $row, $record );
		}
		return $saved;
	}

	/**
	 * Whether a record is served now, or was when it was last looked at.
	 *
	 * @param object $row    Row of its domain.
	 * @param object $record Model of Ultimate Multisite.
	 * @return bool
	 */
	private static function was_served( $row, $record ) {
		$is_known = (int) $row->done_record === (int) $record->get_id();
		if ( ! $is_known && self::is_served( $record ) ) {
			self::note( $row, $record );
			return true;
		}
		return $is_known;
	}

	/**
	 * Takes down that a record is served, before a report changes anything on it.
	 *
	 * @param object $row    Row of its domain.
	 * @param object $record Model of Ultimate Multisite.
	 */
	public static function look_at( $row, $record ) {
		self::was_served( $row, $record );
	}

	/**
	 * Whether a record is in a stage in which it is served.
	 *
	 * @param object $record Model of Ultimate Multisite.
	 * @return bool
	 */
	private static function is_served( $record ) {
		return in_array( $record->get_stage(), Closte_Domain_Sync_Stage::SERVED, true );
	}

	/**
	 * Writes down that a record was served.
	 *
	 * @param object $row    Row of its domain.
	 * @param object $record Model of Ultimate Multisite.
	 */
	private static function note( $row, $record ) {
		Closte_Domain_Sync_Domain_Table::note( $row->domain, array( 'done_record' => (int) $record->get_id() ) );
	}

	/**
	 * Saves a record without making it the primary one.
	 *
	 * @param object $record  Model of Ultimate Multisite.
	 * @param array  $changes Changes.
	 * @return true|WP_Error
	 */
	private static function save_unpromoted( $record, array $changes ) {
		$id          = $record->get_id();
		$was_primary = self::is_primary( $record );
		$own         = Closte_Domain_Sync_Ultimate_Multisite::set_aside( self::HOOK, self::METHOD );
		try {
			$saved = Closte_Domain_Sync_Ultimate_Multisite::save_record( $record, $changes );
		} finally {
			Closte_Domain_Sync_Ultimate_Multisite::put_back( self::HOOK, $own, 3 );
		}
		// A version that promotes in another way is taken at its word, and corrected.
		$record = $was_primary ? null : wu_get_domain( $id );
		if ( $record && self::is_primary( $record ) ) {
			$record->set_primary_domain( false );
			$record->save();
		}
		return $saved;
	}

	/**
	 * Whether a record is the primary one of its site.
	 *
	 * @param object $record Model of Ultimate Multisite.
	 * @return bool
	 */
	private static function is_primary( $record ) {
		return method_exists( $record, 'is_primary_domain' ) && $record->is_primary_domain();
	}
}
