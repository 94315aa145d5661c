<?php
/**
 * The switch of the Closte integration in Ultimate Multisite.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The switch that Ultimate Multisite has for its Closte integration. Where it has a registry of integrations, this plugin
 * stands behind that switch (Registry), and the switch says whether it looks after the domains of records. Off, it leaves
 * them alone: it sends and repairs nothing for a name that only a record wants. What is wanted is the same all the while,
 * so that nobody takes a domain back because of it.
 */
final class Closte_Domain_Sync_Switch {

	/**
	 * The network option that says that the switch counts, and when an update set it (0: never).
	 */
	const OPTION = 'closte_sync_switch';

	/**
	 * The network option in which Ultimate Multisite has the switches of its integrations, and the name of this one there.
	 */
	const SWITCHES = 'wu_host_integrations_enabled';
	const ID       = 'closte';

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_action( 'add_site_option_' . self::SWITCHES, array( __CLASS__, 'was_moved' ), 10, 0 );
		add_action( 'update_site_option_' . self::SWITCHES, array( __CLASS__, 'was_moved' ), 10, 0 );
	}

	/**
	 * Whether the domains of records are looked after.
	 *
	 * @return bool
	 */
	public static function is_on() {
		if ( ! self::counts() ) {
			return true;
		}
		self::note();
		return self::is_set();
	}

	/**
	 * Whether a name is looked after.
	 *
	 *     Source of the wish       Switch on   Switch off
	 *     a record                 yes         no
	 *     a site itself            yes         yes, unless CLOSTE_SYNC_SITES_FOLLOW_SWITCH is set
	 *     the operator             yes         yes
	 *     not known any more       yes         no: it may have been a record
	 *
	 * @param string $source Source of the wish (Owners); empty if it is not known.
	 * @return bool
	 */
	public static function follows( $source ) {
		return in_array( $source, self::followed_sources(), true );
	}

	/**
	 * Whether the name of a row is looked after.
	 *
	 * @param object $row Row.
	 * @return bool
	 */
	public static function follows_row( $row ) {
		return self::follows( $row->source );
	}

	/**
	 * The sources whose names are looked after.
	 *
	 * @return string[]
	 */
	public static function followed_sources() {
		if ( self::is_on() ) {
			return array( '', Closte_Domain_Sync_Owners::RECORD, Closte_Domain_Sync_Owners::SITE, Closte_Domain_Sync_Owners::OPERATOR );
		}
		return Closte_Domain_Sync_Settings::sites_follow_switch()
			? array( Closte_Domain_Sync_Owners::OPERATOR )
			: array( Closte_Domain_Sync_Owners::SITE, Closte_Domain_Sync_Owners::OPERATOR );
	}

	/**
	 * The sources whose names are looked after, as a query takes them.
	 *
	 * @return array{0: string, 1: string[]} Marks for the values, and the values.
	 */
	public static function as_values() {
		$sources = self::followed_sources();
		return array( implode( ', ', array_fill( 0, count( $sources ), '%s' ) ), $sources );
	}

	/**
	 * Whether the switch is one of this plugin's: Ultimate Multisite has a registry or, where it is not loaded now, had one.
	 *
	 * @return bool
	 */
	private static function counts() {
		return Closte_Domain_Sync_Ultimate_Multisite::is_there() ? Closte_Domain_Sync_Ultimate_Multisite::has_registry() : null !== self::state();
	}

	/**
	 * When an update of this plugin or of Ultimate Multisite set the switch.
	 *
	 * @return int Unix seconds; 0 if none did.
	 */
	public static function set_at() {
		$state = self::state();
		return $state['set_at'] ?? 0;
	}

	/**
	 * Writes down, the first time that somebody asks, that the switch counts from now on. Where this plugin has looked after domains already, it sets the
	 * switch: Site Health used to ask to switch the integration off, and whoever did so never meant this plugin.
	 */
	private static function note() {
		if ( null !== self::state() || ! Closte_Domain_Sync_Identity::is_the_network() || '' !== Closte_Domain_Sync_Schema::trouble() ) {
			return;
		}
		$is_needed = ! self::is_set() && Closte_Domain_Sync_Domain_Table::has_rows();
		if ( $is_needed ) {
			self::set();
		}
		// Last, so that a run that is killed before is made good by the next one.
		update_network_option( get_main_network_id(), self::OPTION, array( 'set_at' => $is_needed ? time() : 0 ) );
	}

	/**
	 * The switch was moved. What waited is sent now, and what was left alone until now is looked at by the next sweep.
	 */
	public static function was_moved() {
		if ( self::is_on() ) {
			Closte_Domain_Sync_Sweep::begin_soon();
			Closte_Domain_Sync_Schedule::after_this_request();
		}
	}

	/**
	 * Sets the switch.
	 */
	private static function set() {
		$switches = get_network_option( get_main_network_id(), self::SWITCHES );
		$switches = is_array( $switches ) ? $switches : array();
		update_network_option( get_main_network_id(), self::SWITCHES, array( self::ID => true ) + $switches );
	}

	/**
	 * Whether the switch is set.
	 *
	 * @return bool
	 */
	public static function is_set() {
		$switches = get_network_option( get_main_network_id(), self::SWITCHES );
		return is_array( $switches ) && ! empty( $switches[ self::ID ] );
	}

	/**
	 * What is written down of it.
	 *
	 * @return array{set_at: int}|null Null as long as nothing is.
	 */
	private static function state() {
		$state = get_network_option( get_main_network_id(), self::OPTION );
		return is_array( $state ) ? $state : null;
	}
}
