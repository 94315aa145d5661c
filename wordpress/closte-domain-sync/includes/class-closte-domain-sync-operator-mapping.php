<?php
/**
 * The operator maps and takes back.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The operator maps what WordPress cannot hold or does not ask for, and takes it back: one rule for the command and for the
 * forms in the network admin, and the words for what came of it.
 *
 * What came of it is an array: `outcome`, the `name`, and a `site_id` where it matters.
 */
final class Closte_Domain_Sync_Operator_Mapping {

	/**
	 * What came of it.
	 */
	const MAPPED     = 'mapped';
	const UNMAPPED   = 'unmapped';
	const NO_DOMAIN  = 'no-domain';
	const NO_SITE    = 'no-site';
	const OF_NETWORK = 'of-network';
	const OF_OTHER   = 'of-other';
	const OF_SITE    = 'of-site';
	const NOT_TAKEN  = 'not-taken';
	const LEFT_ALONE = 'left-alone';

	/**
	 * Maps a domain for a site.
	 *
	 * @param string $domain  Domain.
	 * @param int    $site_id Site.
	 * @return array{outcome: string, name: string, site_id: int}
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function map( $domain, $site_id ) {
		$name = Closte_Domain_Sync_Domain_Name::normalise( $domain );
		if ( ! Closte_Domain_Sync_Domain_Form::is_good( $name ) ) {
			return self::outcome( self::NO_DOMAIN, $domain );
		}
		// WordPress takes 0 for the site of the moment.
		if ( ! $site_id || ! get_site( $site_id ) ) {
			return self::outcome( self::NO_SITE, $name, $site_id );
		}
		if ( Closte_Domain_Sync_Network::main_domain() === $name ) {
			return self::outcome( self::OF_NETWORK, $name );
		}
		// First, so that nothing is wished where nobody can look.
		Closte_Domain_Sync_Truth::of( array( $name ) );
		$before = Closte_Domain_Sync_Operator_Wishes::all();
		Closte_Domain_Sync_Operator_Wishes::map( $name, $site_id );
		$wish = Closte_Domain_Sync_Truth::of( array( $name ) )[ $name ];
		if ( $wish && $wish['site_id'] !== $site_id ) {
			// WordPress has the last word, and the wish would come true by itself one day.
			Closte_Domain_Sync_Operator_Wishes::put_back( $before );
			return self::outcome( self::OF_OTHER, $name, $wish['site_id'] );
		}
		Closte_Domain_Sync_Wishes::look_at( array( $name ) );
		$row = Closte_Domain_Sync_Domain_Table::row( $name );
		return self::outcome( $row && Closte_Domain_Sync_Truth::agrees( $row, $wish ) ? self::MAPPED : self::NOT_TAKEN, $name, $site_id );
	}

	/**
	 * Takes a domain back.
	 *
	 * @param string $domain Domain.
	 * @return array{outcome: string, name: string, site_id: int}
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function unmap( $domain ) {
		$name = Closte_Domain_Sync_Domain_Name::normalise( $domain );
		if ( ! Closte_Domain_Sync_Domain_Form::is_good( $name ) ) {
			return self::outcome( self::NO_DOMAIN, $domain );
		}
		// First, so that nothing is taken back where nobody can look.
		Closte_Domain_Sync_Truth::of( array( $name ) );
		Closte_Domain_Sync_Operator_Wishes::unmap( $name );
		Closte_Domain_Sync_Wishes::look_at( array( $name ) );
		$row = Closte_Domain_Sync_Domain_Table::row( $name );
		if ( $row && ! Closte_Domain_Sync_Switch::follows_row( $row ) ) {
			return self::outcome( self::LEFT_ALONE, $name );
		}
		return $row && Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted
			? self::outcome( self::OF_SITE, $name, (int) $row->site_id )
			: self::outcome( self::UNMAPPED, $name );
	}

	/**
	 * Whether what was asked for was done.
	 *
	 * @param string $outcome One of the constants.
	 * @return bool
	 */
	public static function is_done( $outcome ) {
		return in_array( $outcome, array( self::MAPPED, self::UNMAPPED ), true );
	}

	/**
	 * What came of it, as a sentence.
	 *
	 * @param array $came What came of it: `outcome`, `name` and `site_id`.
	 * @return string Empty if it is nothing that can come of it.
	 */
	public static function in_words( array $came ) {
		$sentences = array(
			/* translators: 1: domain, 2: number of a site. */
			self::MAPPED     => __( '%1$s is wanted for site %2$d.', 'closte-domain-sync' ),
			/* translators: %s: domain. */
			self::UNMAPPED   => __( '%s is not wanted any more.', 'closte-domain-sync' ),
			/* translators: %s: what was given as a domain. */
			self::NO_DOMAIN  => __( '%s is no domain.', 'closte-domain-sync' ),
			/* translators: %2$d: number of a site. */
			self::NO_SITE    => __( 'There is no site %2$d.', 'closte-domain-sync' ),
			/* translators: %s: domain. */
			self::OF_NETWORK => __( '%s is the network itself, which is mapped by nobody.', 'closte-domain-sync' ),
			/* translators: 1: domain, 2: number of a site. */
			self::OF_OTHER   => __( '%1$s is wanted for site %2$d already: it is the domain of that site or of a record in WordPress. Remove it there first.', 'closte-domain-sync' ),
			/* translators: 1: domain, 2: number of a site. */
			self::OF_SITE    => __( '%1$s is still wanted for site %2$d: it is the domain of the site or of a record in WordPress. Remove it there.', 'closte-domain-sync' ),
			self::LEFT_ALONE => Closte_Domain_Sync_Row_Words::left_alone( '%s' ),
			/* translators: %s: domain. */
			self::NOT_TAKEN  => __( '%s was not written down: the database did not take it. Try again.', 'closte-domain-sync' ),
		);
		return isset( $sentences[ $came['outcome'] ] ) ? sprintf( $sentences[ $came['outcome'] ], $came['name'], $came['site_id'] ) : '';
	}

	/**
	 * What came of it.
	 *
	 * @param string $outcome One of the constants.
	 * @param string $name    Name.
	 * @param int    $site_id Site.
	 * @return array{outcome: string, name: string, site_id: int}
	 */
	private static function outcome( $outcome, $name, $site_id = 0 ) {
		return compact( 'outcome', 'name', 'site_id' );
	}
}
