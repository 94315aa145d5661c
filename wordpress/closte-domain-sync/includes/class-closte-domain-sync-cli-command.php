<?php
/**
 * The command wp closte-sync.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Keeps the functions in step with the domains of this network.
 */
final class Closte_Domain_Sync_Cli_Command extends Closte_Domain_Sync_Cli_Operator {

	/**
	 * How many rows are read at a time.
	 */
	const PAGE = 500;

	/**
	 * The subcommands of the other groups, by name: class and method.
	 */
	const OTHERS = array(
		'status'  => array( 'Closte_Domain_Sync_Cli_Domain', 'status' ),
		'link'    => array( 'Closte_Domain_Sync_Cli_Domain', 'link' ),
		'forget'  => array( 'Closte_Domain_Sync_Cli_Domain', 'forget' ),
		'import'  => array( 'Closte_Domain_Sync_Cli_Import', 'import' ),
		'notices' => array( 'Closte_Domain_Sync_Cli_Notices', 'notices' ),
	);

	/**
	 * Tells WP-CLI of all subcommands.
	 */
	public static function register() {
		WP_CLI::add_command( 'closte-sync', __CLASS__ );
		foreach ( self::OTHERS as $name => $method ) {
			WP_CLI::add_command( "closte-sync $name", $method );
		}
	}

	/**
	 * Shows the table.
	 *
	 * ## OPTIONS
	 *
	 * [--wanted=<wanted>]
	 * : Only domains that are mapped, or only those that were removed.
	 * ---
	 * options:
	 *   - mapped
	 *   - removed
	 * ---
	 *
	 * [--state=<state>]
	 * : Only domains whose event is waiting, was sent or was refused.
	 * ---
	 * options:
	 *   - waiting
	 *   - sent
	 *   - refused
	 * ---
	 *
	 * [--format=<format>]
	 * : How it is written.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - csv
	 *   - json
	 *   - yaml
	 *   - count
	 * ---
	 *
	 * @subcommand list
	 *
	 * @param array $args    Not used.
	 * @param array $options Options.
	 */
	public function list_( $args, $options ) {
		$this->stop_on_trouble();
		$this->warn_of_another_network();
		$items = array();
		$after = '';
		do {
			$rows = Closte_Domain_Sync_Domain_Table::page( $after, self::PAGE );
			foreach ( $rows as $row ) {
				$after = $row->domain;
				if ( ( empty( $options['wanted'] ) || $row->wanted === $options['wanted'] ) && ( empty( $options['state'] ) || $row->state === $options['state'] ) ) {
					$row->next_try = Closte_Domain_Sync_Event_Queue::WAITING === $row->state ? Closte_Domain_Sync_Rest_Routes::rfc3339( $row->next_try ) : '';
					$items[]       = (array) $row;
				}
			}
		} while ( $rows );
		WP_CLI\Utils\format_items( $options['format'], $items, array( 'domain', 'site_id', 'wanted', 'state', 'attempts', 'next_try', 'stage', 'message' ) );
	}

	/**
	 * Sends events again, now.
	 *
	 * ## OPTIONS
	 *
	 * [<domain>...]
	 * : These domains, whatever became of their events. Without any: all events that wait or were refused.
	 *
	 * @param string[] $domains Domains.
	 */
	public function retry( $domains ) {
		$this->stop_on_trouble();
		$this->stop_if_another_network();
		foreach ( $domains as $index => $domain ) {
			$domains[ $index ] = Closte_Domain_Sync_Domain_Name::normalise( $domain );

			$row = Closte_Domain_Sync_Domain_Table::row( $domains[ $index ] );
			if ( ! $row ) {
				/* translators: %s: domain. */
				WP_CLI::error( sprintf( __( 'The network never had the domain %s.', 'closte-domain-sync' ), $domain ) );
			}
			if ( ! Closte_Domain_Sync_Switch::follows_row( $row ) ) {
				WP_CLI::error( Closte_Domain_Sync_Row_Words::left_alone( $domain ) );
			}
		}
		if ( ! $domains ) {
			$domains = Closte_Domain_Sync_Event_Queue::undelivered();
		}
		foreach ( $domains as $domain ) {
			Closte_Domain_Sync_Event_Queue::renew( $domain );
		}
		$counts = Closte_Domain_Sync_Sender::run( DAY_IN_SECONDS );
		if ( ! array_sum( $counts ) && $domains ) {
			WP_CLI::error( __( 'Another run is sending at this moment; the list shows what becomes of it.', 'closte-domain-sync' ) );
		}
		/* translators: 1, 2, 3: numbers of events. */
		$summary = sprintf( __( 'Sent: %1$d. Refused: %2$d. Failed and to be tried again: %3$d.', 'closte-domain-sync' ), $counts[ Closte_Domain_Sync_Event_Queue::SENT ], $counts[ Closte_Domain_Sync_Event_Queue::REFUSED ], $counts[ Closte_Domain_Sync_Event_Queue::WAITING ] );
		if ( $counts[ Closte_Domain_Sync_Event_Queue::REFUSED ] || $counts[ Closte_Domain_Sync_Event_Queue::WAITING ] ) {
			WP_CLI::error( $summary );
		}
		WP_CLI::success( $summary );
	}

	/**
	 * Tells whether everything is configured and the functions answer and are ready.
	 */
	public function test() {
		$result = Closte_Domain_Sync_Connection_Test::run();
		array_map( array( 'WP_CLI', 'log' ), $result['checks'] );
		array_map( array( 'WP_CLI', 'warning' ), $result['warnings'] );
		if ( '' !== $result['failure'] ) {
			WP_CLI::error( $result['failure'] );
		}
		WP_CLI::success( __( 'The functions answer, accept the signature of this network and are ready.', 'closte-domain-sync' ) );
	}
}
