<?php
/**
 * Runs code from standard input inside WordPress: php eval.php FOLDER DOMAIN.
 *
 * @package Closte_Domain_Sync
 */

list( , $test_site, $test_domain ) = $argv;
$test_input = json_decode( stream_get_contents( STDIN ), true );

$_SERVER['HTTP_HOST']      = isset( $test_input['args']['host'] ) ? $test_input['args']['host'] : $test_domain;
$_SERVER['REQUEST_URI']    = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
if ( ! empty( $test_input['args']['wp_cli'] ) ) {
	require __DIR__ . '/wp-cli.php';
}
require $test_site . '/wp-load.php';

$args        = $test_input['args'];
$test_result = ( static function ( $args ) use ( $test_input ) {
	return eval( $test_input['code'] );
} )( $args );
echo "\n--- result ---\n", wp_json_encode( $test_result );
