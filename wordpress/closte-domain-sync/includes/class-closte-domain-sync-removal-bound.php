<?php
/**
 * How many removals a sweep may make.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The rule by which a sweep that finds many domains that no site wants holds all of them back: a database that was restored
 * by halves looks like customers who left.
 */
final class Closte_Domain_Sync_Removal_Bound {

	/**
	 * How many removals a sweep makes in any case, and the part of the mapped rows up to which it makes more.
	 */
	const REMOVALS = 10;
	const PART     = 10;

	/**
	 * How many removals a sweep may make.
	 *
	 * @param int $mapped How many domains are mapped.
	 * @return int
	 */
	public static function of( $mapped ) {
		return max( self::REMOVALS, intdiv( $mapped, self::PART ) );
	}

	/**
	 * What becomes of the removals that a sweep has found.
	 *
	 *     Found   Held before   Allowed   Bound   Held now
	 *     0       anything      -         -       nothing: the data came back
	 *     10      0             0         10      nothing
	 *     11      0             0         10      11
	 *     3       11            0         10      3: whoever held them decides
	 *     11      11            11        10      nothing
	 *     12      11            11        10      12
	 *
	 * @param int $found   How many it has found.
	 * @param int $held    How many the sweep before held back.
	 * @param int $allowed How many the operator has allowed.
	 * @param int $bound   How many it may make by itself.
	 * @return int How many are held back: all of them or none.
	 */
	public static function held_back( $found, $held, $allowed, $bound ) {
		return $found > ( $held ? $allowed : max( $allowed, $bound ) ) ? $found : 0;
	}
}
