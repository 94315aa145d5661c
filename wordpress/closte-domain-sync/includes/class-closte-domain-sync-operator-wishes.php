<?php
/**
 * The operator's own wishes.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What the operator wants and WordPress cannot hold: a wildcard, a www. that no setting asks for; and that a www. does not
 * go with its domain.
 */
final class Closte_Domain_Sync_Operator_Wishes {

	/**
	 * The network option: the site of each domain, 0 for a www. that is not wanted.
	 */
	const OPTION = 'closte_sync_operator_wishes';

	/**
	 * All of them.
	 *
	 * @return int[] Sites by domains.
	 */
	public static function all() {
		$wishes = get_network_option( get_main_network_id(), self::OPTION );
		return is_array( $wishes ) ? $wishes : array();
	}

	/**
	 * The domains that the operator wants. No table of WordPress has them.
	 *
	 * @return string[]
	 */
	public static function wanted() {
		return array_map( 'strval', array_keys( array_filter( self::all() ) ) );
	}

	/**
	 * The operator wants a domain for a site.
	 *
	 * @param string $domain  Domain in its normal form.
	 * @param int    $site_id Site.
	 */
	public static function map( $domain, $site_id ) {
		update_network_option( get_main_network_id(), self::OPTION, array( $domain => $site_id ) + self::all() );
	}

	/**
	 * Puts all of them back as they were.
	 *
	 * @param int[] $wishes Sites by domains.
	 */
	public static function put_back( array $wishes ) {
		update_network_option( get_main_network_id(), self::OPTION, $wishes );
	}

	/**
	 * The operator does not want a domain any more. A wish that WordPress has stays; only a www. that goes with its domain
	 * is taken away from it.
	 *
	 * @param string $domain Domain in its normal form.
	 */
	public static function unmap( $domain ) {
		$wishes = array_diff_key( self::all(), array( $domain => 0 ) );
		if ( '' !== Closte_Domain_Sync_Www::base_of( $domain ) ) {
			$wishes[ $domain ] = 0;
		}
		update_network_option( get_main_network_id(), self::OPTION, $wishes );
	}

	/**
	 * Whether the operator said that a www. does not go with its domain.
	 *
	 * @param string $domain Domain in its normal form.
	 * @return bool
	 */
	public static function is_unmapped( $domain ) {
		$wishes = self::all();
		return isset( $wishes[ $domain ] ) && 0 === $wishes[ $domain ];
	}
}
