<?php
/**
 * Loads Closte Domain Sync as a must-use plugin. Copy this file one level up, to wp-content/mu-plugins/, so that it
 * stands beside the folder closte-domain-sync/. There it may have any name.
 *
 * It has no plugin header, because WordPress would list it as a second plugin of the folder.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

// A loader whose folder was deleted must not take the network down.
if ( is_file( __DIR__ . '/closte-domain-sync/closte-domain-sync.php' ) ) {
	require_once __DIR__ . '/closte-domain-sync/closte-domain-sync.php';
}
