<?php
/**
 * What the command wp closte-sync has for one domain.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The subcommands for one domain.
 */
final class Closte_Domain_Sync_Cli_Domain extends Closte_Domain_Sync_Cli_Group {

	/**
	 * Tells how far a domain is, what is wrong and what to do, as its page does at this moment.
	 *
	 * The exit code is 0 if the domain is done, 1 if it is on its way, and 2 if it failed or if the network does not know or
	 * want it.
	 *
	 * ## OPTIONS
	 *
	 * <domain>
	 * : Domain.
	 *
	 * [--format=<format>]
	 * : How it is written.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     # Wait until a domain is done or has failed.
	 *     until wp closte-sync status shop.example.com > /dev/null; [ $? -ne 1 ]; do sleep 60; done
	 *
	 * @param string[] $domains Domain.
	 * @param array    $options Options.
	 */
	public function status( $domains, $options ) {
		$this->stop_on_trouble();
		$this->warn_of_another_network();
		$status = Closte_Domain_Sync_Domain_Status::of( $this->domain( $domains[0] ) );
		if ( 'json' === $options['format'] ) {
			WP_CLI::line( wp_json_encode( $status, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) );
		} elseif ( null === $status['wanted'] ) {
			/* translators: %s: domain. */
			WP_CLI::error( sprintf( __( 'The network never had the domain %s.', 'closte-domain-sync' ), $status['domain'] ), Closte_Domain_Sync_Outcome::EXIT_CODES[ $status['outcome'] ] );
		} else {
			WP_CLI\Utils\format_items( 'table', self::as_items( $status ), array( 'field', 'value' ) );
			if ( null !== $status['error'] ) {
				WP_CLI::warning( $status['error'] );
			}
		}
		WP_CLI::halt( Closte_Domain_Sync_Outcome::EXIT_CODES[ $status['outcome'] ] );
	}

	/**
	 * Prints a link to the page on which the functions show what there is to know of a domain. It is good for 7 days, for
	 * whoever has it.
	 *
	 * ## OPTIONS
	 *
	 * <domain>
	 * : Domain that the network has or had.
	 *
	 * @param string[] $domains Domain.
	 */
	public function link( $domains ) {
		$this->stop_on_trouble();
		WP_CLI::line( Closte_Domain_Sync_Status_Link::url( $this->row( $domains[0] )->domain ) );
	}

	/**
	 * Takes a domain out of the table that nobody wants any more. Nothing is told to the functions.
	 *
	 * A domain that is wanted is not forgotten. One whose removal was confirmed is forgotten by itself after 30 days.
	 *
	 * ## OPTIONS
	 *
	 * <domain>
	 * : Domain.
	 *
	 * [--yes]
	 * : Do not ask, where the alias may still be at Closte.
	 *
	 * @param string[] $domains Domain.
	 * @param array    $options Options.
	 */
	public function forget( $domains, $options ) {
		$this->stop_on_trouble();
		$this->stop_if_another_network();
		$row  = $this->row( $domains[0] );
		$wish = $this->looked( 'Closte_Domain_Sync_Truth::of', array( $row->domain ) )[ $row->domain ];
		if ( null !== $wish ) {
			/* translators: 1: domain, 2: number of a site. */
			WP_CLI::error( sprintf( __( '%1$s is still wanted for site %2$d: it is the domain of the site or of a record in WordPress, or was mapped by hand. Remove it there first.', 'closte-domain-sync' ), $row->domain, $wish['site_id'] ) );
		}
		$is_confirmed = Closte_Domain_Sync_Domain_Table::REMOVED === $row->wanted && 'removed' === $row->stage;
		if ( ! $is_confirmed ) {
			/* translators: %s: domain. */
			WP_CLI::log( sprintf( __( 'It was not confirmed that Closte has removed %s. If it is forgotten, its alias stays there if it is there, and nobody removes it.', 'closte-domain-sync' ), $row->domain ) );
			WP_CLI::confirm( __( 'Forget it all the same?', 'closte-domain-sync' ), $options );
		}
		Closte_Domain_Sync_Domain_Table::forget( $row->domain );
		/* translators: %s: domain. */
		WP_CLI::success( sprintf( __( '%s is forgotten.', 'closte-domain-sync' ), $row->domain ) );
	}

	/**
	 * The row of a domain. Ends the command if there is none.
	 *
	 * @param string $given What was given as a domain.
	 * @return object
	 */
	private function row( $given ) {
		$row = Closte_Domain_Sync_Domain_Table::row( $this->domain( $given ) );
		if ( ! $row ) {
			/* translators: %s: domain. */
			WP_CLI::error( sprintf( __( 'The network never had the domain %s.', 'closte-domain-sync' ), $given ) );
		}
		return $row;
	}

	/**
	 * Everything about a domain as the lines of a table.
	 *
	 * @param array $status What Domain_Status says.
	 * @return array[] Each with field and value.
	 */
	private static function as_items( array $status ) {
		$fields = array_intersect_key( $status, array_flip( array( 'domain', 'outcome', 'site_id', 'wanted', 'event', 'stage', 'since', 'message', 'sentence', 'turn' ) ) );
		$items  = array();
		foreach ( $fields as $field => $value ) {
			if ( null !== $value && '' !== $value ) {
				$items[] = compact( 'field', 'value' );
			}
		}
		$to_do = array_filter( array_map( array( 'Closte_Domain_Sync_Action_Words', 'of' ), $status['actions'] ) );
		if ( ! $to_do ) {
			$to_do = array_filter( array_column( $status['problems'], 'remedy' ), 'is_string' );
		}
		foreach ( $to_do as $value ) {
			$items[] = array(
				'field' => 'to do',
				'value' => $value,
			);
		}
		$items[] = array(
			'field' => 'page',
			'value' => $status['status_url'],
		);
		return $items;
	}
}
