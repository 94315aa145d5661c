<?php
/**
 * The www. of a domain.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The rule by which www. is mapped and removed together with a domain, as Ultimate Multisite's setting says.
 */
final class Closte_Domain_Sync_Www {

	const LABEL = 'www.';

	/**
	 * The www. of a domain.
	 *
	 * @param string $domain Domain.
	 * @return string
	 */
	public static function of( $domain ) {
		return self::LABEL . $domain;
	}

	/**
	 * The domain whose www. a name is.
	 *
	 * @param string $name Name.
	 * @return string Empty if the name does not begin with www.
	 */
	public static function base_of( $name ) {
		return 0 === strpos( $name, self::LABEL ) ? substr( $name, strlen( self::LABEL ) ) : '';
	}

	/**
	 * Whether www. is mapped with a domain now.
	 *
	 * The setting is about domains that customers bring. A name under the network's own domain is served by its
	 * wildcard certificate, which does not cover another label in front.
	 *
	 * @param string $domain Domain in its normal form.
	 * @return bool
	 */
	public static function goes_with( $domain ) {
		$setting = Closte_Domain_Sync_Ultimate_Multisite::www_setting();
		if ( null === $setting || ! self::can_have( $domain ) || Closte_Domain_Sync_Network::is_under_network( $domain ) ) {
			return false;
		}
		$answer = Closte_Domain_Sync_Ultimate_Multisite::would_map_www( $domain );
		return null === $answer ? self::is_asked_for( $setting, $domain ) : $answer;
	}

	/**
	 * Whether www. is wanted with a domain that is wanted.
	 *
	 *     Of www. is remembered   Of the domain   Asked for now   www. is
	 *     mapped                  anything        anything        wanted: once mapped, it stays as long as its domain
	 *     removed                 anything        yes             wanted
	 *     nothing                 mapped          anything        not wanted: it was not asked for when the domain was mapped
	 *     nothing                 not mapped      yes             wanted: the domain is being mapped now
	 *     not mapped              anything        no              not wanted
	 *
	 * @param string $memory       What the table has of www.: mapped, removed, or nothing.
	 * @param string $base_memory  What it has of the domain.
	 * @param bool   $is_asked_for Whether the setting asks for www. now.
	 * @return bool
	 */
	public static function is_wanted( $memory, $base_memory, $is_asked_for ) {
		if ( 'mapped' === $memory ) {
			return true;
		}
		return $is_asked_for && ( 'removed' === $memory || 'mapped' !== $base_memory );
	}

	/**
	 * Whether a domain can have a www.: the www. of another and a wildcard cannot.
	 *
	 * @param string $domain Domain.
	 * @return bool
	 */
	public static function can_have( $domain ) {
		return ! preg_match( '/^(www|\*)\./', $domain );
	}

	/**
	 * What the setting says of a domain.
	 *
	 * @param string $setting One of always, main_only (for a domain as its owner registered it) or never. Anything else counts
	 *                        as always.
	 * @param string $domain  Domain that can have a www.
	 * @return bool
	 */
	public static function is_asked_for( $setting, $domain ) {
		return 'main_only' === $setting ? self::is_registrable( $domain ) : 'never' !== $setting;
	}

	/**
	 * Whether a domain is what its owner registered, as Ultimate Multisite guesses it where it cannot be asked.
	 *
	 * @param string $domain Domain.
	 * @return bool
	 */
	private static function is_registrable( $domain ) {
		$labels = substr_count( $domain, '.' ) + 1;
		return $labels <= 2 || ( 3 === $labels && preg_match( '/\.(co|com|net|org)\.[a-z]{2}$/', $domain ) );
	}
}
