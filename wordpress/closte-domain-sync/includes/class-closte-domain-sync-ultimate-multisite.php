<?php
/**
 * Ultimate Multisite.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What there is to read from Ultimate Multisite and to write to it: the records of its domains, and its settings. Nothing
 * here needs it to be installed.
 */
final class Closte_Domain_Sync_Ultimate_Multisite {

	/**
	 * The seconds between which Ultimate Multisite keeps its interval of checks.
	 */
	const MIN_INTERVAL = 10;
	const MAX_INTERVAL = 300;

	/**
	 * Its class that manages domains.
	 */
	const MANAGER = 'WP_Ultimo\\Managers\\Domain_Manager';

	/**
	 * Whether Ultimate Multisite is there.
	 *
	 * @return bool
	 */
	public static function is_there() {
		return function_exists( 'wu_get_domain_by_domain' );
	}

	/**
	 * The record of a domain.
	 *
	 * @param string $domain Domain.
	 * @return object|null Model of Ultimate Multisite.
	 */
	public static function find_record( $domain ) {
		$record = self::is_there() ? wu_get_domain_by_domain( $domain ) : null;
		return $record ? $record : null;
	}

	/**
	 * Whether Ultimate Multisite is active and the table of its domains cannot be read.
	 *
	 * @return string What the database said; empty if all is well.
	 */
	public static function trouble() {
		global $wpdb;
		if ( ! self::is_there() ) {
			return '';
		}
		$table = Closte_Domain_Sync_Records::name();
		$were  = $wpdb->suppress_errors();
		$asked = $wpdb->query( "SELECT id, domain, blog_id, stage FROM $table LIMIT 1" );
		$said  = false === $asked ? Closte_Domain_Sync_Database::last_failure( true ) : '';
		$wpdb->suppress_errors( $were );
		return $said;
	}

	/**
	 * Changes a record. Ultimate Multisite takes it for an error if nothing changes.
	 *
	 * @param object $record  Model of Ultimate Multisite.
	 * @param array  $changes At least one of `stage` and `secure`, with its new value.
	 * @return true|WP_Error
	 */
	public static function save_record( $record, array $changes ) {
		if ( isset( $changes['stage'] ) ) {
			$record->set_stage( $changes['stage'] );
		}
		if ( isset( $changes['secure'] ) ) {
			$record->set_secure( $changes['secure'] );
		}
		$saved = $record->save();
		if ( is_wp_error( $saved ) ) {
			return $saved;
		}
		return $saved ? true : new WP_Error( 'record-not-saved', __( 'Ultimate Multisite did not save the record.', 'closte-domain-sync' ) );
	}

	/**
	 * Takes a method of its manager of domains off a hook.
	 *
	 * @param string $hook   Hook.
	 * @param string $method Method. Not every version has it.
	 * @return array|null Callback and priority, for put_back(); null if it was not there.
	 */
	public static function set_aside( $hook, $method ) {
		$manager = self::MANAGER;
		$own     = method_exists( $manager, $method ) ? array( $manager::get_instance(), $method ) : null;
		$at      = $own ? has_action( $hook, $own ) : false;
		return false !== $at && remove_action( $hook, $own, $at ) ? array( $own, $at ) : null;
	}

	/**
	 * Hooks a method in again that was set aside.
	 *
	 * @param string     $hook      Hook.
	 * @param array|null $own       What set_aside() returned.
	 * @param int        $arguments How many arguments it takes.
	 */
	public static function put_back( $hook, $own, $arguments ) {
		if ( $own ) {
			add_action( $hook, $own[0], $own[1], $arguments );
		}
	}

	/**
	 * How many seconds Ultimate Multisite lets pass between two checks.
	 *
	 * @return int|null Null without Ultimate Multisite: the functions have their own setting.
	 */
	public static function check_interval() {
		if ( ! function_exists( 'wu_get_setting' ) ) {
			return null;
		}
		return max( self::MIN_INTERVAL, min( self::MAX_INTERVAL, (int) wu_get_setting( 'dns_check_interval', self::MAX_INTERVAL ) ) );
	}

	/**
	 * For which domains that customers bring Ultimate Multisite maps the www. as well.
	 *
	 * @return string|null always, main_only or never; null without Ultimate Multisite.
	 */
	public static function www_setting() {
		return function_exists( 'wu_get_setting' ) ? (string) wu_get_setting( 'auto_create_www_subdomain', 'always' ) : null;
	}

	/**
	 * Whether Ultimate Multisite itself would map the www. with a domain. Not every version can be asked.
	 *
	 * @param string $domain Domain.
	 * @return bool|null Null if it cannot be asked.
	 */
	public static function would_map_www( $domain ) {
		$manager = self::MANAGER;
		if ( ! method_exists( $manager, 'should_create_www_subdomain' ) ) {
			return null;
		}
		return (bool) $manager::get_instance()->should_create_www_subdomain( $domain );
	}

	/**
	 * Whether it has a registry in which integrations can be replaced: version 2.5 and later.
	 *
	 * @return bool
	 */
	public static function has_registry() {
		return class_exists( 'WP_Ultimo\\Integrations\\Integration_Registry' );
	}

	/**
	 * Whether Ultimate Multisite calls Closte by itself: its integration is switched on, and this plugin does not stand in
	 * its place.
	 *
	 * @return bool
	 */
	public static function calls_closte() {
		return self::is_there() && Closte_Domain_Sync_Switch::is_set() && ! Closte_Domain_Sync_Registry::is_in_place();
	}
}
