<?php
/**
 * Tests of what only computes: the plugin's classes, and no WordPress.
 *
 * @package Closte_Domain_Sync
 */

define( 'ABSPATH', __DIR__ . '/' );
define( 'PLUGIN_FOLDER', dirname( __DIR__, 3 ) . '/wordpress/closte-domain-sync' );

/** What WordPress's lists are made of. */
class WP_List_Table {}

require PLUGIN_FOLDER . '/includes/autoload.php';
require 'PhpParser/autoload.php';

// Two classes extend those of Ultimate Multisite.
foreach ( array( 'registry', 'integration', 'closte-integration' ) as $test_file ) {
	require dirname( __DIR__ ) . "/site/mu-plugins/doubles/ultimate-multisite/$test_file.php";
}
