<?php
/**
 * Ultimate Multisite's own checks of a domain.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Ultimate Multisite looks at a domain itself, in tries that each arrange the next one, and calls it failed after some.
 * While the functions follow a domain it is theirs to say how far it is. A try of such a domain ends before it asks
 * anything, and nothing follows it. Once nobody follows the domain any more, the tries begin anew.
 */
final class Closte_Domain_Sync_Record_Loop {

	/**
	 * The hook of a try, and the method of Ultimate Multisite that makes it.
	 */
	const HOOK   = 'wu_async_process_domain_stage';
	const METHOD = 'async_process_domain_stage';

	/**
	 * How many rows are read at a time.
	 */
	const PAGE = 1000;

	/**
	 * Stages in which the functions follow a domain no more.
	 */
	const GIVEN_UP = array( 'failed', 'ssl-failed', 'cancelled' );

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_action( self::HOOK, array( __CLASS__, 'begin_try' ), PHP_INT_MIN, 2 );
		add_action( Closte_Domain_Sync_Schedule::SWEEP, array( __CLASS__, 'resume' ), 20 );
		// For a version whose tries run from another hook.
		add_filter( 'wu_async_process_domain_stage_max_tries', array( __CLASS__, 'max_tries' ), PHP_INT_MAX, 2 );
	}

	/**
	 * A try begins. It is not made if the functions follow the domain.
	 *
	 * @param int $record_id Record.
	 * @param int $tries     How many tries there were.
	 */
	public static function begin_try( $record_id, $tries = 0 ) {
		$record = function_exists( 'wu_get_domain' ) ? wu_get_domain( $record_id ) : null;
		if ( ! $record || ! self::is_ours( $record ) ) {
			return;
		}
		$own = Closte_Domain_Sync_Ultimate_Multisite::set_aside( self::HOOK, self::METHOD );
		if ( ! $own ) {
			return;
		}
		$put_back = static function () use ( $own, &$put_back ) {
			remove_action( self::HOOK, $put_back, PHP_INT_MAX );
			Closte_Domain_Sync_Ultimate_Multisite::put_back( self::HOOK, $own, 2 );
		};
		add_action( self::HOOK, $put_back, PHP_INT_MAX, 0 );
		if ( '' === Closte_Domain_Sync_Database::trouble() ) {
			Closte_Domain_Sync_Domain_Table::note( Closte_Domain_Sync_Domain_Name::normalise( $record->get_domain() ), array( 'ended_record' => (int) $record->get_id() ) );
		} else {
			// Nobody can write down that it was ended.
			wu_schedule_single_action( time() + Closte_Domain_Sync_Ultimate_Multisite::MAX_INTERVAL, self::HOOK, self::arguments( $record, $tries ), 'domain' );
		}
	}

	/**
	 * After how many tries Ultimate Multisite gives a domain up.
	 *
	 * @param int         $tries  As many as there would be otherwise.
	 * @param object|null $record Record of Ultimate Multisite.
	 * @return int
	 */
	public static function max_tries( $tries, $record = null ) {
		return is_object( $record ) && method_exists( $record, 'get_domain' ) && self::is_ours( $record ) ? PHP_INT_MAX : $tries;
	}

	/**
	 * Begins the tries anew of domains that nobody follows any more.
	 */
	public static function resume() {
		Closte_Domain_Sync_Schedule::guarded( array( __CLASS__, 'resume_unless' ), Closte_Domain_Sync_Identity::is_the_network() );
	}

	/**
	 * Begins all tries anew that were ended: this plugin stops, and the functions are told nothing any more.
	 */
	public static function resume_all() {
		Closte_Domain_Sync_Schedule::guarded( array( __CLASS__, 'resume_unless' ), false );
	}

	/**
	 * Begins tries anew that were ended, where Ultimate Multisite is there to make them.
	 *
	 * @param bool $follow Whether domains that the functions follow are left out.
	 */
	public static function resume_unless( $follow ) {
		if ( ! function_exists( 'wu_enqueue_async_action' ) || '' !== Closte_Domain_Sync_Database::trouble() ) {
			return;
		}
		$after = '';
		while ( $rows = self::page_of_ended( $after ) ) {
			foreach ( $rows as $row ) {
				if ( ! $follow || ! self::is_row_followed( $row ) ) {
					self::begin_anew( $row );
				} elseif ( in_array( $row->stage, Closte_Domain_Sync_Stage::SERVED, true ) ) {
					Closte_Domain_Sync_Domain_Table::note( $row->domain, array( 'ended_record' => 0 ) );
				}
			}
			$after = end( $rows )->domain;
		}
	}

	/**
	 * A page of the rows of domains whose tries were ended, in the order of the name.
	 *
	 * @param string $after The page begins behind this name.
	 * @return object[]
	 */
	private static function page_of_ended( $after ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $table WHERE ended_record > 0 AND domain > %s ORDER BY domain LIMIT %d", $after, self::PAGE ) );
	}

	/**
	 * Begins the tries of a record anew, where there is something left for them to do. It may have another name by now.
	 *
	 * @param object $row Row of the name that it had.
	 */
	private static function begin_anew( $row ) {
		$record = wu_get_domain( (int) $row->ended_record );
		if ( $record && in_array( $record->get_stage(), array( 'checking-dns', 'checking-ssl-cert' ), true ) ) {
			wu_enqueue_async_action( self::HOOK, self::arguments( $record, 0 ), 'domain' );
		}
		Closte_Domain_Sync_Domain_Table::note( $row->domain, array( 'ended_record' => 0 ) );
	}

	/**
	 * Whether it is the functions' to say how far a domain is. Where nobody can look, nobody can say that it is not.
	 *
	 * @param object $record Record of Ultimate Multisite.
	 * @return bool
	 */
	private static function is_ours( $record ) {
		if ( ! Closte_Domain_Sync_Identity::is_the_network() ) {
			return false;
		}
		if ( '' !== Closte_Domain_Sync_Database::trouble() ) {
			return true;
		}
		$row = Closte_Domain_Sync_Domain_Table::row( Closte_Domain_Sync_Domain_Name::normalise( $record->get_domain() ) );
		return $row && self::is_row_followed( $row );
	}

	/**
	 * Whether the functions follow the domain of a row.
	 *
	 * @param object $row Row.
	 * @return bool
	 */
	private static function is_row_followed( $row ) {
		return self::is_followed( $row->wanted, $row->state, $row->stage, Closte_Domain_Sync_Switch::follows( $row->source ) );
	}

	/**
	 * Whether the functions follow a domain, or will as soon as they know of it.
	 *
	 * @param string $wanted          What is wanted of it.
	 * @param string $delivery        How far the delivery of its event is.
	 * @param string $stage           Its stage.
	 * @param bool   $is_looked_after Whether it is looked after (Switch).
	 * @return bool
	 */
	public static function is_followed( $wanted, $delivery, $stage, $is_looked_after ) {
		return $is_looked_after
			&& Closte_Domain_Sync_Domain_Table::MAPPED === $wanted
			&& Closte_Domain_Sync_Event_Queue::REFUSED !== $delivery
			&& ! in_array( $stage, self::GIVEN_UP, true );
	}

	/**
	 * The arguments of a try.
	 *
	 * @param object $record Record of Ultimate Multisite.
	 * @param int    $tries  How many tries there were.
	 * @return array
	 */
	private static function arguments( $record, $tries ) {
		return array(
			'domain_id' => $record->get_id(),
			'tries'     => $tries,
		);
	}
}
