<?php
/**
 * The place of this plugin among the integrations of Ultimate Multisite.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Puts this plugin into the place of Ultimate Multisite's own Closte integration, where there is a registry of them (2.5
 * and later): whoever switches Closte on in its settings switches this plugin on, and Closte is called by the functions
 * alone. The registry gives the place to whoever comes last with an id, and asks Ultimate Multisite's own first.
 */
final class Closte_Domain_Sync_Registry {

	/**
	 * What the registry calls the capability that is replaced.
	 */
	const CAPABILITY = 'domain-mapping';

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_action( 'wu_register_integrations', array( __CLASS__, 'register' ), PHP_INT_MAX );
		add_action( 'wu_register_capabilities', array( __CLASS__, 'add_capability' ), PHP_INT_MAX );
	}

	/**
	 * Gives the integration.
	 *
	 * @param object $registry Registry of Ultimate Multisite.
	 */
	public static function register( $registry ) {
		$registry->register( new Closte_Domain_Sync_Integration() );
	}

	/**
	 * Gives the capability.
	 *
	 * @param object $registry Registry of Ultimate Multisite.
	 */
	public static function add_capability( $registry ) {
		$registry->add_capability( Closte_Domain_Sync_Switch::ID, new Closte_Domain_Sync_Domain_Mapping() );
	}

	/**
	 * Whether this plugin stands in the place of Ultimate Multisite's own integration, in this request.
	 *
	 * @return bool
	 */
	public static function is_in_place() {
		if ( ! did_action( 'wu_register_capabilities' ) ) {
			return false;
		}
		$registry = WP_Ultimo\Integrations\Integration_Registry::get_instance();
		return $registry->get_capability( Closte_Domain_Sync_Switch::ID, self::CAPABILITY ) instanceof Closte_Domain_Sync_Domain_Mapping;
	}
}
