<?php
/**
 * The network of the tests. What differs from test to test is in constants.json beside this file.
 *
 * @package Closte_Domain_Sync
 */

foreach ( json_decode( file_get_contents( __DIR__ . '/constants.json' ), true ) as $test_name => $test_value ) {
	define( $test_name, $test_value );
}

// The network has a name that no resolver knows. Whoever cannot send it as the host asks by address.
if ( isset( $_SERVER['HTTP_HOST'] ) && 0 === strpos( $_SERVER['HTTP_HOST'], '127.0.0.1:' ) ) {
	$_SERVER['HTTP_HOST'] = 'network.test';
}

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', defined( 'TEST_DB_USER' ) ? TEST_DB_USER : 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $test_name ) {
	define( $test_name, 'a test has nothing to hide: ' . $test_name );
}
$table_prefix = defined( 'TEST_PREFIX' ) ? TEST_PREFIX : 'wp_';

define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', null );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_ALLOW_MULTISITE', true );
if ( ! defined( 'TEST_INSTALLING' ) ) {
	define( 'MULTISITE', true );
	define( 'SUBDOMAIN_INSTALL', TEST_SUBDOMAINS );
	define( 'DOMAIN_CURRENT_SITE', 'network.test' );
	define( 'PATH_CURRENT_SITE', '/' );
	define( 'SITE_ID_CURRENT_SITE', 1 );
	define( 'BLOG_ID_CURRENT_SITE', 1 );
}

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
