<?php
/**
 * The command wp closte-sync import.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Fills the table from what WordPress has.
 */
final class Closte_Domain_Sync_Cli_Import extends Closte_Domain_Sync_Cli_Group {

	/**
	 * Fills the table from the domain records of Ultimate Multisite and the sites' own domains.
	 *
	 * Domains that the table has are left as they are. The others count as known to the functions, whose
	 * reconciliation looks after them from then on; with --send they are told of each one.
	 *
	 * ## OPTIONS
	 *
	 * [--send]
	 * : Send an event, in the background, for each domain that was not in the table, and for each that is there and was
	 * never told to the functions.
	 *
	 * [--dry-run]
	 * : Only tell what would be done.
	 *
	 * @param array $args    Not used.
	 * @param array $options Options.
	 */
	public function import( $args, $options ) {
		$this->stop_on_trouble();
		$this->warn_of_another_network();
		$is_dry = ! empty( $options['dry-run'] );
		$sends  = ! empty( $options['send'] );
		$untold = $this->looked( 'Closte_Domain_Sync_Event_Queue::untold' );
		$bar    = WP_CLI\Utils\make_progress_bar( __( 'Sites and records', 'closte-domain-sync' ), $this->looked( 'Closte_Domain_Sync_Refill::size' ) );
		$tick   = array( $bar, 'tick' );
		$added  = $is_dry
			? count( $this->looked( 'Closte_Domain_Sync_Refill::missing', $tick ) )
			: $this->looked( 'Closte_Domain_Sync_Refill::run', $sends ? Closte_Domain_Sync_Event_Queue::WAITING : Closte_Domain_Sync_Event_Queue::SENT, $tick );
		$bar->finish();
		if ( $sends && ! $is_dry && $untold ) {
			array_map( array( 'Closte_Domain_Sync_Event_Queue', 'renew' ), $untold );
			Closte_Domain_Sync_Schedule::after_this_request();
		}
		if ( $untold ) {
			self::tell_of_untold( count( $untold ), $sends, $is_dry );
		}
		if ( $is_dry ) {
			/* translators: %d: number of domains. */
			WP_CLI::success( sprintf( _n( '%d domain would be added.', '%d domains would be added.', $added, 'closte-domain-sync' ), $added ) );
			return;
		}
		/* translators: %d: number of domains. */
		WP_CLI::success( sprintf( _n( '%d domain was added.', '%d domains were added.', $added, 'closte-domain-sync' ), $added ) );
	}

	/**
	 * Says what becomes of domains that the table had before, and that the functions were never told of.
	 *
	 * @param int  $count  How many.
	 * @param bool $sends  Whether they are told now.
	 * @param bool $is_dry Whether nothing is done.
	 */
	private static function tell_of_untold( $count, $sends, $is_dry ) {
		if ( ! $sends ) {
			/* translators: 1: number of domains, 2: command. */
			WP_CLI::warning( sprintf( _n( '%1$d domain was there before and was never told to the functions; %2$s tells them.', '%1$d domains were there before and were never told to the functions; %2$s tells them.', $count, 'closte-domain-sync' ), $count, 'wp closte-sync import --send' ) );
			return;
		}
		WP_CLI::log(
			$is_dry
				/* translators: %d: number of domains. */
				? sprintf( _n( '%d domain was there before and was never told to the functions; it would be told now.', '%d domains were there before and were never told to the functions; they would be told now.', $count, 'closte-domain-sync' ), $count )
				/* translators: %d: number of domains. */
				: sprintf( _n( '%d domain was there before and was never told to the functions; it is told now.', '%d domains were there before and were never told to the functions; they are told now.', $count, 'closte-domain-sync' ), $count )
		);
	}
}
