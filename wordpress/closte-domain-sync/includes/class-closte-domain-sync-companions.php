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
	 * The names that are missing beside rows.
	 *
	 * @param object[] $rows Rows.
	 * @return string[] By the rows' domains.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function beside( array $rows ) {
		$names = array();
		foreach ( $rows as $row ) {
			if ( Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted && ! self::is_of_main_network( $row->domain ) ) {
				$base                  = Closte_Domain_Sync_Www::base_of( $row->domain );
				$names[ $row->domain ] = '' === $base ? Closte_Domain_Sync_Www::of( $row->domain ) : $base;
			}
		}
		$mapped  = wp_list_filter( Closte_Domain_Sync_Domain_Table::rows( array_values( $names ) ), array( 'wanted' => Closte_Domain_Sync_Domain_Table::MAPPED ) );
		$missing = array_diff( $names, array_column( $mapped, 'domain' ) );
		return array_filter( $missing, array( __CLASS__, 'is_expected' ) );
	}

	/**
	 * Whether a domain is the main network's own or under it: its names have no www. that somebody would type.
	 *
	 * @param string $domain Domain.
	 * @return bool
	 */
	private static function is_of_main_network( $domain ) {
		$main = Closte_Domain_Sync_Network::main_domain();
		return substr( ".$domain", -strlen( ".$main" ) ) === ".$main";
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
}
