<?php
/**
 * Plugin Name: Closte Domain Sync
 * Description: Tells the functions of Closte Domain Sync which domains this network wants, and shows how far each one is.
 * Version:     0.1.0
 * Network:     true
 * Text Domain: closte-domain-sync
 * Domain Path: /languages
 * Requires at least: 5.6
 * Requires PHP: 7.4
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

// Of two copies, one in plugins/ and one in mu-plugins/, the one that is loaded first is at work.
if ( ! class_exists( 'Closte_Domain_Sync_Plugin', false ) ) {
	require __DIR__ . '/includes/autoload.php';
	Closte_Domain_Sync_Plugin::load( __FILE__ );
}
