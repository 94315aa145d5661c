<?php
/**
 * The plugin's routes.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The routes under /wp-json/closte-domain-sync/v1/ of the main site. The functions ask there what is wanted, and report
 * how far a domain is; the network itself wakes its sender.
 */
final class Closte_Domain_Sync_Rest_Routes {

	const ROUTES = 'closte-domain-sync/v1';

	/**
	 * How the plugin calls itself in every error, so that its 401 is not taken for that of a wall in front of it.
	 */
	const NAME = 'closte-domain-sync';

	/**
	 * How many domains a page has at most.
	 */
	const PAGE = 1000;

	/**
	 * Hooks in.
	 */
	public static function start() {
		if ( is_main_site() && is_main_network() ) {
			add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
		}
	}

	/**
	 * Registers the routes.
	 */
	public static function register() {
		foreach ( array( 'domains', 'stage', 'send' ) as $route ) {
			register_rest_route(
				self::ROUTES,
				'/' . $route,
				array(
					'methods'             => 'POST',
					'callback'            => array( __CLASS__, $route ),
					'permission_callback' => array( 'Closte_Domain_Sync_Rest_Authentication', 'is_admitted' ),
					'show_in_index'       => false,
				)
			);
		}
	}

	/**
	 * POST /domains: what the network wants, page by page in the order of the name, or of one domain, with more about it.
	 *
	 * @param WP_REST_Request $request Request: `domain`, or `after` and `limit`, or nothing.
	 * @return array|WP_Error `domains` and `next`, the name after which the next page begins.
	 */
	public static function domains( $request ) {
		$hindrance = self::hindrance();
		if ( $hindrance ) {
			return $hindrance;
		}
		$body = self::body( $request );
		try {
			return self::wanted( $body );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			/* translators: %s: what went wrong. */
			return self::refusal( 'database-error', sprintf( __( 'WordPress could not look what is wanted: %s', 'closte-domain-sync' ), $e->getMessage() ), 500 );
		}
	}

	/**
	 * What the network wants, judged at this moment.
	 *
	 * @param array $body Body of the request.
	 * @return array|WP_Error
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	private static function wanted( array $body ) {
		if ( isset( $body['domain'] ) ) {
			return self::one_domain( $body['domain'] );
		}
		$after = $body['after'] ?? '';
		$limit = $body['limit'] ?? self::PAGE;
		if ( ! is_string( $after ) || ! preg_match( '/^[\x21-\x7E]{0,253}$/D', $after ) ) {
			return self::refusal( 'invalid-request', __( 'after is not a name that this route gave as next.', 'closte-domain-sync' ), 400 );
		}
		if ( ! is_int( $limit ) || $limit < 1 || $limit > self::PAGE ) {
			/* translators: %d: highest number allowed. */
			return self::refusal( 'invalid-request', sprintf( __( 'limit is not a whole number from 1 to %d.', 'closte-domain-sync' ), self::PAGE ), 400 );
		}
		list( $rows, $next ) = Closte_Domain_Sync_Answer::page( $after, $limit );
		return array(
			'domains' => array_map( array( __CLASS__, 'entry' ), $rows ),
			'next'    => $next,
		) + Closte_Domain_Sync_Answer::facts();
	}

	/**
	 * POST /stage: how far a domain is. Kept in the table and, where Ultimate Multisite has a record, on the record.
	 *
	 * @param WP_REST_Request $request Request: `domain`, `stage` and, if there is more to say, `secure`, `message`, `anew`,
	 *                                 `next_look_at`, `event`, and of which mapping it is: `mapping_id`, `mapped_at`.
	 * @return array|WP_Error `domain`, `stage`, and what became of the `record`.
	 */
	public static function stage( $request ) {
		$hindrance = self::hindrance();
		return $hindrance ? $hindrance : Closte_Domain_Sync_Stage_Report::take( Closte_Domain_Sync_Stage_Report::read( self::body( $request ) ) );
	}

	/**
	 * POST /send: for this network itself, which wakes its sender so. It runs once this is answered.
	 *
	 * @return WP_REST_Response
	 */
	public static function send() {
		add_action(
			'shutdown',
			static function () {
				Closte_Domain_Sync_Schedule::let_visitor_go();
				Closte_Domain_Sync_Schedule::send();
			},
			PHP_INT_MAX
		);
		Closte_Domain_Sync_Loopback::heard();
		return new WP_REST_Response( null, 202 );
	}

	/**
	 * The JSON object in a request. Fields are checked by whoever reads them.
	 *
	 * @param WP_REST_Request $request Request.
	 * @return array
	 */
	private static function body( $request ) {
		$body = json_decode( $request->get_body(), true );
		return is_array( $body ) ? $body : array();
	}

	/**
	 * Why nothing about domains can be answered now: this is not the network, or the database cannot be believed.
	 *
	 * @return WP_Error|null
	 */
	private static function hindrance() {
		if ( ! Closte_Domain_Sync_Identity::is_the_network() ) {
			return self::refusal( 'another-network', implode( ' ', Closte_Domain_Sync_Identity::facts() ), 409 );
		}
		$trouble = Closte_Domain_Sync_Database::trouble();
		return '' === $trouble ? null : self::refusal( 'database-error', $trouble, 500 );
	}

	/**
	 * POST /domains about one domain. The answer names what was asked, so that it can be told from an answer of somebody
	 * else.
	 *
	 * @param mixed $asked Domain as it was asked.
	 * @return array|WP_Error
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	private static function one_domain( $asked ) {
		if ( ! is_string( $asked ) ) {
			return self::refusal( 'invalid-request', __( 'domain is not a text.', 'closte-domain-sync' ), 400 );
		}
		$row = Closte_Domain_Sync_Answer::row_of( Closte_Domain_Sync_Domain_Name::normalise( $asked ) );
		return array(
			'domain'  => $asked,
			'domains' => $row ? array( self::full_entry( $row ) ) : array(),
			'next'    => null,
		) + Closte_Domain_Sync_Answer::facts();
	}

	/**
	 * A row as the functions see it. `heard_at` says when anything was heard of the domain last: a report, or a wish;
	 * `not_needed` whether Closte has said that it needs no alias.
	 *
	 * @param object $row Row.
	 * @return array
	 */
	public static function entry( $row ) {
		return array(
			'domain'         => $row->domain,
			'site_id'        => (int) $row->site_id,
			'network_domain' => Closte_Domain_Sync_Network::domain_of( $row ),
			'wanted'         => $row->wanted,
			'stage'          => '' === $row->stage ? null : $row->stage,
			'updated_at'     => self::rfc3339( $row->updated_at ),
			'heard_at'       => self::rfc3339( max( (int) $row->heard_at, (int) $row->updated_at ) ),
			'not_needed'     => (bool) $row->not_needed,
		);
	}

	/**
	 * A row as the functions see it when they ask for it alone.
	 *
	 * @param object $row Row.
	 * @return array
	 */
	private static function full_entry( $row ) {
		return self::entry( $row ) + array(
			'message'   => $row->message,
			'wished_at' => self::rfc3339( $row->wished_at ),
			'refusal'   => '' === $row->refusal ? null : $row->refusal,
		);
	}

	/**
	 * A time as programs read it.
	 *
	 * @param int|string $time Unix seconds.
	 * @return string In UTC, as in RFC 3339.
	 */
	public static function rfc3339( $time ) {
		return gmdate( 'Y-m-d\TH:i:s\Z', (int) $time );
	}

	/**
	 * An error as WordPress answers it.
	 *
	 * @param string $code    For a program.
	 * @param string $message For a person.
	 * @param int    $status  HTTP status.
	 * @return WP_Error
	 */
	public static function refusal( $code, $message, $status ) {
		return new WP_Error( $code, $message, self::data( $status ) );
	}

	/**
	 * What stands in every error beside its code and its message.
	 *
	 * @param int $status HTTP status.
	 * @return array
	 */
	public static function data( $status ) {
		return array(
			'status' => $status,
			'plugin' => self::NAME,
		);
	}
}
