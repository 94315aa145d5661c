<?php
/**
 * A site's own domains on its dashboard.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Shows the administrators of a site how far its domains are, if the operator of the network lets them.
 */
final class Closte_Domain_Sync_Owner_Widget {

	/**
	 * The network option that lets them.
	 */
	const OPTION = 'closte_sync_owners_see';

	/**
	 * How many domains are shown.
	 */
	const DOMAINS = 20;

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_action( 'wp_dashboard_setup', array( __CLASS__, 'add' ) );
	}

	/**
	 * Whether the owners of the sites see their own domains.
	 *
	 * @return bool
	 */
	public static function do_owners_see() {
		return '1' === (string) get_network_option( get_main_network_id(), self::OPTION );
	}

	/**
	 * Lets them, or does not.
	 *
	 * @param bool $let Whether they may.
	 */
	public static function let_owners_see( $let ) {
		if ( $let ) {
			update_network_option( get_main_network_id(), self::OPTION, '1' );
		} else {
			delete_network_option( get_main_network_id(), self::OPTION );
		}
	}

	/**
	 * Adds it to the dashboard of a site.
	 */
	public static function add() {
		if ( self::do_owners_see() && current_user_can( 'manage_options' ) ) {
			wp_add_dashboard_widget( 'closte-sync-domains', __( 'Domains of this site', 'closte-domain-sync' ), array( __CLASS__, 'show' ) );
		}
	}

	/**
	 * Shows the domains of the site.
	 */
	public static function show() {
		$names = Closte_Domain_Sync_Domain_Table::mapped_to( get_current_blog_id() );
		try {
			$rows = Closte_Domain_Sync_Domain_Table::rows( array_slice( $names, 0, self::DOMAINS ) );
			ksort( $rows );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			echo '<p>' . esc_html__( 'This cannot be said at the moment.', 'closte-domain-sync' ) . '</p>';
			return;
		}
		if ( ! $rows ) {
			echo '<p>' . esc_html__( 'This site has no domain of its own.', 'closte-domain-sync' ) . '</p>';
			return;
		}
		echo '<ul>';
		foreach ( $rows as $row ) {
			printf(
				'<li><strong><bdi>%s</bdi></strong>: %s %s</li>',
				esc_html( Closte_Domain_Sync_Unicode_Name::of( $row->domain ) ),
				esc_html( self::stage( $row ) ),
				// The link is escaped where it is made.
				Closte_Domain_Sync_Status_Link::link( $row->domain, __( 'Status page', 'closte-domain-sync' ), 'button button-small' )
			);
		}
		echo '</ul>';
		$more = count( $names ) - count( $rows );
		if ( $more > 0 ) {
			/* translators: %d: number of domains. */
			echo '<p>' . esc_html( sprintf( _n( 'And %d more.', 'And %d more.', $more, 'closte-domain-sync' ), $more ) ) . '</p>';
		}
	}

	/**
	 * How far a domain is, for its owner: that the functions were not told yet is the operator's matter.
	 *
	 * @param object $row Row.
	 * @return string
	 */
	private static function stage( $row ) {
		return '' === $row->stage ? __( 'Being set up', 'closte-domain-sync' ) : Closte_Domain_Sync_Row_Words::of_stage( $row->stage );
	}
}
