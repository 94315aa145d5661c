<?php
/**
 * What Site Health says of the sweep and of names.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What Site Health says of what runs: the sweep, what it holds back, and what keeps events from being sent; and of names
 * that are not mapped though somebody may think so.
 */
final class Closte_Domain_Sync_Sweep_Health {

	/**
	 * The action of the button that allows removals.
	 */
	const ALLOW = 'closte_sync_allow_removals';

	/**
	 * How many names are shown.
	 */
	const NAMES = 10;

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_filter( 'site_status_tests', array( __CLASS__, 'add_tests' ) );
		add_action( 'admin_post_' . self::ALLOW, array( __CLASS__, 'allow' ) );
	}

	/**
	 * Adds the tests.
	 *
	 * @param array $tests Tests.
	 * @return array
	 */
	public static function add_tests( $tests ) {
		if ( ! Closte_Domain_Sync_Settings::are_complete() ) {
			return $tests;
		}
		$tests['direct']['closte-sync-sweep'] = array(
			'label' => __( 'Closte Domain Sync: sweep', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'sweep' ),
		);
		$tests['direct']['closte-sync-names'] = array(
			'label' => __( 'Closte Domain Sync: names', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'names' ),
		);
		return $tests;
	}

	/**
	 * When the last sweep was, and what it holds back.
	 *
	 * @return array
	 */
	public static function sweep() {
		$state = Closte_Domain_Sync_Sweep::state();
		$facts = self::facts_of_dead_ways();
		try {
			Closte_Domain_Sync_Records::table();
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			/* translators: %s: what went wrong. */
			$facts[] = sprintf( __( 'What the network wants cannot be read: %s. Nothing is removed and nothing new is mapped until it can; restore the table from a backup.', 'closte-domain-sync' ), $e->getMessage() );
			return Closte_Domain_Sync_Site_Health::result( 'sweep', 'critical', __( 'Closte Domain Sync cannot see which domains are wanted', 'closte-domain-sync' ), $facts );
		}
		if ( $state['held'] ) {
			/* translators: 1: number of domains, 2: a command. */
			$facts[] = sprintf( _n( '%1$d domain is mapped at Closte and wanted by no site. That is more than a sweep takes back by itself, so it takes none back: a database that was restored by halves looks the same. If the sites are really gone, allow it here or with %2$s.', '%1$d domains are mapped at Closte and wanted by no site. That is more than a sweep takes back by itself, so it takes none back: a database that was restored by halves looks the same. If the sites are really gone, allow it here or with %2$s.', $state['held'], 'closte-domain-sync' ), $state['held'], "wp closte-sync sweep --removals={$state['held']}" );
			$result  = Closte_Domain_Sync_Site_Health::result( 'sweep', 'critical', __( 'Closte Domain Sync holds removals back', 'closte-domain-sync' ), $facts );
			return array( 'actions' => self::button( $state['held'] ) ) + $result;
		}
		$since = $state['swept_at'];
		/* translators: %s: a span of time such as "5 minutes". */
		$facts[] = $since ? sprintf( __( 'The domains were compared with WordPress %s ago.', 'closte-domain-sync' ), human_time_diff( $since ) ) : __( 'The domains were not compared with WordPress yet.', 'closte-domain-sync' );
		if ( Closte_Domain_Sync_Loopback::is_cron_dead() || ( $since && $since < time() - Closte_Domain_Sync_Loopback::CRON_PATIENCE ) ) {
			$status = $since < time() - DAY_IN_SECONDS ? 'critical' : 'recommended';
			return Closte_Domain_Sync_Site_Health::result( 'sweep', $status, __( 'Closte Domain Sync does not run as it should', 'closte-domain-sync' ), $facts );
		}
		return Closte_Domain_Sync_Site_Health::result( 'sweep', 'good', __( 'Closte Domain Sync compares its domains with WordPress', 'closte-domain-sync' ), $facts );
	}

	/**
	 * Names that are not mapped though somebody may think so.
	 *
	 * @return array
	 */
	public static function names() {
		try {
			$facts = array_map( array( 'Closte_Domain_Sync_Bad_Names', 'in_words' ), Closte_Domain_Sync_Bad_Names::find( self::NAMES ) );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			// The test of the sweep says so.
			$facts = array();
		}
		foreach ( Closte_Domain_Sync_Companions::missing( self::NAMES ) as $name => $site ) {
			/* translators: 1: domain, 2: a command. */
			$facts[] = sprintf( __( '%1$s is not mapped, and visitors may type it. To map it: %2$s', 'closte-domain-sync' ), $name, "wp closte-sync map $name --site=$site" );
		}
		if ( $facts ) {
			return Closte_Domain_Sync_Site_Health::result( 'names', 'recommended', __( 'Some names are not mapped', 'closte-domain-sync' ), $facts );
		}
		return Closte_Domain_Sync_Site_Health::result( 'names', 'good', __( 'Every name that visitors may type is mapped', 'closte-domain-sync' ), array( __( 'Each domain is mapped with and without www., where that is asked for.', 'closte-domain-sync' ) ) );
	}

	/**
	 * Allows the removals that are held back, for whoever may manage the network's sites.
	 */
	public static function allow() {
		check_admin_referer( self::ALLOW );
		if ( ! current_user_can( 'manage_sites' ) ) {
			wp_die( esc_html__( 'You may not do that.', 'closte-domain-sync' ), 403 );
		}
		Closte_Domain_Sync_Sweep::allow( isset( $_GET['removals'] ) ? absint( $_GET['removals'] ) : 0 );
		Closte_Domain_Sync_Schedule::guarded( array( 'Closte_Domain_Sync_Sweep', 'go_on' ), Closte_Domain_Sync_Sender::BUDGET );
		wp_safe_redirect( admin_url( 'site-health.php' ) );
		exit;
	}

	/**
	 * The button that allows removals.
	 *
	 * @param int $removals How many.
	 * @return string HTML.
	 */
	private static function button( $removals ) {
		$url = wp_nonce_url( admin_url( 'admin-post.php?action=' . self::ALLOW . '&removals=' . $removals ), self::ALLOW );
		/* translators: %d: number of domains. */
		$text = sprintf( _n( 'Take %d domain back', 'Take %d domains back', $removals, 'closte-domain-sync' ), $removals );
		return '<p><a class="button" href="' . esc_url( $url ) . '">' . esc_html( $text ) . '</a></p>';
	}

	/**
	 * What keeps events from being sent.
	 *
	 * @return string[] Sentences; none if nothing does.
	 */
	private static function facts_of_dead_ways() {
		if ( ! Closte_Domain_Sync_Loopback::is_cron_dead() ) {
			return array();
		}
		/* translators: %s: name of a constant. */
		$facts = array( sprintf( __( 'WP-Cron has not run for 2 hours. If %s is set, have the server call wp-cron.php of the main site every five minutes.', 'closte-domain-sync' ), 'DISABLE_WP_CRON' ) );
		if ( Closte_Domain_Sync_Loopback::has_failed() ) {
			$facts[] = __( 'WordPress does not reach itself either: its latest call to its own address did not arrive. A firewall or a password in front of the network may keep it out. Until then events are sent only while somebody is in the admin screens of the main site.', 'closte-domain-sync' );
		}
		return $facts;
	}
}
