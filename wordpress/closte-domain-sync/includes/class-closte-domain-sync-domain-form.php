<?php
/**
 * The form of domain names.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Whether a name has a form that DNS can have. What has not is nobody's wish: it is told to nobody, and shown as what it is.
 * Of every other name the functions say whether it can be mapped.
 */
final class Closte_Domain_Sync_Domain_Form {

	/**
	 * What a name can be instead.
	 */
	const NO_TEXT     = 'no-text';
	const ADDRESS     = 'address';
	const EMPTY_LABEL = 'empty-label';
	const LONG_LABEL  = 'long-label';
	const CHARACTER   = 'character';

	/**
	 * How many octets a label has at most (RFC 1035, section 2.3.4).
	 */
	const LABEL = 63;

	/**
	 * What is wrong with the form of a name.
	 *
	 * @param string $name Name in its normal form; empty if it has none.
	 * @return string One of the constants; empty if nothing is.
	 */
	public static function fault( $name ) {
		if ( '' === $name ) {
			return self::NO_TEXT;
		}
		if ( false !== filter_var( trim( $name, '[]' ), FILTER_VALIDATE_IP ) ) {
			return self::ADDRESS;
		}
		$labels = explode( '.', 0 === strpos( $name, '*.' ) ? substr( $name, 2 ) : $name );
		if ( in_array( '', $labels, true ) ) {
			return self::EMPTY_LABEL;
		}
		if ( max( array_map( 'strlen', $labels ) ) > self::LABEL ) {
			return self::LONG_LABEL;
		}
		// An underscore is none of a host's name, but DNS has it: the functions say so.
		return preg_match( '/^[a-z0-9_-]+$/D', implode( '', $labels ) ) ? '' : self::CHARACTER;
	}

	/**
	 * Whether nothing is wrong with it.
	 *
	 * @param string $name Name in its normal form; empty if it has none.
	 * @return bool
	 */
	public static function is_good( $name ) {
		return '' === self::fault( $name );
	}

	/**
	 * A fault in words that go on behind "is no domain name:".
	 *
	 * @param string $fault One of the constants.
	 * @return string
	 */
	public static function in_words( $fault ) {
		$words = array(
			self::NO_TEXT     => __( 'it has a space or another character that no domain name has, or is longer than 253 characters', 'closte-domain-sync' ),
			self::ADDRESS     => __( 'it is an IP address', 'closte-domain-sync' ),
			self::EMPTY_LABEL => __( 'a part of it is empty; WordPress takes away what it does not know, such as the * of a wildcard or a letter with an accent', 'closte-domain-sync' ),
			self::LONG_LABEL  => __( 'a part of it is longer than 63 characters', 'closte-domain-sync' ),
			self::CHARACTER   => __( 'it has a character that no domain name has', 'closte-domain-sync' ),
		);
		return $words[ $fault ];
	}
}
