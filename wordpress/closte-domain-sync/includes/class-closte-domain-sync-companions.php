<?php
/**
 * Names that somebody may expect to be mapped, too.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Finds the www. of a mapped domain, or the domain of a mapped www., that visitors will type and that is not mapped:
 * WordPress itself serves both.
 */
final class Closte_Domain_Sync_Companions {

	/**
	 * How many names are looked at. Those with too many labels for a domain as its owner registered it are none of them,
	 * unless the setting asks for every www.
	 */
	const LOOKED_AT = 2000;

	/**
	 * The first names that are missing, in the order of the name.
	 *
	 * @param int $limit How many at most.
	 * @return int[] Sites by names.
	 */
	public static function missing( $limit ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Schema::domains();
		$main  = Closte_Domain_Sync_Network::main_domain();
		$under = '%.' . $wpdb->esc_like( $main );
		$rows  = $wpdb->get_results(
			$wpdb->prepare(
				"SELECT a.site_id, CONCAT('www.', a.domain) AS name FROM $table a LEFT JOIN $table b ON b.domain = CONCAT('www.', a.domain) AND b.wanted = 'mapped'
				WHERE a.wanted = 'mapped' AND b.domain IS NULL AND a.domain NOT LIKE %s AND a.domain NOT LIKE %s AND a.domain <> %s AND a.domain NOT LIKE %s
				AND LENGTH(a.domain) - LENGTH(REPLACE(a.domain, '.', '')) <= %d
				UNION ALL
				SELECT a.site_id, SUBSTRING(a.domain, 5) AS name FROM $table a LEFT JOIN $table b ON b.domain = SUBSTRING(a.domain, 5) AND b.wanted = 'mapped'
				WHERE a.wanted = 'mapped' AND b.domain IS NULL AND a.domain LIKE %s AND a.domain <> %s AND a.domain NOT LIKE %s
				AND LENGTH(a.domain) - LENGTH(REPLACE(a.domain, '.', '')) <= 3
				ORDER BY name LIMIT %d",
				'www.%',
				'*.%',
				$main,
				$under,
				'always' === Closte_Domain_Sync_Ultimate_Multisite::www_setting() ? 253 : 2,
				'www.%',
				Closte_Domain_Sync_Www::of( $main ),
				$under,
				self::LOOKED_AT
			)
		);
		$found = array();
		foreach ( $rows as $row ) {
			if ( count( $found ) < $limit && self::is_expected( $row->name ) ) {
				$found[ $row->name ] = (int) $row->site_id;
			}
		}
		return $found;
	}

	/**
	 * Whether somebody may expect a name that is not mapped.
	 *
	 * @param string $name Name.
	 * @return bool
	 */
	private static function is_expected( $name ) {
		$base = Closte_Domain_Sync_Www::base_of( $name );
		if ( '' === $base ) {
			return Closte_Domain_Sync_Www::is_asked_for( 'main_only', $name );
		}
		if ( Closte_Domain_Sync_Operator_Wishes::is_unmapped( $name ) ) {
			return false;
		}
		return null === Closte_Domain_Sync_Ultimate_Multisite::www_setting() ? Closte_Domain_Sync_Www::is_asked_for( 'main_only', $base ) : Closte_Domain_Sync_Www::goes_with( $base );
	}

	/**
	 * The sites whose domains have an empty label.
	 *
	 * @param int $limit How many at most.
	 * @return string[] Domains by sites.
	 */
	public static function with_empty_label( $limit ) {
		global $wpdb;
		return array_column( $wpdb->get_results( $wpdb->prepare( "SELECT blog_id, domain FROM $wpdb->blogs WHERE domain LIKE %s OR domain LIKE %s ORDER BY blog_id LIMIT %d", '.%', '%..%', $limit ) ), 'domain', 'blog_id' );
	}
}
