<?php
/**
 * The networks of the installation.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The networks of the installation and their domains.
 */
final class Closte_Domain_Sync_Network {

	/**
	 * Whether a domain is a network's own or a name under it.
	 *
	 * @param string $domain Domain in its normal form.
	 * @return bool
	 */
	public static function is_under_network( $domain ) {
		foreach ( self::domains() as $own ) {
			if ( substr( ".$domain", -strlen( ".$own" ) ) === ".$own" ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The domains of all networks.
	 *
	 * @return string[] In their normal form.
	 */
	public static function domains() {
		$domains = array();
		foreach ( get_networks() as $network ) {
			$domains[] = Closte_Domain_Sync_Domain_Name::normalise( $network->domain );
		}
		return $domains;
	}

	/**
	 * The main network's own domain.
	 *
	 * @return string In its normal form.
	 */
	public static function main_domain() {
		return Closte_Domain_Sync_Domain_Name::normalise( get_network( get_main_network_id() )->domain );
	}

	/**
	 * The domain of the network that the functions are told for a row. Where that network is gone or not known, of the main
	 * one.
	 *
	 * @param object $row Row.
	 * @return string
	 */
	public static function domain_of( $row ) {
		$network = (int) $row->network_id ? get_network( (int) $row->network_id ) : null;
		if ( ! $network && ! (int) $row->network_id ) {
			$site    = get_site( (int) $row->site_id );
			$network = $site ? get_network( $site->network_id ) : null;
		}
		return $network ? Closte_Domain_Sync_Domain_Name::normalise( $network->domain ) : self::main_domain();
	}
}
