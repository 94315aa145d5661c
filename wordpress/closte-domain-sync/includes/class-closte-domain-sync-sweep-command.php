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
		$name = self::name( $domain );
		if ( ! get_site( $site_id ) ) {
			/* translators: %d: number of a site. */
			WP_CLI::error( sprintf( __( 'There is no site %d.', 'closte-domain-sync' ), $site_id ) );
		}
		Closte_Domain_Sync_Operator_Wishes::map( $name, $site_id );
		self::looked( 'Closte_Domain_Sync_Wishes::look_at', array( $name ) );
		/* translators: 1: domain, 2: number of a site. */
		WP_CLI::success( sprintf( __( '%1$s is wanted for site %2$d.', 'closte-domain-sync' ), $name, $site_id ) );
	}

	/**
	 * Takes a domain of the operator's back.
	 *
	 * @param string $domain Domain.
	 */
	public static function unmap( $domain ) {
		$name = self::name( $domain );
		Closte_Domain_Sync_Operator_Wishes::unmap( $name );
		self::looked( 'Closte_Domain_Sync_Wishes::look_at', array( $name ) );
		$row = Closte_Domain_Sync_Domain_Table::row( $name );
		if ( $row && Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted ) {
			/* translators: 1: domain, 2: number of a site. */
			WP_CLI::error( sprintf( __( '%1$s is still wanted for site %2$d: it is the domain of the site or of a record in WordPress. Remove it there.', 'closte-domain-sync' ), $name, $row->site_id ) );
		}
		/* translators: %s: domain. */
		WP_CLI::success( sprintf( __( '%s is not wanted any more.', 'closte-domain-sync' ), $name ) );
	}

	/**
	 * A domain in its normal form.
	 *
	 * @param string $domain Domain.
	 * @return string
	 */
	private static function name( $domain ) {
		$name = Closte_Domain_Sync_Domain_Name::normalise( $domain );
		if ( '' === $name || Closte_Domain_Sync_Domain_Name::has_empty_label( $name ) ) {
			/* translators: %s: what was given as a domain. */
			WP_CLI::error( sprintf( __( '%s is no domain.', 'closte-domain-sync' ), $domain ) );
		}
		return $name;
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
