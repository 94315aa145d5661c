<?php
/**
 * What WordPress's own tables say.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Reads who has a name: records of Ultimate Multisite, sites of all networks, and networks. Straight from the tables,
 * because a cache may outlive what was done to them by SQL, and many names at a time.
 *
 * An owner is an array: `site_id`, `network_id`, the network that the functions are told for the name, and `source`, where
 * it was read.
 */
final class Closte_Domain_Sync_Owners {

	/**
	 * Where an owner is read: a record of Ultimate Multisite, a site or a network itself, or the operator's own wishes.
	 */
	const RECORD   = 'record';
	const SITE     = 'site';
	const OPERATOR = 'operator';

	/**
	 * Rows whose names are spelled in an unusual way, by table; null where they are looked for each time, since no index
	 * finds them.
	 *
	 * @var array[]|null
	 */
	private static $odd = null;

	/**
	 * Looks for unusual spellings once from now on, or each time again. A sweep that looks at many names may have them
	 * from its beginning, but where it takes a domain back.
	 *
	 * @param bool $once Whether once.
	 */
	public static function look_once( $once ) {
		self::$odd = $once ? ( self::$odd ?? array() ) : null;
	}

	/**
	 * The owners of names.
	 *
	 * @param string[] $names Names in their normal form.
	 * @return array[] Lists of owners by name, the one that counts most first.
	 * @throws Closte_Domain_Sync_Could_Not_Look If a table cannot be read.
	 */
	public static function of( array $names ) {
		$main     = get_main_network_id();
		$networks = self::networks();
		$owners   = array_fill_keys( $names, array() );
		foreach ( $names ? self::records_of( $names ) : array() as $row ) {
			self::add( $owners, $networks, $row, self::RECORD );
		}
		foreach ( $names ? self::sites_of( $names ) : array() as $row ) {
			self::add( $owners, $networks, $row, self::SITE );
		}
		self::add_operators( $owners, $networks );
		foreach ( $networks as $id => $domain ) {
			$site = isset( $owners[ $domain ] ) && ! $owners[ $domain ] ? (int) get_main_site_id( $id ) : 0;
			if ( $site ) {
				$owners[ $domain ][] = array(
					'site_id'    => $site,
					'network_id' => $main,
					'source'     => self::SITE,
				);
			}
		}
		// The main network's own domain is mapped by nobody.
		if ( isset( $networks[ $main ], $owners[ $networks[ $main ] ] ) ) {
			$owners[ $networks[ $main ] ] = array();
		}
		return $owners;
	}

	/**
	 * A page of the sites' own domains, in the order of the id.
	 *
	 * @param int $after The page begins behind this id.
	 * @param int $limit How many at most.
	 * @return object[] Rows with id and domain.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function page_of_sites( $after, $limit ) {
		global $wpdb;
		$rows = $wpdb->get_results( $wpdb->prepare( "SELECT blog_id AS id, domain FROM $wpdb->blogs WHERE blog_id > %d ORDER BY blog_id LIMIT %d", $after, $limit ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return $rows;
	}

	/**
	 * A page of the records, in the order of the id.
	 *
	 * @param int $after The page begins behind this id.
	 * @param int $limit How many at most.
	 * @return object[] Rows with id, site_id, domain and stage.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function page_of_records( $after, $limit ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Records::table();
		if ( '' === $table ) {
			return array();
		}
		$rows = $wpdb->get_results( $wpdb->prepare( "SELECT id, blog_id AS site_id, domain, stage FROM $table WHERE id > %d ORDER BY id LIMIT %d", $after, $limit ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return Closte_Domain_Sync_Records::present( $rows );
	}

	/**
	 * The domains of the networks.
	 *
	 * @return string[] In their normal form, by the network's id.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public static function networks() {
		global $wpdb;
		$rows = $wpdb->get_results( "SELECT id, domain FROM $wpdb->site ORDER BY id" );
		Closte_Domain_Sync_Could_Not_Look::check();
		if ( ! $rows ) {
			throw new Closte_Domain_Sync_Could_Not_Look( "the table $wpdb->site is empty" );
		}
		return array_map( array( 'Closte_Domain_Sync_Domain_Name', 'normalise' ), array_column( $rows, 'domain', 'id' ) );
	}

	/**
	 * Adds a row to the owners of the name that it has, if that was asked for.
	 *
	 * @param array[]  $owners   Owners by name.
	 * @param string[] $networks Domains of the networks by id.
	 * @param object   $row      Row with site_id, network_id and domain.
	 * @param string   $source   Where it was read.
	 */
	private static function add( array &$owners, array $networks, $row, $source ) {
		$name = Closte_Domain_Sync_Domain_Name::normalise( $row->domain );
		if ( '' === $name || ! isset( $owners[ $name ] ) ) {
			return;
		}
		// What a further network is itself reached by leads to where the main one is.
		$owners[ $name ][] = array(
			'site_id'    => (int) $row->site_id,
			'network_id' => in_array( $name, $networks, true ) ? get_main_network_id() : (int) $row->network_id,
			'source'     => $source,
		);
	}

	/**
	 * Adds what the operator wants for sites that exist.
	 *
	 * @param array[]  $owners   Owners by name.
	 * @param string[] $networks Domains of the networks by id.
	 */
	private static function add_operators( array &$owners, array $networks ) {
		foreach ( array_intersect_key( Closte_Domain_Sync_Operator_Wishes::all(), $owners ) as $domain => $site_id ) {
			$site = $site_id ? get_site( $site_id ) : null;
			if ( $site ) {
				$row = (object) array(
					'domain'     => (string) $domain,
					'site_id'    => $site_id,
					'network_id' => $site->network_id,
				);
				self::add( $owners, $networks, $row, self::OPERATOR );
			}
		}
	}

	/**
	 * The records that may have one of the names and whose sites exist.
	 *
	 * @param string[] $names Names.
	 * @return object[]
	 * @throws Closte_Domain_Sync_Could_Not_Look If a table cannot be read.
	 */
	private static function records_of( array $names ) {
		global $wpdb;
		$table = Closte_Domain_Sync_Records::table();
		if ( '' === $table ) {
			return array();
		}
		$marks = implode( ', ', array_fill( 0, count( $names ), '%s' ) );
		$plain = $wpdb->get_results( $wpdb->prepare( "SELECT m.id, m.domain, b.blog_id AS site_id, b.site_id AS network_id FROM $table m JOIN $wpdb->blogs b ON b.blog_id = m.blog_id WHERE m.domain IN ($marks) ORDER BY m.id", $names ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		$odd = self::$odd[ $table ] ?? null;
		if ( null === $odd ) {
			$odd = $wpdb->get_results( "SELECT m.id, m.domain, b.blog_id AS site_id, b.site_id AS network_id FROM $table m JOIN $wpdb->blogs b ON b.blog_id = m.blog_id WHERE m.domain LIKE '%:%' OR m.domain LIKE '%.' OR m.domain LIKE ' %' OR LENGTH(m.domain) <> CHAR_LENGTH(m.domain) ORDER BY m.id" );
			Closte_Domain_Sync_Could_Not_Look::check();
		}
		self::remember( $table, $odd );
		return Closte_Domain_Sync_Records::present( self::each_once( $plain, $odd ) );
	}

	/**
	 * The sites that may have one of the names as their own domain.
	 *
	 * @param string[] $names Names.
	 * @return object[]
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	private static function sites_of( array $names ) {
		global $wpdb;
		$marks = implode( ', ', array_fill( 0, count( $names ), '%s' ) );
		$plain = $wpdb->get_results( $wpdb->prepare( "SELECT blog_id AS id, domain, blog_id AS site_id, site_id AS network_id FROM $wpdb->blogs WHERE domain IN ($marks) ORDER BY blog_id", $names ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		$odd = self::$odd[ $wpdb->blogs ] ?? null;
		if ( null === $odd ) {
			$odd = $wpdb->get_results( "SELECT blog_id AS id, domain, blog_id AS site_id, site_id AS network_id FROM $wpdb->blogs WHERE domain LIKE '%:%' OR domain LIKE '%.' OR domain LIKE ' %' OR LENGTH(domain) <> CHAR_LENGTH(domain) ORDER BY blog_id" );
			Closte_Domain_Sync_Could_Not_Look::check();
		}
		self::remember( $wpdb->blogs, $odd );
		return self::each_once( $plain, $odd );
	}

	/**
	 * Keeps the rows of a table whose names are spelled in an unusual way, where they are looked for once.
	 *
	 * @param string   $table Table.
	 * @param object[] $odd   Rows.
	 */
	private static function remember( $table, array $odd ) {
		if ( null !== self::$odd ) {
			self::$odd[ $table ] = $odd;
		}
	}

	/**
	 * Two lists of rows as one, in the order of the id.
	 *
	 * @param object[] $plain Rows whose names are spelled as usual.
	 * @param object[] $odd   Rows whose names are spelled in another way. They are few, and no index finds them.
	 * @return object[]
	 */
	private static function each_once( array $plain, array $odd ) {
		$rows = array_column( array_merge( $plain, $odd ), null, 'id' );
		ksort( $rows );
		return array_values( $rows );
	}
}
