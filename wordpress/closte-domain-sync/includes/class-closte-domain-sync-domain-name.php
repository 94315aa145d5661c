<?php
/**
 * Domain names.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Domain names in the form in which the table has them.
 */
final class Closte_Domain_Sync_Domain_Name {

	/**
	 * The name without space around it, port and trailing dot, in lower case and A-labels.
	 *
	 * The functions have the last word about what can be mapped. Here a name only has to be the same each time it comes.
	 *
	 * @param mixed $text A name as WordPress has it.
	 * @return string Empty if it can be no name at all.
	 */
	public static function normalise( $text ) {
		if ( ! is_string( $text ) ) {
			return '';
		}
		$name = preg_replace( '/\.?(:\d+)?$/D', '', trim( $text ) );
		if ( preg_match( '/[^\x00-\x7F]/', $name ) ) {
			$wildcard = 0 === strpos( $name, '*.' ) ? '*.' : '';
			$name     = $wildcard . self::a_labels( substr( $name, strlen( $wildcard ) ) );
		}
		$name = strtolower( $name );
		return preg_match( '/^[\x21-\x7E]{1,253}$/D', $name ) ? $name : '';
	}

	/**
	 * A Unicode name in A-labels, by PHP's own extension or, without it, by the library that comes with WordPress.
	 *
	 * @param string $name Unicode name.
	 * @return string Empty if it is no valid name.
	 */
	private static function a_labels( $name ) {
		if ( function_exists( 'idn_to_ascii' ) ) {
			return (string) idn_to_ascii( $name, IDNA_NONTRANSITIONAL_TO_ASCII, INTL_IDNA_VARIANT_UTS46 );
		}
		$lower = function_exists( 'mb_strtolower' ) ? mb_strtolower( $name, 'UTF-8' ) : $name;
		// The class was renamed in WordPress 6.2.
		$encoder = class_exists( 'WpOrg\Requests\IdnaEncoder' ) ? 'WpOrg\Requests\IdnaEncoder' : 'Requests_IDNAEncoder';
		try {
			return $encoder::encode( $lower );
		} catch ( Exception $e ) {
			return '';
		}
	}
}
