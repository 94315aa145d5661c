<?php
/**
 * Who may call the plugin's routes.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Admits requests to the plugin's routes: those of whoever signs, and once for each webhook-id.
 */
final class Closte_Domain_Sync_Rest_Authentication {

	/**
	 * The request whose signature was looked at last, and the answer to it if it was not good.
	 *
	 * @var WP_REST_Request|null
	 */
	private static $request = null;

	/**
	 * See above.
	 *
	 * @var WP_REST_Response|null
	 */
	private static $denial = null;

	/**
	 * Hooks in.
	 */
	public static function start() {
		if ( is_main_site() && is_main_network() ) {
			add_filter( 'rest_pre_dispatch', array( __CLASS__, 'admit' ), 10, 3 );
			add_filter( 'rest_pre_dispatch', array( __CLASS__, 'insist' ), PHP_INT_MAX, 3 );
		}
	}

	/**
	 * Looks at the signature before anything else is said: before the list of routes, and before a body that is no
	 * JSON is called so.
	 *
	 * @param mixed           $result  Null, unless somebody has answered already. An error is a wall, and no answer.
	 * @param WP_REST_Server  $server  Server.
	 * @param WP_REST_Request $request Request.
	 * @return mixed The result that came; null for a request of ours that is admitted, a response for one that is not.
	 */
	public static function admit( $result, $server, $request ) {
		if ( ( null !== $result && ! is_wp_error( $result ) ) || ! self::is_ours( $request->get_route() ) ) {
			return $result;
		}
		self::$request = $request;
		self::$denial  = self::judge( $request );
		return self::$denial;
	}

	/**
	 * Takes no notice of who turns a request away that was looked at.
	 *
	 * @param mixed           $result  Null, or an answer.
	 * @param WP_REST_Server  $server  Server.
	 * @param WP_REST_Request $request Request.
	 * @return mixed
	 */
	public static function insist( $result, $server, $request ) {
		return is_wp_error( $result ) && $request === self::$request ? self::$denial : $result;
	}

	/**
	 * Whether a request is signed, and comes for the first time.
	 *
	 * @param WP_REST_Request $request Request.
	 * @return WP_REST_Response|null Null if it is, else the answer.
	 */
	private static function judge( $request ) {
		$id   = (string) $request->get_header( 'webhook-id' );
		$good = Closte_Domain_Sync_Signature::verify(
			Closte_Domain_Sync_Settings::secret(),
			$id,
			(string) $request->get_header( 'webhook-timestamp' ),
			(string) $request->get_header( 'webhook-signature' ),
			$request->get_body(),
			time()
		);
		if ( ! $good ) {
			return self::denial( 'unauthorized', __( 'The signature is missing or wrong, or its time is more than 5 minutes off.', 'closte-domain-sync' ) );
		}
		$is_first = Closte_Domain_Sync_Request_Ids::use_once( $id );
		if ( null === $is_first ) {
			/* translators: %s: what the database said. */
			return self::denial( 'database-error', sprintf( __( 'The database cannot say whether this request is new: %s', 'closte-domain-sync' ), Closte_Domain_Sync_Database::last_failure( true ) ), 500 );
		}
		return $is_first ? null : self::denial( 'already-used', __( 'A request with this webhook-id was answered before; every request needs its own.', 'closte-domain-sync' ) );
	}

	/**
	 * Whether a route is one of the plugin's.
	 *
	 * @param string $route Route, with or without a slash before it.
	 * @return bool
	 */
	public static function is_ours( $route ) {
		return 0 === stripos( ltrim( $route, '/' ), Closte_Domain_Sync_Rest_Routes::ROUTES );
	}

	/**
	 * Whether this is about a request that was admitted.
	 *
	 * @return bool
	 */
	public static function has_admitted() {
		return null !== self::$request && null === self::$denial;
	}

	/**
	 * Whether a request was admitted.
	 *
	 * @param WP_REST_Request $request Request.
	 * @return bool
	 */
	public static function is_admitted( $request ) {
		return $request === self::$request && null === self::$denial;
	}

	/**
	 * The answer to a request that is not admitted. A response and not an error, since WordPress runs into a fatal
	 * error where a filter answers a part of a batch with one.
	 *
	 * @param string $code    For a program.
	 * @param string $message For a person.
	 * @param int    $status  HTTP status.
	 * @return WP_REST_Response
	 */
	private static function denial( $code, $message, $status = 401 ) {
		return new WP_REST_Response(
			array(
				'code'    => $code,
				'message' => $message,
				'data'    => Closte_Domain_Sync_Rest_Routes::data( $status ),
			),
			$status
		);
	}
}
