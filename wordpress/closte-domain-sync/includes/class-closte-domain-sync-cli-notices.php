<?php
/**
 * The command wp closte-sync notices.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Shows and sets which e-mails are sent about domains.
 */
final class Closte_Domain_Sync_Cli_Notices extends Closte_Domain_Sync_Cli_Group {

	/**
	 * Shows which e-mails are sent about domains and how many wait, or sets which are sent.
	 *
	 * A notice is ready, overdue, failed or lost.
	 *
	 * ## OPTIONS
	 *
	 * [--admin=<notices>]
	 * : The notices of which the network's address is sent an e-mail: some of them with a comma between, all, or none.
	 *
	 * [--owner=<notices>]
	 * : The same for the address of the domain's site.
	 *
	 * ## EXAMPLES
	 *
	 *     # Tell owners when their domain works and when it does not any more.
	 *     wp closte-sync notices --owner=ready,lost
	 *
	 * @param array $args    Not used.
	 * @param array $options Options.
	 */
	public function notices( $args, $options ) {
		$this->stop_on_trouble();
		$channels = array( Closte_Domain_Sync_Notice_Settings::ADMIN, Closte_Domain_Sync_Notice_Settings::OWNER );
		$set      = array_map( array( __CLASS__, 'kinds' ), array_intersect_key( $options, array_flip( $channels ) ) );
		foreach ( $set as $channel => $kinds ) {
			Closte_Domain_Sync_Notice_Settings::set( $channel, $kinds );
		}
		$items = array();
		foreach ( $channels as $channel ) {
			list( $waiting, $oldest ) = Closte_Domain_Sync_Notice_Queue::census( $channel );

			$items[] = array(
				'to'      => $channel,
				'notices' => implode( ',', Closte_Domain_Sync_Notice_Settings::kinds( $channel ) ),
				'waiting' => $waiting,
				'since'   => $waiting ? Closte_Domain_Sync_Rest_Routes::rfc3339( $oldest ) : '',
			);
		}
		WP_CLI\Utils\format_items( 'table', $items, array( 'to', 'notices', 'waiting', 'since' ) );
	}

	/**
	 * The notices of an option. Ends the command if one is not known.
	 *
	 * @param string $given What was given.
	 * @return string[]
	 */
	private static function kinds( $given ) {
		if ( 'all' === $given || 'none' === $given ) {
			return 'all' === $given ? Closte_Domain_Sync_Notice::KINDS : array();
		}
		$kinds   = array_map( 'trim', explode( ',', $given ) );
		$unknown = array_diff( $kinds, Closte_Domain_Sync_Notice::KINDS );
		if ( $unknown ) {
			/* translators: 1: what was given, 2: list of what is known. */
			WP_CLI::error( sprintf( __( '%1$s is no notice. Known are: %2$s; or all, or none.', 'closte-domain-sync' ), implode( ', ', $unknown ), implode( ', ', Closte_Domain_Sync_Notice::KINDS ) ) );
		}
		return array_values( array_intersect( Closte_Domain_Sync_Notice::KINDS, $kinds ) );
	}
}
