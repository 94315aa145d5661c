<?php
/**
 * The fingerprint of the network.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Which network this is, in a form that survives a copy: whoever copies the database replaces the domain wherever it
 * stands in it, but not in here, where it is a keyed hash. Only computes.
 */
final class Closte_Domain_Sync_Fingerprint {

	/**
	 * What an installation is: the network itself, the network as long as nobody else has said so, nobody's yet (it has to
	 * be adopted, or still has an IP address for a domain), or a copy.
	 */
	const OWN        = 'own';
	const FRESH      = 'fresh';
	const UNADOPTED  = 'unadopted';
	const ON_ADDRESS = 'on-address';
	const COPY       = 'copy';

	/**
	 * Takes a fingerprint.
	 *
	 * @param string[] $traits Traits of the installation by names: `place`, `type`, `key` and others.
	 * @param string   $salt   Random text.
	 * @return string[] The salt, and a hash of each trait that is not empty.
	 */
	public static function take( array $traits, $salt ) {
		$fingerprint = array( 'salt' => $salt );
		foreach ( array_filter( $traits, 'strlen' ) as $name => $trait ) {
			$fingerprint[ $name ] = hash_hmac( 'sha256', "$name\n$trait", $salt );
		}
		return $fingerprint;
	}

	/**
	 * The traits that differ from a fingerprint. One that either of them does not have does not count.
	 *
	 * @param string[] $fingerprint Fingerprint.
	 * @param string[] $traits      Traits.
	 * @return string[] Names.
	 */
	public static function differences( array $fingerprint, array $traits ) {
		$now = self::take( $traits, $fingerprint['salt'] );
		return array_keys( array_diff_assoc( array_intersect_key( $now, $fingerprint ), $fingerprint ) );
	}

	/**
	 * What an installation is.
	 *
	 *     Fingerprint                      Installation              It is
	 *     none                             has an IP address         ON_ADDRESS
	 *     none                             is of production          FRESH
	 *     none                             is of another type        UNADOPTED
	 *     of another domain, path or type                            COPY, on an IP address too
	 *     of another key alone                                       OWN: the key was changed
	 *     the same                                                   OWN
	 *
	 * @param string[]|null $fingerprint Fingerprint that was taken.
	 * @param string[]      $traits      Traits of the installation now.
	 * @param bool          $on_address  Whether the network's domain is an IP address.
	 * @return string
	 */
	public static function judge( $fingerprint, array $traits, $on_address ) {
		if ( $fingerprint ) {
			return array_diff( self::differences( $fingerprint, $traits ), array( 'key' ) ) ? self::COPY : self::OWN;
		}
		if ( $on_address ) {
			return self::ON_ADDRESS;
		}
		return 'production' === $traits['type'] ? self::FRESH : self::UNADOPTED;
	}
}
