<?php
/**
 * What Site Health says of the notices.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Says in Site Health whether e-mails about domains go out: who waits for one that never comes does not know it.
 */
final class Closte_Domain_Sync_Notice_Health {

	/**
	 * For how many seconds a notice waits where all is well: the e-mails to the network's address are an hour apart.
	 */
	const PATIENCE = 2 * HOUR_IN_SECONDS;

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_filter( 'site_status_tests', array( __CLASS__, 'add_test' ) );
	}

	/**
	 * Adds the test.
	 *
	 * @param array $tests Tests of Site Health.
	 * @return array
	 */
	public static function add_test( $tests ) {
		$tests['direct']['closte-sync-notices'] = array(
			'label' => __( 'Closte Domain Sync: e-mails about domains', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'finding' ),
		);
		return $tests;
	}

	/**
	 * Whether the e-mails go out.
	 *
	 * @return array Result of a test of Site Health.
	 */
	public static function finding() {
		$facts = array();
		foreach ( array( Closte_Domain_Sync_Notice_Settings::ADMIN, Closte_Domain_Sync_Notice_Settings::OWNER ) as $channel ) {
			list( $waiting, $oldest ) = Closte_Domain_Sync_Notice_Queue::census( $channel );
			if ( $waiting && $oldest < time() - self::PATIENCE ) {
				$text = Closte_Domain_Sync_Notice_Settings::ADMIN === $channel
					/* translators: 1: number of notices, 2: a span of time such as "5 hours". */
					? _n( '%1$d notice waits to be sent to the network\'s address, since %2$s.', '%1$d notices wait to be sent to the network\'s address, the oldest since %2$s.', $waiting, 'closte-domain-sync' )
					/* translators: 1: number of notices, 2: a span of time such as "5 hours". */
					: _n( '%1$d notice waits to be sent to the owner of a site, since %2$s.', '%1$d notices wait to be sent to the owners of sites, the oldest since %2$s.', $waiting, 'closte-domain-sync' );

				$facts[] = sprintf( $text, $waiting, human_time_diff( $oldest ) );
			}
		}
		if ( ! $facts ) {
			return Closte_Domain_Sync_Site_Health::result( 'notices', 'good', __( 'E-mails about domains go out', 'closte-domain-sync' ), array( __( 'None waits for longer than it should.', 'closte-domain-sync' ) ) );
		}
		$facts[] = __( 'Either WordPress cannot send e-mails (look at how it sends them, and at the error log), or nothing runs the sender (look at what runs).', 'closte-domain-sync' );
		return Closte_Domain_Sync_Site_Health::result( 'notices', 'recommended', __( 'E-mails about domains do not go out', 'closte-domain-sync' ), $facts );
	}
}
