<?php
/**
 * What runs.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Writes down what really happened, and when, so that Site Health can say what runs and not only what is configured.
 */
final class Closte_Domain_Sync_What_Runs {

	/**
	 * What happens.
	 */
	const LISTENING = 'listening';
	const SWEPT     = 'swept';
	const DELIVERED = 'delivered';

	/**
	 * The network options: when each of these happened, and what came of the call to the plugin's own route.
	 */
	const OPTION  = 'closte_sync_runs';
	const REACHED = 'closte_sync_reached';

	/**
	 * How many seconds lie between two calls to the own route.
	 */
	const CALL_EVERY = HOUR_IN_SECONDS;

	/**
	 * After how many seconds without a sweep something is wrong, and badly so.
	 */
	const LATE_SWEEP = 2 * HOUR_IN_SECONDS;
	const NO_SWEEP   = DAY_IN_SECONDS;

	/**
	 * Something happened now.
	 *
	 * @param string $what LISTENING (which happens once), SWEPT or DELIVERED.
	 */
	public static function note( $what ) {
		$times = self::times();
		if ( self::LISTENING === $what && isset( $times[ $what ] ) ) {
			return;
		}
		// A run of the sender delivers many events.
		if ( ( $times[ $what ] ?? 0 ) !== time() ) {
			update_network_option( get_main_network_id(), self::OPTION, array( $what => time() ) + $times );
		}
	}

	/**
	 * When each of these happened last.
	 *
	 * @return int[] Unix seconds.
	 */
	public static function times() {
		$times = get_network_option( get_main_network_id(), self::OPTION );
		return is_array( $times ) ? $times : array();
	}

	/**
	 * The plugin does not listen any more.
	 */
	public static function stop() {
		delete_network_option( get_main_network_id(), self::OPTION );
		delete_network_option( get_main_network_id(), self::REACHED );
	}

	/**
	 * Calls the plugin's own route over the network's public address, as the functions do, if that was not done lately.
	 */
	public static function call_own_route() {
		$last = self::own_route();
		if ( ( $last && $last['time'] > time() - self::CALL_EVERY ) || ! Closte_Domain_Sync_Identity::is_the_network() ) {
			return;
		}
		$asked    = wp_json_encode( array( 'domain' => Closte_Domain_Sync_Network::main_domain() ), JSON_UNESCAPED_SLASHES );
		$response = wp_remote_post(
			add_query_arg( 'rest_route', '/' . Closte_Domain_Sync_Rest_Routes::ROUTES . '/domains', get_home_url( get_main_site_id( get_main_network_id() ), '/' ) ),
			array(
				'timeout'     => 10,
				'redirection' => 0,
				'headers'     => Closte_Domain_Sync_Functions_Client::headers( 'self_' . bin2hex( random_bytes( 16 ) ), $asked ) + array( 'Content-Type' => 'application/json' ),
				'body'        => $asked,
			)
		);
		$came     = array(
			'time' => time(),
			'said' => self::who_answered( $response ),
		);
		update_network_option( get_main_network_id(), self::REACHED, $came );
	}

	/**
	 * What came of the latest call to the own route.
	 *
	 * @return array{time: int, said: string}|null Empty where the plugin itself answered; else what was answered instead.
	 */
	public static function own_route() {
		$last = get_network_option( get_main_network_id(), self::REACHED );
		return isset( $last['time'], $last['said'] ) ? $last : null;
	}

	/**
	 * Whether the plugin itself answered a call to its route, or who did.
	 *
	 * @param array|WP_Error $response Response of WordPress's HTTP client.
	 * @return string Empty if it was the plugin.
	 */
	private static function who_answered( $response ) {
		if ( is_wp_error( $response ) ) {
			return $response->get_error_message();
		}
		$answer = json_decode( wp_remote_retrieve_body( $response ), true );
		if ( isset( $answer['domain'] ) || Closte_Domain_Sync_Rest_Routes::NAME === ( $answer['data']['plugin'] ?? '' ) ) {
			return '';
		}
		$words = mb_substr( trim( preg_replace( '/\s+/', ' ', wp_strip_all_tags( wp_remote_retrieve_body( $response ) ) ) ), 0, 100 );
		/* translators: 1: HTTP status, 2: first words of an answer. */
		return sprintf( __( 'somebody else answered %1$d, which begins with: %2$s', 'closte-domain-sync' ), wp_remote_retrieve_response_code( $response ), $words );
	}
}
