<?php
/**
 * Walls that other plugins build in front of the REST API.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Lets signed requests to the plugin's routes through where another plugin closes the REST API to guests. The functions
 * are guests: what they show is their signature, which Rest_Authentication looks at.
 */
final class Closte_Domain_Sync_Rest_Wall {

	/**
	 * The plugin's routes as they were registered.
	 *
	 * @var array
	 */
	private static $routes = array();

	/**
	 * Hooks in, behind everybody who has hooked in by now.
	 */
	public static function start() {
		add_action( 'rest_api_init', array( __CLASS__, 'stand_behind' ), PHP_INT_MAX );
	}

	/**
	 * Hooks in when the REST API starts: what is hooked in last is called last.
	 */
	public static function stand_behind() {
		add_filter( 'rest_authentication_errors', array( __CLASS__, 'let_signed_in' ), PHP_INT_MAX );
		add_filter( 'rest_endpoints', array( __CLASS__, 'remember_routes' ), PHP_INT_MIN );
		add_filter( 'rest_endpoints', array( __CLASS__, 'put_routes_back' ), PHP_INT_MAX );
		add_filter( 'rest_request_before_callbacks', array( __CLASS__, 'let_admitted_in' ), PHP_INT_MAX, 3 );
	}

	/**
	 * Takes no notice of an error for a request to one of the routes that has a signature. Whether that is good is looked
	 * at next; without one, the wall stands.
	 *
	 * @param mixed $result What others found: an error, or whatever else.
	 * @return mixed
	 */
	public static function let_signed_in( $result ) {
		global $wp;
		$route    = isset( $wp->query_vars['rest_route'] ) ? (string) $wp->query_vars['rest_route'] : '';
		$is_ours  = Closte_Domain_Sync_Rest_Authentication::is_ours( $route );
		$has_sign = ! empty( $_SERVER['HTTP_WEBHOOK_SIGNATURE'] );
		return is_wp_error( $result ) && $is_ours && $has_sign ? true : $result;
	}

	/**
	 * Takes no notice of an error for a request whose signature is good. The plugin itself has none to say there.
	 *
	 * @param mixed           $response What others found: an error, or whatever else.
	 * @param array           $handler  Route.
	 * @param WP_REST_Request $request  Request.
	 * @return mixed
	 */
	public static function let_admitted_in( $response, $handler, $request ) {
		return is_wp_error( $response ) && Closte_Domain_Sync_Rest_Authentication::is_admitted( $request ) ? null : $response;
	}

	/**
	 * Remembers the routes before anybody takes them away.
	 *
	 * @param array $endpoints All routes.
	 * @return array
	 */
	public static function remember_routes( $endpoints ) {
		self::$routes = array_filter( $endpoints, array( 'Closte_Domain_Sync_Rest_Authentication', 'is_ours' ), ARRAY_FILTER_USE_KEY );
		return $endpoints;
	}

	/**
	 * Puts the routes back for a request whose signature is good.
	 *
	 * @param array $endpoints Routes that are left.
	 * @return array
	 */
	public static function put_routes_back( $endpoints ) {
		return Closte_Domain_Sync_Rest_Authentication::has_admitted() ? (array) $endpoints + self::$routes : $endpoints;
	}
}
