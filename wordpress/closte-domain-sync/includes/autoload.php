<?php
/**
 * Finds a class of the plugin by its name: Closte_Domain_Sync_Www is in class-closte-domain-sync-www.php.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

spl_autoload_register(
	static function ( $name ) {
		$file = __DIR__ . '/class-' . strtolower( str_replace( '_', '-', $name ) ) . '.php';
		if ( 0 === strpos( $name, 'Closte_Domain_Sync_' ) && is_file( $file ) ) {
			require $file;
		}
	}
);
