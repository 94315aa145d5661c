<?php
/**
 * What is to be done, on one line.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Puts an action, as the functions have it in `actions`, on one line of a terminal: who does what. What it does not know
 * is shown as it came.
 */
final class Closte_Domain_Sync_Action_Words {

	/**
	 * One action.
	 *
	 * @param mixed $action Action: `who`, `do`, and with what.
	 * @return string Empty if it is none.
	 */
	public static function of( $action ) {
		if ( ! isset( $action['who'], $action['do'] ) || ! is_string( $action['who'] ) || ! is_string( $action['do'] ) ) {
			return '';
		}
		$words = array( $action['do'] );
		foreach ( array( 'what', 'name', 'whom' ) as $field ) {
			$words[] = self::text( $action, $field );
		}
		$words[] = self::record( $action['instead_of'] ?? null );
		$words[] = isset( $action['instead_of'], $action['record'] ) ? '→' : '';
		$words[] = self::record( $action['record'] ?? null );
		$words[] = '' === self::text( $action, 'where' ) ? '' : '(' . $action['where'] . ')';
		$words[] = self::text( $action, 'until' );
		return $action['who'] . ': ' . implode( ' ', array_filter( $words, 'strlen' ) );
	}

	/**
	 * A DNS record.
	 *
	 * @param mixed $record Record: `type`, `name`, `value`.
	 * @return string Empty if it is none.
	 */
	private static function record( $record ) {
		return is_array( $record ) ? trim( self::text( $record, 'name' ) . ' ' . self::text( $record, 'type' ) . ' ' . self::text( $record, 'value' ) ) : '';
	}

	/**
	 * A field that is a text.
	 *
	 * @param array  $fields Fields.
	 * @param string $name   Name.
	 * @return string Empty if it is none.
	 */
	private static function text( array $fields, $name ) {
		return isset( $fields[ $name ] ) && is_string( $fields[ $name ] ) ? $fields[ $name ] : '';
	}
}
