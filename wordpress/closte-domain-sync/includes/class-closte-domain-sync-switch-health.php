<?php
/**
 * What Site Health says of the switch.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What Site Health and a notice say of the switch in Ultimate Multisite, where this plugin stands behind it.
 */
final class Closte_Domain_Sync_Switch_Health {

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_action( 'init', array( __CLASS__, 'notify' ) );
	}

	/**
	 * What Site Health says.
	 *
	 * @return array Result of a test of Site Health.
	 */
	public static function result() {
		$where = __( 'Its switch is here: Network Admin, Ultimate Multisite, Settings, Integrations, Closte, Configuration.', 'closte-domain-sync' );
		if ( Closte_Domain_Sync_Switch::is_on() ) {
			$facts = array( __( 'Closte Domain Sync stands in the place of the Closte integration of Ultimate Multisite, so that only the functions call Closte.', 'closte-domain-sync' ), $where );
			$set   = self::fact_of_update();
			return Closte_Domain_Sync_Site_Health::result( 'integration', 'good', __( 'Only Closte Domain Sync calls Closte', 'closte-domain-sync' ), '' === $set ? $facts : array_merge( $facts, array( $set ) ) );
		}
		$facts = array(
			__( 'The Closte integration of Ultimate Multisite is switched off, and Closte Domain Sync stands behind it. So the domains in Ultimate Multisite are left alone: no new one is told to Closte, none is removed there, and none is followed.', 'closte-domain-sync' ),
			Closte_Domain_Sync_Settings::sites_follow_switch()
				/* translators: %s: name of a constant. */
				? sprintf( __( 'The domains that sites have of their own are left alone, too, because of the constant %s.', 'closte-domain-sync' ), 'CLOSTE_SYNC_SITES_FOLLOW_SWITCH' )
				: __( 'The domains that sites have of their own are looked after all the same.', 'closte-domain-sync' ),
			$where,
		);
		return Closte_Domain_Sync_Site_Health::result( 'integration', 'recommended', __( 'The domains in Ultimate Multisite are left alone', 'closte-domain-sync' ), $facts );
	}

	/**
	 * Says in the network's admin screens, until somebody has read it, that an update set the switch. Ultimate Multisite
	 * keeps account of its notices.
	 */
	public static function notify() {
		$fact = is_network_admin() && function_exists( 'WP_Ultimo' ) && isset( WP_Ultimo()->notices ) ? self::fact_of_update() : '';
		if ( '' !== $fact ) {
			WP_Ultimo()->notices->add( esc_html( $fact ), 'info', 'network-admin', 'closte-domain-sync-switch' );
		}
	}

	/**
	 * That an update set the switch.
	 *
	 * @return string Sentence; empty if none did.
	 */
	private static function fact_of_update() {
		$set_at = Closte_Domain_Sync_Switch::set_at();
		if ( ! $set_at ) {
			return '';
		}
		/* translators: %s: date and time. */
		return sprintf( __( 'Closte Domain Sync switched the Closte integration of Ultimate Multisite on (%s): it stands behind that switch now, and has looked after the domains of this network before. Switched off, they are left alone.', 'closte-domain-sync' ), wp_date( 'Y-m-d H:i:s T', $set_at ) );
	}
}
