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
