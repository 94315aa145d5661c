<?php
/**
 * What the commands sweep, map and unmap do.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The commands that change what is wanted, or have it looked at.
 */
final class Closte_Domain_Sync_Sweep_Command {

	/**
	 * Sweeps to the end.
	 *
	 * @param int|null $removals How many domains may be taken back; null for as many as any sweep may.
	 */
	public static function sweep( $removals ) {
		if ( ! Closte_Domain_Sync_Identity::is_the_network() ) {
			WP_CLI::error( implode( "\n", Closte_Domain_Sync_Identity::facts() ) );
		}
		if ( null !== $removals ) {
			Closte_Domain_Sync_Sweep::allow( $removals );
		}
		$is_done = self::looked( 'Closte_Domain_Sync_Sweep::go_on', DAY_IN_SECONDS, 0 );
		if ( ! $is_done ) {
			WP_CLI::error( __( 'Another sweep is under way; try again in a minute.', 'closte-domain-sync' ) );
		}
		$held = Closte_Domain_Sync_Sweep::state()['held'];
		if ( $held ) {
			/* translators: 1: number of domains, 2: an option of the command. */
			WP_CLI::error( sprintf( _n( '%1$d domain that no site wants was not taken back. If the site is really gone, repeat this with %2$s.', '%1$d domains that no site wants were not taken back. If the sites are really gone, repeat this with %2$s.', $held, 'closte-domain-sync' ), $held, "--removals=$held" ) );
		}
		WP_CLI::success( __( 'The table says what WordPress wants.', 'closte-domain-sync' ) );
	}

	/**
	 * Maps a domain for the operator.
	 *
	 * @param string $domain  Domain.
	 * @param int    $site_id Site.
	 */
	public static function map( $domain, $site_id ) {
		self::tell( self::looked( 'Closte_Domain_Sync_Operator_Mapping::map', $domain, $site_id ) );
	}

	/**
	 * Takes a domain of the operator's back.
	 *
	 * @param string $domain Domain.
	 */
	public static function unmap( $domain ) {
		self::tell( self::looked( 'Closte_Domain_Sync_Operator_Mapping::unmap', $domain ) );
	}

	/**
	 * Says what came of it.
	 *
	 * @param array $came What came of it.
	 */
	private static function tell( array $came ) {
		$said = Closte_Domain_Sync_Operator_Mapping::in_words( $came );
		if ( ! Closte_Domain_Sync_Operator_Mapping::is_done( $came['outcome'] ) ) {
			WP_CLI::error( $said );
		}
		WP_CLI::success( $said );
	}

	/**
	 * Does what has to look at WordPress's tables.
	 *
	 * @param callable $action       What to do.
	 * @param mixed    ...$arguments Its arguments.
	 * @return mixed What it returns.
	 */
	private static function looked( $action, ...$arguments ) {
		try {
			return call_user_func( $action, ...$arguments );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			/* translators: %s: what went wrong. */
			WP_CLI::error( sprintf( __( 'WordPress could not look what is wanted: %s', 'closte-domain-sync' ), $e->getMessage() ) );
		}
	}
}
