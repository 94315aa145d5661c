<?php
/**
 * Site Health.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What Site Health says.
 */
final class Closte_Domain_Sync_Site_Health {

	/**
	 * For how many seconds an event may wait before that is worth a word: it has failed no more than twice by then.
	 */
	const PATIENCE = 600;

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_filter( 'site_status_tests', array( __CLASS__, 'add_tests' ) );
		add_action( 'wp_ajax_health-check-closte-sync-functions', array( __CLASS__, 'answer_functions' ) );
	}

	/**
	 * Adds the tests. Only the one that calls the functions takes time, so it runs after the page is shown.
	 *
	 * @param array $tests Tests.
	 * @return array
	 */
	public static function add_tests( $tests ) {
		$tests['direct']['closte-sync-settings'] = array(
			'label' => __( 'Closte Domain Sync: settings', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'settings' ),
		);
		if ( ! Closte_Domain_Sync_Settings::are_complete() ) {
			return $tests;
		}
		$tests = Closte_Domain_Sync_Findings::add_tests( $tests );

		$tests['direct']['closte-sync-integration'] = array(
			'label' => __( 'Closte Domain Sync: only one plugin calls Closte', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'integration' ),
		);
		if ( '' === Closte_Domain_Sync_Database::trouble() ) {
			$tests['direct']['closte-sync-events'] = array(
				'label' => __( 'Closte Domain Sync: events', 'closte-domain-sync' ),
				'test'  => array( __CLASS__, 'events' ),
			);
		}
		$tests['direct']['closte-sync-arrival']  = array(
			'label' => __( 'Closte Domain Sync: proof of arrival', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'origin_token' ),
		);
		$tests['async']['closte-sync-functions'] = array(
			'label'             => __( 'Closte Domain Sync: functions', 'closte-domain-sync' ),
			'test'              => 'closte-sync-functions',
			'has_rest'          => false,
			'async_direct_test' => array( __CLASS__, 'functions' ),
		);
		return $tests;
	}

	/**
	 * Whether everything is configured.
	 *
	 * @return array
	 */
	public static function settings() {
		$faults = Closte_Domain_Sync_Settings::faults();
		if ( $faults ) {
			return self::result( 'settings', 'critical', __( 'Closte Domain Sync is not configured and does nothing', 'closte-domain-sync' ), $faults );
		}
		return self::result( 'settings', 'good', __( 'Closte Domain Sync is configured', 'closte-domain-sync' ), array( __( 'Every domain that is mapped or removed is told to the functions.', 'closte-domain-sync' ) ) );
	}

	/**
	 * Whether the Closte integration of Ultimate Multisite is as it should be.
	 *
	 * @return array
	 */
	public static function integration() {
		if ( Closte_Domain_Sync_Registry::is_in_place() ) {
			return Closte_Domain_Sync_Switch_Health::result();
		}
		if ( Closte_Domain_Sync_Ultimate_Multisite::calls_closte() ) {
			return self::result(
				'integration',
				'recommended',
				__( 'Ultimate Multisite calls Closte, too', 'closte-domain-sync' ),
				array(
					__( 'The Closte integration of Ultimate Multisite is switched on beside Closte Domain Sync, so that Closte is called twice for each domain.', 'closte-domain-sync' ),
					__( 'Switch it off: Network Admin, Ultimate Multisite, Settings, Integrations, Closte, Configuration, Deactivate.', 'closte-domain-sync' ),
				)
			);
		}
		return self::result( 'integration', 'good', __( 'Only Closte Domain Sync calls Closte', 'closte-domain-sync' ), array( __( 'The Closte integration of Ultimate Multisite is off.', 'closte-domain-sync' ) ) );
	}

	/**
	 * How many events wait, and how many were refused for good.
	 *
	 * @return array
	 */
	public static function events() {
		list( $waiting, $oldest ) = Closte_Domain_Sync_Event_Queue::census( Closte_Domain_Sync_Event_Queue::WAITING );
		list( $refused )          = Closte_Domain_Sync_Event_Queue::census( Closte_Domain_Sync_Event_Queue::REFUSED );
		$facts                    = array();
		if ( $waiting ) {
			$facts[] = self::fact_of_waiting( $waiting, $oldest );
		}
		if ( $refused ) {
			/* translators: 1: number of events, 2: a command. */
			$facts[] = sprintf( _n( 'The functions refused %1$d event; %2$s shows why.', 'The functions refused %1$d events; %2$s shows why.', $refused, 'closte-domain-sync' ), $refused, 'wp closte-sync list --state=refused' );
		}
		if ( $refused || ( $waiting && $oldest < time() - self::PATIENCE ) ) {
			return self::result( 'events', 'recommended', __( 'Some domains are not known to the functions', 'closte-domain-sync' ), $facts );
		}
		$facts = $facts ? $facts : array( __( 'No event waits.', 'closte-domain-sync' ) );
		return self::result( 'events', 'good', __( 'The functions know every domain', 'closte-domain-sync' ), $facts );
	}

	/**
	 * How many events wait.
	 *
	 * @param int $waiting How many.
	 * @param int $oldest  Since when the oldest of them waits, in Unix seconds.
	 * @return string Sentence.
	 */
	public static function fact_of_waiting( $waiting, $oldest ) {
		/* translators: 1: number of events, 2: a span of time such as "5 minutes". */
		return sprintf( _n( '%1$d event waits to be sent, since %2$s.', '%1$d events wait to be sent, the oldest since %2$s.', $waiting, 'closte-domain-sync' ), $waiting, human_time_diff( $oldest ) );
	}

	/**
	 * Whether the origin token is there.
	 *
	 * @return array
	 */
	public static function origin_token() {
		$facts = self::facts_of_origin_token( Closte_Domain_Sync_Origin_Token::keep() );
		if ( $facts ) {
			return self::result( 'arrival', 'recommended', __( 'The functions cannot see that a domain behind a proxy arrives here', 'closte-domain-sync' ), $facts );
		}
		/* translators: %s: folder. */
		$where = sprintf( __( 'The file that proves it is in %s.', 'closte-domain-sync' ), Closte_Domain_Sync_Origin_Token::folder() );
		return self::result( 'arrival', 'good', __( 'The functions can see that a domain behind a proxy arrives here', 'closte-domain-sync' ), array( $where ) );
	}

	/**
	 * What to do about files that could not be written.
	 *
	 * @param string[] $missing Contents by paths.
	 * @return string[] Sentences; none if no file is missing.
	 */
	public static function facts_of_origin_token( array $missing ) {
		$facts = array();
		foreach ( $missing as $path => $content ) {
			/* translators: 1: path of a file, 2: its content, 3: name of a constant. */
			$facts[] = sprintf( __( 'WordPress cannot write the file %1$s. Create it with the content %2$s, or let WordPress write there; if that is not where the web server looks, set the constant %3$s to the document root.', 'closte-domain-sync' ), $path, $content, 'CLOSTE_SYNC_DOCUMENT_ROOT' );
		}
		if ( $facts ) {
			$facts[] = __( 'Only domains behind a proxy, such as Cloudflare has, need it: their addresses do not show that they lead to this network.', 'closte-domain-sync' );
		}
		return $facts;
	}

	/**
	 * Whether the functions answer and are ready.
	 *
	 * @return array
	 */
	public static function functions() {
		$status = Closte_Domain_Sync_Functions_Client::status();
		if ( is_wp_error( $status ) ) {
			return self::result( 'functions', 'critical', __( 'The functions of Closte Domain Sync do not answer as they should', 'closte-domain-sync' ), array( $status->get_error_message() ) );
		}
		$bad = wp_list_filter( $status['checks'], array( 'state' => 'bad' ) );
		if ( $bad || ! $status['ready'] ) {
			return self::result( 'functions', 'critical', __( 'The functions of Closte Domain Sync answer, but are not ready', 'closte-domain-sync' ), array_map( array( 'Closte_Domain_Sync_Functions_Client', 'finding' ), $bad ) );
		}
		return self::result( 'functions', 'good', __( 'The functions of Closte Domain Sync are ready', 'closte-domain-sync' ), array( __( 'They answer and accept the signature of this network.', 'closte-domain-sync' ) ) );
	}

	/**
	 * Answers the page of Site Health, which asks for this test by itself.
	 */
	public static function answer_functions() {
		check_ajax_referer( 'health-check-site-status' );
		if ( ! current_user_can( 'view_site_health_checks' ) ) {
			wp_send_json_error();
		}
		wp_send_json_success( self::functions() );
	}

	/**
	 * A result in the form of Site Health.
	 *
	 * @param string   $name   Name of the test.
	 * @param string   $status One of good, recommended and critical.
	 * @param string   $label  What was found, in a few words.
	 * @param string[] $facts  Sentences.
	 * @return array
	 */
	public static function result( $name, $status, $label, array $facts ) {
		return array(
			'label'       => $label,
			'status'      => $status,
			'badge'       => array(
				'label' => __( 'Domains', 'closte-domain-sync' ),
				'color' => 'blue',
			),
			'description' => '<p>' . implode( '</p><p>', array_map( 'esc_html', $facts ) ) . '</p>',
			'actions'     => '',
			'test'        => 'closte-sync-' . $name,
		);
	}
}
