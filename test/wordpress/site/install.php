<?php
/**
 * Installs a network: php install.php FOLDER DOMAIN.
 *
 * @package Closte_Domain_Sync
 */

list( , $test_site, $test_domain ) = $argv;

$test_constants = json_decode( file_get_contents( $test_site . '/constants.json' ), true );
$test_socket    = substr( $test_constants['DB_HOST'], strlen( 'localhost:' ) );
( new mysqli( 'localhost', 'root', '', '', 0, $test_socket ) )->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );

$_SERVER['HTTP_HOST']   = $test_domain;
$_SERVER['REQUEST_URI'] = '/';
define( 'WP_INSTALLING', true );
define( 'TEST_INSTALLING', true );
require $test_site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// No mail, and no question to the internet: whether a wildcard record exists, which version is new.
add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'pre_http_request', static fn() => array( 'response' => array( 'code' => 200 ) ) );

wp_install( 'Network', 'admin', 'admin@network.test', true, '', 'password' );
foreach ( $wpdb->tables( 'ms_global' ) as $test_table => $test_name ) {
	$wpdb->$test_table = $test_name;
}
install_network();
$test_result = populate_network( 1, $test_domain, 'admin@network.test', 'Network', '/', TEST_SUBDOMAINS );
if ( is_wp_error( $test_result ) ) {
	echo $test_result->get_error_message();
	exit( 1 );
}
