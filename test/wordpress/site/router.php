<?php
/**
 * What a web server's rewrite rules do: files are served, all else goes to WordPress.
 *
 * @package Closte_Domain_Sync
 */

$test_path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( '/' !== $test_path && is_file( $_SERVER['DOCUMENT_ROOT'] . $test_path ) ) {
	return false;
}
if ( is_file( $_SERVER['DOCUMENT_ROOT'] . $test_path . 'index.php' ) && '/' !== $test_path ) {
	return false;
}
$_SERVER['PHP_SELF'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
