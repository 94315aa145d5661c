<?php
/**
 * What Site Health says of this installation.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What Site Health says of the ground on which the plugin stands: whether this is the network, whether the database can
 * be believed, and what really runs.
 */
final class Closte_Domain_Sync_Findings {

	/**
	 * Adds the tests.
	 *
	 * @param array $tests Tests of Site Health.
	 * @return array
	 */
	public static function add_tests( $tests ) {
		$labels = array(
			'identity' => __( 'Closte Domain Sync: which network this is', 'closte-domain-sync' ),
			'database' => __( 'Closte Domain Sync: database', 'closte-domain-sync' ),
			'runs'     => __( 'Closte Domain Sync: what runs', 'closte-domain-sync' ),
		);
		foreach ( $labels as $name => $label ) {
			$tests['direct'][ "closte-sync-$name" ] = array(
				'label' => $label,
				'test'  => array( __CLASS__, $name ),
			);
		}
		return $tests;
	}

	/**
	 * Whether this installation is the network.
	 *
	 * @return array
	 */
	public static function identity() {
		$facts = Closte_Domain_Sync_Identity::facts();
		if ( ! $facts ) {
			return Closte_Domain_Sync_Site_Health::result( 'identity', 'good', __( 'This is the network that Closte Domain Sync looks after', 'closte-domain-sync' ), array( __( 'Its domains are told to the functions.', 'closte-domain-sync' ) ) );
		}
		$is_copy = Closte_Domain_Sync_Fingerprint::COPY === Closte_Domain_Sync_Identity::state();
		return $is_copy
			? Closte_Domain_Sync_Site_Health::result( 'identity', 'critical', __( 'Closte Domain Sync does nothing here: this is a copy of a network, or a network that was renamed', 'closte-domain-sync' ), $facts )
			: Closte_Domain_Sync_Site_Health::result( 'identity', 'recommended', __( 'Closte Domain Sync waits', 'closte-domain-sync' ), $facts );
	}

	/**
	 * Whether the database can be believed.
	 *
	 * @return array
	 */
	public static function database() {
		$trouble = Closte_Domain_Sync_Database::trouble();
		if ( '' === $trouble ) {
			return Closte_Domain_Sync_Site_Health::result( 'database', 'good', __( 'The tables of domains are there', 'closte-domain-sync' ), array( __( 'They were asked, and answered.', 'closte-domain-sync' ) ) );
		}
		$facts = array( $trouble, __( 'Until this is mended the functions are told that the network cannot say what it wants, and remove nothing.', 'closte-domain-sync' ) );
		return Closte_Domain_Sync_Site_Health::result( 'database', 'critical', __( 'Closte Domain Sync cannot see which domains the network wants', 'closte-domain-sync' ), $facts );
	}

	/**
	 * What runs.
	 *
	 * @return array
	 */
	public static function runs() {
		$times   = Closte_Domain_Sync_What_Runs::times();
		$route   = Closte_Domain_Sync_What_Runs::own_route();
		$listens = $times[ Closte_Domain_Sync_What_Runs::LISTENING ] ?? null;
		$swept   = $times[ Closte_Domain_Sync_What_Runs::SWEPT ] ?? null;
		$called  = $route ? $route['time'] : null;
		$facts   = array(
			/* translators: %s: point in time, or "never". */
			sprintf( __( 'It listens to WordPress since: %s.', 'closte-domain-sync' ), self::moment( $listens ) ),
			/* translators: %s: point in time, or "never". */
			sprintf( __( 'The last sweep ended: %s.', 'closte-domain-sync' ), self::moment( $swept ) ),
			/* translators: %s: point in time, or "never". */
			sprintf( __( 'The last event was delivered: %s.', 'closte-domain-sync' ), self::moment( $times[ Closte_Domain_Sync_What_Runs::DELIVERED ] ?? null ) ),
			/* translators: %s: point in time, or "never". */
			sprintf( __( 'The plugin last called its own route over the public address: %s.', 'closte-domain-sync' ), self::moment( $called ) ),
		);
		$status  = self::status_of_sweep( $swept ?? $listens, time() );
		if ( 'good' !== $status ) {
			$facts[] = __( 'Sweeps are run by WP-Cron: have a cron job call wp-cron.php of the main site, or see to it that the network can call itself.', 'closte-domain-sync' );
		}
		if ( null !== $called && '' !== $route['said'] ) {
			$status = 'good' === $status ? 'recommended' : $status;
			/* translators: %s: error, or who answered. */
			$facts[] = sprintf( __( 'It was not reached there: %s. The functions call the same address; if they cannot reach it either, they do not know what the network wants. Let POST requests to it pass every wall, login and holding page.', 'closte-domain-sync' ), $route['said'] );
		}
		$label = 'good' === $status ? __( 'Closte Domain Sync is running', 'closte-domain-sync' ) : __( 'Closte Domain Sync does not run as it should', 'closte-domain-sync' );
		return Closte_Domain_Sync_Site_Health::result( 'runs', $status, $label, $facts );
	}

	/**
	 * What Site Health says of the time since the last sweep.
	 *
	 * @param int|null $swept When it was, or when the plugin began to listen; null if nobody knows.
	 * @param int      $now   Unix seconds.
	 * @return string One of good, recommended and critical.
	 */
	public static function status_of_sweep( $swept, $now ) {
		if ( null === $swept || $now - $swept < Closte_Domain_Sync_What_Runs::LATE_SWEEP ) {
			return 'good';
		}
		return $now - $swept < Closte_Domain_Sync_What_Runs::NO_SWEEP ? 'recommended' : 'critical';
	}

	/**
	 * A point in time for a person.
	 *
	 * @param int|null $time Unix seconds; null for never.
	 * @return string
	 */
	private static function moment( $time ) {
		return null === $time ? __( 'never', 'closte-domain-sync' ) : wp_date( 'Y-m-d H:i:s T', $time );
	}
}
