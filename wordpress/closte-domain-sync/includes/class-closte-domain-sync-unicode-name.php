<?php
/**
 * Domain names in their own letters.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Shows a name as its owner writes it: A-labels as the letters that they stand for, by RFC 3492. PHP's own extension for
 * that is not everywhere, and the library that comes with WordPress goes the other way only.
 */
final class Closte_Domain_Sync_Unicode_Name {

	/**
	 * The digits of Punycode, and its numbers (RFC 3492, section 5).
	 */
	const DIGITS       = 'abcdefghijklmnopqrstuvwxyz0123456789';
	const BASE         = 36;
	const T_MIN        = 1;
	const T_MAX        = 26;
	const SKEW         = 38;
	const DAMP         = 700;
	const INITIAL_BIAS = 72;
	const INITIAL_N    = 128;

	/**
	 * The highest code point of Unicode.
	 */
	const LAST = 0x10FFFF;

	/**
	 * A name in its own letters. A label that stands for none stays as it is.
	 *
	 * @param string $name Name in its normal form.
	 * @return string
	 */
	public static function of( $name ) {
		return implode( '.', array_map( array( __CLASS__, 'label' ), explode( '.', $name ) ) );
	}

	/**
	 * One label.
	 *
	 * @param string $label Label.
	 * @return string
	 */
	private static function label( $label ) {
		$points = 0 === strpos( $label, 'xn--' ) ? self::points( substr( $label, 4 ) ) : null;
		$text   = $points ? implode( '', array_map( array( __CLASS__, 'character' ), $points ) ) : '';
		// Some scripts need the two joiners. Whatever else is not seen could make a name look like another one.
		$is_seen = preg_match( '/[^\x00-\x7F]/', $text ) && ! preg_match( '/[\p{C}\p{Z}]/u', str_replace( array( "\u{200C}", "\u{200D}" ), '', $text ) );
		return $is_seen && preg_match( '//u', $text ) ? $text : $label;
	}

	/**
	 * The code points of an A-label (RFC 3492, section 6.2).
	 *
	 * @param string $encoded A-label without its prefix.
	 * @return int[]|null Null if it is none.
	 */
	private static function points( $encoded ) {
		$dash   = (int) strrpos( $encoded, '-' );
		$points = $dash ? array_map( 'ord', str_split( substr( $encoded, 0, $dash ) ) ) : array();
		$digits = $dash ? substr( $encoded, $dash + 1 ) : $encoded;
		$n      = self::INITIAL_N;
		$place  = 0;
		$bias   = self::INITIAL_BIAS;
		$first  = true;
		while ( '' !== $digits ) {
			list( $delta, $length ) = self::number( $digits, $bias );
			if ( ! $length ) {
				return null;
			}
			$digits = (string) substr( $digits, $length );
			$count  = count( $points ) + 1;
			$bias   = self::adapted( $delta, $count, $first );
			$first  = false;
			$place += $delta;
			$n     += intdiv( $place, $count );
			$place %= $count;
			if ( $n > self::LAST || ( $n >= 0xD800 && $n <= 0xDFFF ) ) {
				return null;
			}
			array_splice( $points, $place, 0, array( $n ) );
			++$place;
		}
		return $points;
	}

	/**
	 * The number at the beginning of digits.
	 *
	 * @param string $digits Digits.
	 * @param int    $bias   Bias.
	 * @return array{0: int, 1: int} The number, and how many digits it has; 0 if it does not end, or is too big.
	 */
	private static function number( $digits, $bias ) {
		$number = 0;
		$weight = 1;
		$k      = self::BASE;
		foreach ( str_split( $digits ) as $index => $character ) {
			$digit = strpos( self::DIGITS, $character );
			if ( false === $digit || $weight > PHP_INT_MAX / ( self::BASE * self::BASE ) ) {
				return array( 0, 0 );
			}
			$number   += $digit * $weight;
			$threshold = max( self::T_MIN, min( self::T_MAX, $k - $bias ) );
			if ( $digit < $threshold ) {
				return array( $number, $index + 1 );
			}
			$weight *= self::BASE - $threshold;
			$k      += self::BASE;
		}
		return array( 0, 0 );
	}

	/**
	 * The bias of the next number (RFC 3492, section 6.1).
	 *
	 * @param int  $delta    Number.
	 * @param int  $count    How many code points there are with this one.
	 * @param bool $is_first Whether it was the first number.
	 * @return int
	 */
	private static function adapted( $delta, $count, $is_first ) {
		$delta  = $is_first ? intdiv( $delta, self::DAMP ) : intdiv( $delta, 2 );
		$delta += intdiv( $delta, $count );
		for ( $k = 0; $delta > intdiv( ( self::BASE - self::T_MIN ) * self::T_MAX, 2 ); $k += self::BASE ) {
			$delta = intdiv( $delta, self::BASE - self::T_MIN );
		}
		return $k + intdiv( ( self::BASE - self::T_MIN + 1 ) * $delta, $delta + self::SKEW );
	}

	/**
	 * A code point in UTF-8. The extension that could do it is not everywhere either.
	 *
	 * @param int $point Code point.
	 * @return string
	 */
	private static function character( $point ) {
		if ( $point < 0x80 ) {
			return chr( $point );
		}
		$bytes = chr( 0x80 | ( $point & 0x3F ) );
		$first = 0xC0;
		for ( $rest = $point >> 6, $room = 0x20; $rest >= $room; $rest >>= 6, $room >>= 1 ) {
			$bytes = chr( 0x80 | ( $rest & 0x3F ) ) . $bytes;
			$first = ( $first >> 1 ) | 0x80;
		}
		return chr( $first | $rest ) . $bytes;
	}
}
