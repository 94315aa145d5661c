<?php
/**
 * The networks and sites of the installation.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Whose a domain is at this moment: a network's, a site's or nobody's.
 */
final class Closte_Domain_Sync_Network {

	/**
	 * Whether a name is the domain of a network itself. It is never mapped and, above all, never removed.
	 *
	 * @param string $domain Domain in its normal form.
	 * @return bool
	 */
	public static function is_network( $domain ) {
		return in_array( $domain, self::domains(), true );
	}

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
	 * The domain of the network that a site belongs to. For a site that is gone, of the main network.
	 *
	 * @param int $site_id Site.
	 * @return string
	 */
	public static function domain_of( $site_id ) {
		$site    = get_site( $site_id );
		$network = $site ? get_network( $site->network_id ) : null;
		$network = $network ? $network : get_network( get_main_network_id() );
		return Closte_Domain_Sync_Domain_Name::normalise( $network->domain );
	}

	/**
	 * The site for which a domain is to be mapped now: the one that has it or, if it is the www. of a domain with which
	 * that is mapped, the one that has the domain.
	 *
	 * @param string $domain       Domain in its normal form.
	 * @param string $deleted_name Name whose record was deleted a moment ago; caches may still have the record.
	 * @return int 0 if there is none.
	 */
	public static function site_to_map( $domain, $deleted_name = '' ) {
		$site = self::site_that_has( $domain, $deleted_name );
		$base = Closte_Domain_Sync_Www::base_of( $domain );
		if ( ! $site && '' !== $base && Closte_Domain_Sync_Www::goes_with( $base ) ) {
			$site = self::site_that_has( $base, $deleted_name );
		}
		return $site;
	}

	/**
	 * The site that has a domain itself, by a record of Ultimate Multisite or as its own.
	 *
	 * @param string $domain       Domain in its normal form.
	 * @param string $deleted_name Name whose record was deleted a moment ago.
	 * @return int 0 if there is none.
	 */
	public static function site_that_has( $domain, $deleted_name = '' ) {
		$record = $domain === $deleted_name ? null : Closte_Domain_Sync_Ultimate_Multisite::find_record( $domain );
		if ( $record && get_site( $record->get_site_id() ) ) {
			return (int) $record->get_site_id();
		}
		if ( self::is_network( $domain ) ) {
			return 0;
		}
		$sites = get_sites(
			array(
				'domain'  => $domain,
				'number'  => 1,
				'orderby' => 'id',
				'fields'  => 'ids',
			)
		);
		return $sites ? (int) $sites[0] : 0;
	}
}
