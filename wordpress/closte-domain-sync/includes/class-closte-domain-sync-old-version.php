<?php
/**
 * The version of the plugin that was one file.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The version before this one: a single file in mu-plugins/, whose classes begin with Closte_Sync_. It writes to the
 * same tables. Where it is still loaded, it stays at work, because it starts as soon as it is loaded and cannot be
 * stopped; this version then only says so.
 */
final class Closte_Domain_Sync_Old_Version {

	/**
	 * A class that only the old version has.
	 */
	const CLASS_NAME = 'Closte_Sync_Settings';

	/**
	 * Whether the old version is loaded. Only certain once all plugins are.
	 *
	 * @return bool
	 */
	public static function is_loaded() {
		return class_exists( self::CLASS_NAME, false );
	}

	/**
	 * Has Site Health say that the old version is there.
	 */
	public static function report() {
		add_filter( 'site_status_tests', array( __CLASS__, 'add_test' ) );
	}

	/**
	 * Adds the test to Site Health.
	 *
	 * @param array $tests Tests.
	 * @return array
	 */
	public static function add_test( $tests ) {
		$tests['direct']['closte-sync-old-version'] = array(
			'label' => __( 'Closte Domain Sync: only one version', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'finding' ),
		);
		return $tests;
	}

	/**
	 * What Site Health says of it.
	 *
	 * @return array Result of a test of Site Health.
	 */
	public static function finding() {
		$file = ( new ReflectionClass( self::CLASS_NAME ) )->getFileName();
		return Closte_Domain_Sync_Site_Health::result(
			'old-version',
			'recommended',
			__( 'The old version of Closte Domain Sync is still there', 'closte-domain-sync' ),
			array(
				/* translators: 1: path of the old file, 2: folder of the new version. */
				sprintf( __( 'The old version in the file %1$s is at work. The new version in %2$s does nothing as long as that file is there.', 'closte-domain-sync' ), $file, Closte_Domain_Sync_Plugin::folder() ),
				__( 'Delete the old file. The new version then takes over with the same domains, events and settings; nothing is lost.', 'closte-domain-sync' ),
			)
		);
	}
}
