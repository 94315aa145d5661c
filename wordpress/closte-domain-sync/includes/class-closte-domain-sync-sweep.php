<?php
/**
 * The sweep.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Compares the table with what WordPress wants, all of it once an hour, and repairs what differs: what was done by SQL, by
 * a restore, or while the plugin was off. It goes in batches; where its time is up, the next call goes on.
 *
 * A phase each: the sites' own domains and the records are looked up in the table, the rows in WordPress. What is not
 * wanted any more is counted first. If it is more than a sweep may take back, it takes nothing back, and no later one does,
 * until an operator has said that it is so: a database that was restored by halves looks like customers who left.
 */
final class Closte_Domain_Sync_Sweep {

	/**
	 * The network option with where the sweep is.
	 */
	const OPTION = 'closte_sync_sweep';

	/**
	 * Seconds: from one sweep to the next, and from one to the next that a list of all domains waits for.
	 */
	const EVERY  = HOUR_IN_SECONDS;
	const RECENT = MINUTE_IN_SECONDS;

	/**
	 * How many names are looked at at a time.
	 */
	const BATCH = 1000;

	/**
	 * After how many days a domain whose removal was confirmed is forgotten.
	 */
	const DAYS = 30;

	/**
	 * Where it is before the first one.
	 */
	const NOTHING = array(
		'phase'      => '',
		'after'      => '',
		'started_at' => 0,
		'swept_at'   => 0,
		'found'      => 0,
		'held'       => 0,
		'may'        => 0,
		'allowed'    => 0,
	);

	/**
	 * Goes on with the sweep that is under way, or begins one if the last one was long enough ago. A copy of the network
	 * never sweeps.
	 *
	 * @param float $seconds For how long; one batch is done in any case, and one that was begun is ended.
	 * @param int   $every   After how many seconds the next one begins.
	 * @return bool Whether no sweep is left under way.
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function go_on( $seconds, $every = self::EVERY ) {
		if ( ! Closte_Domain_Sync_Identity::is_the_network() ) {
			return true;
		}
		$until = microtime( true ) + $seconds;
		$lease = new Closte_Domain_Sync_Lease( 'sweep' );
		$state = self::state();
		if ( '' === $state['phase'] && $state['started_at'] > time() - $every ) {
			return true;
		}
		if ( ! $lease->take() ) {
			return false;
		}
		try {
			$state = self::state();
			if ( '' === $state['phase'] ) {
				$state = self::at( $state, 'sites' );

				$state['started_at'] = time();
				$state['found']      = 0;
			}
			do {
				Closte_Domain_Sync_Owners::look_once( 'removals' !== $state['phase'] );
				$state = call_user_func( array( __CLASS__, $state['phase'] ), $state );
				self::save( $state );
			} while ( '' !== $state['phase'] && microtime( true ) < $until && $lease->take() );
			return '' === $state['phase'];
		} finally {
			Closte_Domain_Sync_Owners::look_once( false );
			$lease->give_back();
		}
	}

	/**
	 * Has the next call begin a new sweep.
	 */
	public static function begin_soon() {
		$state = self::state();
		self::save( array( 'started_at' => 0 ) + $state );
	}

	/**
	 * Allows the next sweeps to take that many domains back.
	 *
	 * @param int $removals How many.
	 */
	public static function allow( $removals ) {
		$begun = array(
			'phase'      => '',
			'started_at' => 0,
			'allowed'    => $removals,
		);
		self::save( $begun + self::state() );
	}

	/**
	 * Where the sweep is.
	 *
	 * @return array{phase: string, after: string|int, started_at: int, swept_at: int, found: int, held: int, may: int, allowed: int}
	 *               `swept_at` is when the last whole one began, `held` how many removals were held back.
	 */
	public static function state() {
		$state = get_network_option( get_main_network_id(), self::OPTION );
		return is_array( $state ) ? $state + self::NOTHING : self::NOTHING;
	}

	/**
	 * One batch of the sites' own domains; with the first one, what the operator wants besides.
	 *
	 * @param array $state Where the sweep is.
	 * @return array Where it is then.
	 */
	private static function sites( array $state ) {
		if ( '' === $state['after'] ) {
			Closte_Domain_Sync_Wishes::look_at( Closte_Domain_Sync_Operator_Wishes::wanted() );
		}
		return self::look_at( Closte_Domain_Sync_Owners::page_of_sites( (int) $state['after'], self::BATCH ), $state, 'records' );
	}

	/**
	 * One batch of the records.
	 *
	 * @param array $state Where the sweep is.
	 * @return array Where it is then.
	 */
	private static function records( array $state ) {
		$records = Closte_Domain_Sync_Owners::page_of_records( (int) $state['after'], self::BATCH );
		$then    = self::look_at( $records, $state, 'rows' );
		Closte_Domain_Sync_Record_Stages::catch_up( $records );
		return $then;
	}

	/**
	 * One batch of names that WordPress has.
	 *
	 * @param object[] $owners Rows with id and domain.
	 * @param array    $state  Where the sweep is.
	 * @param string   $next   Phase after this one.
	 * @return array Where it is then.
	 */
	private static function look_at( array $owners, array $state, $next ) {
		if ( ! $owners ) {
			return self::at( $state, $next );
		}
		Closte_Domain_Sync_Wishes::look_at( array_column( $owners, 'domain' ) );
		return self::at( $state, $state['phase'], (int) end( $owners )->id );
	}

	/**
	 * One batch of rows: repaired, but for what is not wanted any more, which is counted.
	 *
	 * @param array $state Where the sweep is.
	 * @return array Where it is then.
	 */
	private static function rows( array $state ) {
		$rows = Closte_Domain_Sync_Domain_Table::page( (string) $state['after'], self::BATCH );
		if ( $rows ) {
			$state['found'] += Closte_Domain_Sync_Wishes::repair( $rows, 0 );
			return self::at( $state, 'rows', end( $rows )->domain );
		}
		$bound            = Closte_Domain_Sync_Removal_Bound::of( Closte_Domain_Sync_Domain_Table::count_mapped() );
		$state['held']    = Closte_Domain_Sync_Removal_Bound::held_back( $state['found'], $state['held'], $state['allowed'], $bound );
		$state['may']     = max( $state['found'], $bound );
		$state['allowed'] = 0;
		return self::at( $state, $state['found'] && ! $state['held'] ? 'removals' : 'end' );
	}

	/**
	 * One batch of rows: what is not wanted any more is taken back.
	 *
	 * @param array $state Where the sweep is.
	 * @return array Where it is then.
	 */
	private static function removals( array $state ) {
		$rows = Closte_Domain_Sync_Domain_Table::page( (string) $state['after'], self::BATCH );
		if ( ! $rows || $state['may'] <= 0 ) {
			return self::at( $state, 'end' );
		}
		$state['may'] -= Closte_Domain_Sync_Wishes::repair( $rows, $state['may'] );
		return self::at( $state, 'removals', end( $rows )->domain );
	}

	/**
	 * What is left at the end of a sweep.
	 *
	 * @param array $state Where the sweep is.
	 * @return array Where it is then.
	 */
	private static function end( array $state ) {
		Closte_Domain_Sync_Domain_Table::forget_removed( self::DAYS, self::BATCH );
		Closte_Domain_Sync_Event_Queue::renew_refused( self::BATCH );
		$state['swept_at'] = $state['started_at'];
		return self::at( $state, '' );
	}

	/**
	 * The beginning of a phase, or a place in it.
	 *
	 * @param array      $state Where the sweep is.
	 * @param string     $phase Phase.
	 * @param string|int $after Name or id behind which it goes on.
	 * @return array Where it is then.
	 */
	private static function at( array $state, $phase, $after = '' ) {
		return compact( 'phase', 'after' ) + $state;
	}

	/**
	 * Writes down where the sweep is.
	 *
	 * @param array $state Where it is.
	 */
	private static function save( array $state ) {
		update_network_option( get_main_network_id(), self::OPTION, $state );
	}
}
