<?php
/**
 * Calls to the functions.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Calls the functions, and puts what they answer into words.
 */
final class Closte_Domain_Sync_Functions_Client {

	/**
	 * Seconds. A function gives Closte 10 seconds and then has the queue to talk to; the rest is a cold start.
	 */
	const TIMEOUT = 30;

	/**
	 * Sends a signed body. Redirects are not followed: they would hand a signed event to somebody else.
	 *
	 * @param string $name Function.
	 * @param string $id   Value of webhook-id.
	 * @param array  $body Body.
	 * @return array|WP_Error Response of WordPress's HTTP client; an error if there was none.
	 */
	public static function post( $name, $id, array $body ) {
		$json = wp_json_encode( (object) $body, JSON_UNESCAPED_SLASHES );
		return wp_remote_post(
			Closte_Domain_Sync_Settings::url_of( $name ),
			array(
				'timeout'     => self::TIMEOUT,
				'redirection' => 0,
				'headers'     => self::headers( $id, $json ) + array( 'Content-Type' => 'application/json' ),
				'body'        => $json,
			)
		);
	}

	/**
	 * The headers that sign a request that is sent now.
	 *
	 * @param string $id   Value of webhook-id.
	 * @param string $body Body as it is sent; of a GET the query string.
	 * @return string[] Values by names.
	 */
	public static function headers( $id, $body ) {
		return Closte_Domain_Sync_Signature::headers( Closte_Domain_Sync_Settings::secret(), $id, time(), $body );
	}

	/**
	 * What the functions say of themselves: whether they are ready for this network, and what each of their checks found.
	 *
	 * @return array{ready: bool, checks: array[]}|WP_Error Each check with check, state, title and remedy. The error says
	 *                                                      what is wrong with the answer.
	 */
	public static function status() {
		return self::ask_status( '', array( __CLASS__, 'is_status' ) );
	}

	/**
	 * What the functions see of a domain at this moment, as its page shows it.
	 *
	 * @param string $domain Domain in its normal form.
	 * @return array|WP_Error With domain, checked_at, verdict, sentence, problems and more; the error says what is wrong with
	 *                        the answer.
	 */
	public static function status_of( $domain ) {
		return self::ask_status(
			http_build_query( compact( 'domain' ), '', '&', PHP_QUERY_RFC3986 ),
			static function ( $answer ) use ( $domain ) {
				return isset( $answer['domain'], $answer['checked_at'], $answer['verdict']['kind'], $answer['sentence'], $answer['problems'] )
					&& $domain === $answer['domain'] && is_string( $answer['verdict']['kind'] )
					&& is_string( $answer['sentence'] ) && is_array( $answer['problems'] );
			}
		);
	}

	/**
	 * Asks the function `status`.
	 *
	 * @param string   $query   Query string, which is signed; empty for what they say of themselves.
	 * @param callable $is_good Whether JSON is an answer to that.
	 * @return array|WP_Error
	 */
	private static function ask_status( $query, $is_good ) {
		if ( Closte_Domain_Sync_Fingerprint::COPY === Closte_Domain_Sync_Identity::state() ) {
			return new WP_Error( 'another-network', implode( ' ', Closte_Domain_Sync_Identity::facts() ) );
		}
		$response = wp_remote_get(
			Closte_Domain_Sync_Settings::url_of( 'status' ) . ( '' === $query ? '' : "?$query" ),
			array(
				'timeout'     => self::TIMEOUT,
				'redirection' => 0,
				'headers'     => self::headers( 'status_' . bin2hex( random_bytes( 16 ) ), $query ) + array( 'Accept' => 'application/json' ),
			)
		);
		switch ( wp_remote_retrieve_response_code( $response ) ) {
			case 200:
				$answer = json_decode( wp_remote_retrieve_body( $response ), true );
				if ( $is_good( $answer ) ) {
					return $answer;
				}
				break;
			case 401:
				/* translators: %s: what the functions answered. */
				return new WP_Error( 'unauthorized', sprintf( __( 'The functions do not accept the signature; both sides need the same key or secret. %s', 'closte-domain-sync' ), self::in_words( $response ) ) );
			case 404:
				/* translators: 1: name of a function, 2: address, 3: name of a constant. */
				return new WP_Error( 'not-deployed', sprintf( __( 'There is no function %1$s at %2$s: deploy it, or mend the constant %3$s.', 'closte-domain-sync' ), 'status', Closte_Domain_Sync_Settings::url(), 'CLOSTE_SYNC_URL' ) );
		}
		return new WP_Error( 'no-status', self::in_words( $response ) );
	}

	/**
	 * Whether an answer is one of the function `status`.
	 *
	 * @param mixed $answer JSON.
	 * @return bool
	 */
	private static function is_status( $answer ) {
		if ( ! isset( $answer['ready'], $answer['checks'] ) || ! is_bool( $answer['ready'] ) || ! is_array( $answer['checks'] ) ) {
			return false;
		}
		foreach ( $answer['checks'] as $check ) {
			if ( ! isset( $check['check'], $check['state'], $check['title'] ) || ! is_string( $check['check'] ) || ! is_string( $check['state'] ) || ! is_string( $check['title'] ) ) {
				return false;
			}
			if ( isset( $check['remedy'] ) && ! is_string( $check['remedy'] ) ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What a check found and, if something is wrong, what to do.
	 *
	 * @param array $check Check.
	 * @return string
	 */
	public static function finding( array $check ) {
		return isset( $check['remedy'] ) ? rtrim( $check['title'], '.' ) . '. ' . $check['remedy'] : $check['title'];
	}

	/**
	 * What an answer says, as a sentence.
	 *
	 * @param array|WP_Error $response Response of WordPress's HTTP client.
	 * @return string
	 */
	public static function in_words( $response ) {
		if ( is_wp_error( $response ) ) {
			/* translators: %s: error of the HTTP client. */
			return sprintf( __( 'The functions could not be reached: %s', 'closte-domain-sync' ), $response->get_error_message() );
		}
		$status  = wp_remote_retrieve_response_code( $response );
		$problem = json_decode( wp_remote_retrieve_body( $response ), true );
		$said    = array();
		foreach ( array( 'code', 'detail' ) as $field ) {
			if ( isset( $problem[ $field ] ) && is_string( $problem[ $field ] ) ) {
				$said[] = $problem[ $field ];
			}
		}
		if ( $said ) {
			/* translators: 1: HTTP status, 2: what the functions said. */
			return sprintf( __( 'The functions answered %1$d: %2$s', 'closte-domain-sync' ), $status, implode( ': ', $said ) );
		}
		/* translators: %d: HTTP status. */
		return sprintf( __( 'There was an answer %d, but not one that the functions give.', 'closte-domain-sync' ), $status );
	}
}
