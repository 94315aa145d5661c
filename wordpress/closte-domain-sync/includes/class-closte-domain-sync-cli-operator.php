<?php
/**
 * What the command wp closte-sync has for the operator of the network.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The subcommands that decide for the network.
 */
abstract class Closte_Domain_Sync_Cli_Operator extends Closte_Domain_Sync_Cli_Group {

	/**
	 * Makes this installation the network that the functions look after.
	 *
	 * A copy of a network (a staging site, for example) sends no events, tells the functions nothing and changes no
	 * record. So does a network that was renamed, and one that is not of the type "production" and was never connected to
	 * the functions. After this command it does all of that.
	 *
	 * ## OPTIONS
	 *
	 * [--yes]
	 * : Do not ask.
	 *
	 * @param array $args    Not used.
	 * @param array $options Options.
	 */
	public function adopt( $args, $options ) {
		$this->stop_on_faults();
		foreach ( Closte_Domain_Sync_Identity::facts() as $fact ) {
			WP_CLI::log( $fact );
		}
		WP_CLI::log( __( 'From now on this installation sends events to the functions, which add and remove domains at Closte for it. Never adopt a copy that uses the functions of another network: the domains of that network would be removed.', 'closte-domain-sync' ) );
		WP_CLI::confirm( __( 'Is this installation the network?', 'closte-domain-sync' ), $options );
		if ( ! Closte_Domain_Sync_Identity::adopt() ) {
			WP_CLI::error( __( 'A network with an IP address in the place of a domain cannot be adopted.', 'closte-domain-sync' ) );
		}
		WP_CLI::success( __( 'This installation is the network now.', 'closte-domain-sync' ) );
	}

	/**
	 * Compares the table with what WordPress wants, now, and repairs what differs.
	 *
	 * ## OPTIONS
	 *
	 * [--removals=<removals>]
	 * : Take up to that many domains back that no site wants any more, though a sweep by itself would not.
	 *
	 * @param array $args    Not used.
	 * @param array $options Options.
	 */
	public function sweep( $args, $options ) {
		$this->stop_on_faults();
		Closte_Domain_Sync_Sweep_Command::sweep( isset( $options['removals'] ) ? (int) $options['removals'] : null );
	}

	/**
	 * Maps a domain that WordPress itself cannot hold or does not ask for: a wildcard, or a www.
	 *
	 * ## OPTIONS
	 *
	 * <domain>
	 * : Domain.
	 *
	 * --site=<site>
	 * : Number of the site that is to have it.
	 *
	 * @param string[] $domains Domain.
	 * @param array    $options Options.
	 */
	public function map( $domains, $options ) {
		$this->stop_on_faults();
		Closte_Domain_Sync_Sweep_Command::map( $domains[0], isset( $options['site'] ) ? (int) $options['site'] : 0 );
	}

	/**
	 * Takes back what map wished, or a www. that goes with its domain.
	 *
	 * ## OPTIONS
	 *
	 * <domain>
	 * : Domain.
	 *
	 * @param string[] $domains Domain.
	 */
	public function unmap( $domains ) {
		$this->stop_on_faults();
		Closte_Domain_Sync_Sweep_Command::unmap( $domains[0] );
	}
}
