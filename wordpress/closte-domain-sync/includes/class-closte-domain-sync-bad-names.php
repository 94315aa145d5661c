<?php
/**
 * Names that are no domain names.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Finds the sites and records whose domain has a form that DNS does not have. They are told to nobody, so somebody has to
 * be told of them.
 */
final class Closte_Domain_Sync_Bad_Names {

	/**
	 * How many names are looked at of those that the database thinks odd. It does not know the letters of every language.
	 */
	const LOOKED_AT = 2000;

	/**
	 * A name that is not odd, for the database. Its last label has a letter, which an address has not.
	 */
	const PLAIN = '^([*][.])?([a-z0-9_-]{1,63}[.])*[a-z0-9_-]{0,31}[a-z_-][a-z0-9_-]{0,31}$';

	/**
	 * The first of them: the sites' own domains, then the records.
	 *
	 * @param int $limit How many at most.
	 * @return array[] Each with `site_id`, `domain` as WordPress has it, `fault` (see Domain_Form), and `is_record`.
	 * @throws Closte_Domain_Sync_Could_Not_Look If a table cannot be read.
	 */
	public static function find( $limit ) {
		global $wpdb;
		$found = self::bad( self::odd_rows( $wpdb->blogs, 'blog_id AS id, blog_id AS site_id' ), false );
		$table = count( $found ) < $limit ? Closte_Domain_Sync_Records::table() : '';
		if ( '' !== $table ) {
			$found = array_merge( $found, self::bad( Closte_Domain_Sync_Records::present( self::odd_rows( $table, 'id, blog_id AS site_id' ) ), true ) );
		}
		return array_slice( $found, 0, $limit );
	}

	/**
	 * One of them as a sentence.
	 *
	 * @param array $bad Name as find() gives it.
	 * @return string
	 */
	public static function in_words( array $bad ) {
		$sentence = $bad['is_record']
			/* translators: 1: number of a site, 2: domain, 3: what is wrong with it. */
			? __( 'A record of site %1$d has the domain %2$s, which is no domain name: %3$s. Give it another domain; this one is told to nobody.', 'closte-domain-sync' )
			/* translators: 1: number of a site, 2: its domain, 3: what is wrong with it. */
			: __( 'Site %1$d has the domain %2$s, which is no domain name: %3$s. Give the site another domain; this one is told to nobody.', 'closte-domain-sync' );
		return sprintf( $sentence, $bad['site_id'], $bad['domain'], Closte_Domain_Sync_Domain_Form::in_words( $bad['fault'] ) );
	}

	/**
	 * The rows of a table whose domain is odd.
	 *
	 * @param string $table   Table.
	 * @param string $columns What it calls `id` and `site_id`.
	 * @return object[] Each with `id`, `site_id` and `domain`.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	private static function odd_rows( $table, $columns ) {
		global $wpdb;
		$rows = $wpdb->get_results( $wpdb->prepare( "SELECT $columns, domain FROM $table WHERE domain NOT REGEXP %s ORDER BY id LIMIT %d", self::PLAIN, self::LOOKED_AT ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return $rows;
	}

	/**
	 * Those of the rows whose domain is none.
	 *
	 * @param object[] $rows      Rows.
	 * @param bool     $is_record Whether they are records.
	 * @return array[]
	 */
	private static function bad( array $rows, $is_record ) {
		$bad  = array();
		$main = Closte_Domain_Sync_Network::main_domain();
		foreach ( $rows as $row ) {
			$name  = Closte_Domain_Sync_Domain_Name::normalise( $row->domain );
			$fault = Closte_Domain_Sync_Domain_Form::fault( $name );
			// Of a network that has an address in the place of a domain, Identity says so.
			if ( '' !== $fault && $main !== $name ) {
				$bad[] = array(
					'site_id'   => (int) $row->site_id,
					'domain'    => $row->domain,
					'fault'     => $fault,
					'is_record' => $is_record,
				);
			}
		}
		return $bad;
	}
}
