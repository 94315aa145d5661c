<?php
/**
 * What the functions are answered about domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Rows as they are told to the functions: each judged at this moment. What the table lacks or has wrong is repaired on the
 * way; only what is to be taken back stays in the table as it is until the sweep, which knows how many there are. Names that
 * are left alone (Switch) are in no list; whoever asks for one by its name hears what is wanted all the same.
 */
final class Closte_Domain_Sync_Answer {

	/**
	 * Seconds for which a list of all domains waits for the sweep.
	 */
	const SWEEP_SECONDS = 2;

	/**
	 * The row of one domain.
	 *
	 * @param string $domain Domain in its normal form; empty if what was asked for is none.
	 * @return object|null Null if the network does not want the domain and never did.
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function row_of( $domain ) {
		if ( '' === $domain ) {
			return null;
		}
		$rows = Closte_Domain_Sync_Domain_Table::rows( array( $domain ) );
		if ( ! $rows ) {
			Closte_Domain_Sync_Wishes::look_at( array( $domain ) );
			$rows = Closte_Domain_Sync_Domain_Table::rows( array( $domain ) );
		}
		if ( $rows ) {
			return self::judged( $rows )[0] ?? null;
		}
		$wish = Closte_Domain_Sync_Truth::of( array( $domain ) )[ $domain ];
		return null === $wish ? null : self::as_wanted( (object) compact( 'domain' ), $wish );
	}

	/**
	 * A page of rows in the order of the name. The sweep goes on before the first one.
	 *
	 * @param string $after The page begins behind this name; empty for the first one.
	 * @param int    $limit How many rows at most.
	 * @return array{0: object[], 1: string|null} Rows, and the name after which the next page begins.
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function page( $after, $limit ) {
		if ( '' === $after ) {
			Closte_Domain_Sync_Sweep::go_on( self::SWEEP_SECONDS, Closte_Domain_Sync_Sweep::RECENT );
		}
		$rows = Closte_Domain_Sync_Domain_Table::page( $after, $limit + 1 );
		$more = count( $rows ) > $limit;
		$rows = array_slice( $rows, 0, $limit );
		$next = $more ? end( $rows )->domain : null;
		$rows = array_filter(
			self::judged( $rows ),
			static function ( $row ) {
				return Closte_Domain_Sync_Switch::follows( $row->source );
			}
		);
		return array( array_values( $rows ), $next );
	}

	/**
	 * What every answer says besides.
	 *
	 * @return array `done`, how many mapped domains work and need an alias, and `swept_at`, when the last whole sweep began.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function facts() {
		$swept_at = Closte_Domain_Sync_Sweep::state()['swept_at'];
		return array(
			'done'     => Closte_Domain_Sync_Done_Count::now(),
			'swept_at' => $swept_at ? Closte_Domain_Sync_Rest_Routes::rfc3339( $swept_at ) : null,
		);
	}

	/**
	 * Rows as they are wanted now.
	 *
	 * @param object[] $rows Rows.
	 * @return object[]
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	private static function judged( array $rows ) {
		if ( ! $rows ) {
			return array();
		}
		Closte_Domain_Sync_Wishes::repair( $rows, 0 );
		$names  = array_column( $rows, 'domain' );
		$rows   = Closte_Domain_Sync_Domain_Table::rows( $names );
		$wishes = Closte_Domain_Sync_Truth::of( $names );
		$judged = array();
		foreach ( array_intersect( $names, array_keys( $rows ) ) as $name ) {
			$judged[] = Closte_Domain_Sync_Truth::agrees( $rows[ $name ], $wishes[ $name ] ) ? $rows[ $name ] : self::as_wanted( $rows[ $name ], $wishes[ $name ] );
		}
		return $judged;
	}

	/**
	 * A row as it would be if what is wanted now were written down.
	 *
	 * @param object     $row  Row, or an object with a domain alone.
	 * @param array|null $wish What is wanted.
	 * @return object
	 */
	private static function as_wanted( $row, $wish ) {
		$now    = array(
			'wanted'     => null === $wish ? Closte_Domain_Sync_Domain_Table::REMOVED : Closte_Domain_Sync_Domain_Table::MAPPED,
			'stage'      => '',
			'message'    => '',
			'updated_at' => time(),
			'heard_at'   => time(),
			'not_needed' => 0,
		);
		$before = array(
			'wished_at' => time(),
			'refusal'   => '',
		);
		return (object) ( (array) $wish + $now + (array) $row + $before );
	}
}
