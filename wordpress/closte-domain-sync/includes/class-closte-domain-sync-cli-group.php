<?php
/**
 * What the groups of subcommands of wp closte-sync have in common.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What every subcommand looks at before it does anything.
 */
abstract class Closte_Domain_Sync_Cli_Group {

	/**
	 * Ends the command if this installation is not the network.
	 */
	protected function stop_if_another_network() {
		$facts = Closte_Domain_Sync_Identity::facts();
		if ( $facts ) {
			WP_CLI::error( implode( ' ', $facts ) );
		}
	}

	/**
	 * Says so if this installation is not the network.
	 */
	protected function warn_of_another_network() {
		foreach ( Closte_Domain_Sync_Identity::facts() as $fact ) {
			WP_CLI::warning( $fact );
		}
	}

	/**
	 * Ends the command if the plugin is not configured or the database cannot be believed.
	 */
	protected function stop_on_trouble() {
		$this->stop_on_faults();
		Closte_Domain_Sync_Refill::run_if_needed();
		$trouble = Closte_Domain_Sync_Database::trouble();
		if ( '' !== $trouble ) {
			WP_CLI::error( $trouble );
		}
	}

	/**
	 * Ends the command if the plugin is not configured.
	 */
	protected function stop_on_faults() {
		$faults = Closte_Domain_Sync_Settings::faults();
		if ( $faults ) {
			WP_CLI::error( implode( ' ', $faults ) );
		}
	}

	/**
	 * A domain in its normal form. Ends the command if it is none.
	 *
	 * @param string $given What was given as a domain.
	 * @return string
	 */
	protected function domain( $given ) {
		$domain = Closte_Domain_Sync_Domain_Name::normalise( $given );
		if ( '' === $domain ) {
			/* translators: %s: what was given as a domain. */
			WP_CLI::error( sprintf( __( '%s is no domain.', 'closte-domain-sync' ), $given ) );
		}
		return $domain;
	}

	/**
	 * Does what has to look at WordPress's tables. Ends the command if they cannot be read.
	 *
	 * @param callable $action       What to do.
	 * @param mixed    ...$arguments Its arguments.
	 * @return mixed What it returns.
	 */
	protected function looked( $action, ...$arguments ) {
		try {
			return $action( ...$arguments );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			/* translators: %s: what went wrong. */
			WP_CLI::error( sprintf( __( 'WordPress could not look what is wanted: %s', 'closte-domain-sync' ), $e->getMessage() ) );
		}
	}
}
