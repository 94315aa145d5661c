<?php
/**
 * The connection test.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Whether all is configured and the functions answer and are ready: for WP-CLI, and for the wizard of Ultimate Multisite.
 */
final class Closte_Domain_Sync_Connection_Test {

	/**
	 * Makes every check.
	 *
	 * @return array{failure: string, bad: string[], checks: string[], warnings: string[]} Sentences. `failure` says why the
	 *         network cannot rely on the functions, and is empty if it can; `checks` is what the functions' own checks found,
	 *         `bad` what was wrong among that; `warnings` is what to look at besides.
	 */
	public static function run() {
		$failure = self::hindrance();
		$status  = '' === $failure ? Closte_Domain_Sync_Functions_Client::status() : new WP_Error( 'not-asked', $failure );
		if ( is_wp_error( $status ) ) {
			return array(
				'failure'  => $status->get_error_message(),
				'bad'      => array(),
				'checks'   => array(),
				'warnings' => array(),
			);
		}
		return array(
			'failure'  => $status['ready'] ? '' : __( 'The functions answer and accept the signature of this network, but are not ready.', 'closte-domain-sync' ),
			'bad'      => array_map( array( 'Closte_Domain_Sync_Functions_Client', 'finding' ), array_values( wp_list_filter( $status['checks'], array( 'state' => 'bad' ) ) ) ),
			'checks'   => array_map( array( __CLASS__, 'in_words' ), $status['checks'] ),
			'warnings' => self::warnings(),
		);
	}

	/**
	 * What keeps this network from asking the functions.
	 *
	 * @return string Sentences; empty if nothing does.
	 */
	private static function hindrance() {
		$faults = Closte_Domain_Sync_Settings::faults();
		if ( $faults ) {
			return implode( ' ', $faults );
		}
		Closte_Domain_Sync_Schedule::guarded( array( 'Closte_Domain_Sync_Refill', 'run_if_needed' ) );
		$trouble = Closte_Domain_Sync_Database::trouble();
		return '' === $trouble ? implode( ' ', Closte_Domain_Sync_Identity::facts() ) : $trouble;
	}

	/**
	 * What a check of the functions found, as a line.
	 *
	 * @param array $check Check.
	 * @return string
	 */
	private static function in_words( array $check ) {
		/* translators: 1: name of a check, 2: good, bad or off, 3: what the check found. */
		return sprintf( __( '%1$s: %2$s. %3$s', 'closte-domain-sync' ), $check['check'], $check['state'], Closte_Domain_Sync_Functions_Client::finding( $check ) );
	}

	/**
	 * What to look at besides.
	 *
	 * @return string[] Sentences.
	 */
	private static function warnings() {
		$warnings = array();
		if ( Closte_Domain_Sync_Ultimate_Multisite::calls_closte() ) {
			$warnings[] = __( 'The Closte integration of Ultimate Multisite is switched on as well; Site Health says how to switch it off.', 'closte-domain-sync' );
		}
		if ( ! Closte_Domain_Sync_Switch::is_on() ) {
			$warnings[] = __( 'The Closte integration of Ultimate Multisite is switched off, so that its domains are left alone; Site Health says how to switch it on.', 'closte-domain-sync' );
		}
		list( $waiting, $oldest ) = Closte_Domain_Sync_Event_Queue::census( Closte_Domain_Sync_Event_Queue::WAITING );
		if ( $waiting ) {
			$warnings[] = Closte_Domain_Sync_Site_Health::fact_of_waiting( $waiting, $oldest );
		}
		$facts = Closte_Domain_Sync_Site_Health::facts_of_origin_token( Closte_Domain_Sync_Origin_Token::keep() );
		return $facts ? array_merge( $warnings, array( implode( ' ', $facts ) ) ) : $warnings;
	}
}
