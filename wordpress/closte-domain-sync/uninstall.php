<?php
/**
 * Removes everything that the plugin has written: its tables, options, files and scheduled jobs. WordPress runs this
 * when somebody deletes the plugin.
 *
 * @package Closte_Domain_Sync
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( ! class_exists( 'Closte_Domain_Sync_Plugin', false ) ) {
	require __DIR__ . '/includes/autoload.php';
}

Closte_Domain_Sync_Plugin::uninstall( __DIR__ );
