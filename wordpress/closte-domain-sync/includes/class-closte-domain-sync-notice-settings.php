<?php
/**
 * Who is told what of the domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * By which channels a notice is told, and which channels are switched on for which notices. The action hook, and with it
 * the events of Ultimate Multisite, is always on: who does not listen is not disturbed.
 */
final class Closte_Domain_Sync_Notice_Settings {

	/**
	 * The channels: the action hook, an e-mail to the network's address, an e-mail to the owner of the site.
	 */
	const HOOK  = 'hook';
	const ADMIN = 'admin';
	const OWNER = 'owner';

	/**
	 * The network option: of each channel that is an e-mail, the notices for which it is on.
	 */
	const OPTION = 'closte_sync_notices';

	/**
	 * What is on as long as nobody said anything.
	 */
	const DEFAULTS = array(
		self::ADMIN => array( Closte_Domain_Sync_Notice::FAILED, Closte_Domain_Sync_Notice::LOST ),
		self::OWNER => array(),
	);

	/**
	 * The notices that are told by a channel that is an e-mail.
	 *
	 * @param string $channel ADMIN or OWNER.
	 * @return string[]
	 */
	public static function kinds( $channel ) {
		$saved = get_network_option( get_main_network_id(), self::OPTION );
		$kinds = isset( $saved[ $channel ] ) && is_array( $saved[ $channel ] ) ? $saved[ $channel ] : self::DEFAULTS[ $channel ];
		/**
		 * Which notices are sent by e-mail.
		 *
		 * @param string[] $kinds   Of ready, overdue, failed and lost those that are.
		 * @param string   $channel The word admin for the network's address, owner for the owner of the site.
		 */
		$kinds = apply_filters( 'closte_sync_notice_kinds', $kinds, $channel );
		return array_values( array_intersect( Closte_Domain_Sync_Notice::KINDS, (array) $kinds ) );
	}

	/**
	 * Switches a channel on for some notices and off for the others.
	 *
	 * @param string   $channel ADMIN or OWNER.
	 * @param string[] $kinds   Notices.
	 */
	public static function set( $channel, array $kinds ) {
		$saved = get_network_option( get_main_network_id(), self::OPTION );
		$saved = is_array( $saved ) ? $saved : array();

		$saved[ $channel ] = array_values( $kinds );
		update_network_option( get_main_network_id(), self::OPTION, $saved );
	}

	/**
	 * The channels by which a notice is told.
	 *
	 * @param string $kind Notice.
	 * @return string[]
	 */
	public static function channels( $kind ) {
		$channels = array( self::HOOK );
		foreach ( array( self::ADMIN, self::OWNER ) as $channel ) {
			if ( in_array( $kind, self::kinds( $channel ), true ) ) {
				$channels[] = $channel;
			}
		}
		return $channels;
	}
}
