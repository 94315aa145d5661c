<?php
/**
 * The plugin's beginning and end.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Starts the plugin, and removes what it has written.
 */
final class Closte_Domain_Sync_Plugin {

	/**
	 * The network options in which the plugin keeps what it has to remember.
	 */
	const OPTIONS = array(
		Closte_Domain_Sync_Current_Mapping::OPTION,
		Closte_Domain_Sync_Done_Count::OPTION,
		Closte_Domain_Sync_Identity::OPTION,
		Closte_Domain_Sync_Loopback::OPTION,
		Closte_Domain_Sync_Notice_Digest::OPTION,
		Closte_Domain_Sync_Notice_Settings::OPTION,
		Closte_Domain_Sync_Operator_Wishes::OPTION,
		Closte_Domain_Sync_Owner_Widget::OPTION,
		Closte_Domain_Sync_Records::SEEN_OPTION,
		Closte_Domain_Sync_Refill::OPTION,
		Closte_Domain_Sync_Sweep::OPTION,
		Closte_Domain_Sync_Switch::OPTION,
		Closte_Domain_Sync_Update::OPTION,
		Closte_Domain_Sync_What_Runs::OPTION,
		Closte_Domain_Sync_What_Runs::REACHED,
	);

	/**
	 * Path of the main file of the copy that is at work; empty if none is.
	 *
	 * @var string
	 */
	private static $file = '';

	/**
	 * Has the plugin start once every other plugin is loaded. Only then is it known whether the old version is there, too.
	 *
	 * @param string $file Path of the main file.
	 */
	public static function load( $file ) {
		self::$file = $file;
		if ( ! self::is_must_use() ) {
			// A must-use plugin would hear it when the other copy is deactivated: WordPress gives both the same name.
			register_deactivation_hook( $file, array( __CLASS__, 'deactivate' ) );
		}
		if ( did_action( 'plugins_loaded' ) ) {
			// The plugin is being activated in this very request.
			self::start();
		} else {
			// Before everybody else, so that nothing happens that the plugin does not hear.
			add_action( 'plugins_loaded', array( __CLASS__, 'start' ), PHP_INT_MIN );
		}
	}

	/**
	 * Starts everything, or nothing but what says why not.
	 */
	public static function start() {
		// Before Ultimate Multisite asks for the names of the events.
		add_action( 'init', array( __CLASS__, 'load_translations' ), 1 );
		if ( Closte_Domain_Sync_Old_Version::is_loaded() ) {
			Closte_Domain_Sync_Old_Version::report();
			return;
		}
		Closte_Domain_Sync_Site_Health::start();
		Closte_Domain_Sync_Sweep_Health::start();
		Closte_Domain_Sync_List_Screen::start();
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			Closte_Domain_Sync_Cli_Command::register();
		}
		if ( Closte_Domain_Sync_Settings::are_complete() ) {
			Closte_Domain_Sync_Hook_Listener::start();
			Closte_Domain_Sync_Schedule::start();
			Closte_Domain_Sync_Loopback::start();
			Closte_Domain_Sync_Rest_Authentication::start();
			Closte_Domain_Sync_Rest_Wall::start();
			Closte_Domain_Sync_Rest_Routes::start();
			Closte_Domain_Sync_Status_Link::start();
			Closte_Domain_Sync_Record_Loop::start();
			Closte_Domain_Sync_Notice_Events::start();
			Closte_Domain_Sync_Notice_Health::start();
			Closte_Domain_Sync_Abilities::start();
			Closte_Domain_Sync_Owner_Widget::start();
			Closte_Domain_Sync_Registry::start();
			Closte_Domain_Sync_Switch::start();
			Closte_Domain_Sync_Switch_Health::start();
		} elseif ( is_multisite() ) {
			// The checks that were ended for the functions go on, in the job that was arranged before.
			add_filter( 'cron_schedules', array( 'Closte_Domain_Sync_Schedule', 'add_interval' ) );
			add_action( Closte_Domain_Sync_Schedule::SWEEP, array( 'Closte_Domain_Sync_Record_Loop', 'resume_all' ) );
		}
	}

	/**
	 * Loads the translations that are in the plugin's own folder, wherever that is.
	 */
	public static function load_translations() {
		$path = basename( self::folder() ) . '/languages';
		if ( self::is_must_use() ) {
			load_muplugin_textdomain( 'closte-domain-sync', $path );
		} else {
			load_plugin_textdomain( 'closte-domain-sync', false, $path );
		}
	}

	/**
	 * The folder of the copy that is at work, without a slash at the end and without symbolic links.
	 *
	 * @return string
	 */
	public static function folder() {
		return dirname( self::$file );
	}

	/**
	 * Whether the copy that is at work is a must-use plugin.
	 *
	 * @return bool
	 */
	private static function is_must_use() {
		return realpath( WPMU_PLUGIN_DIR ) === dirname( self::folder() );
	}

	/**
	 * Takes the jobs off the schedule, unless they are the old version's. Rows stay, and whatever waits in them.
	 */
	public static function deactivate() {
		if ( ! Closte_Domain_Sync_Old_Version::is_loaded() ) {
			Closte_Domain_Sync_Schedule::clear();
			Closte_Domain_Sync_What_Runs::stop();
			Closte_Domain_Sync_Schedule::guarded( array( 'Closte_Domain_Sync_Record_Loop', 'resume_all' ) );
		}
	}

	/**
	 * Removes everything that the plugin has written, unless another copy or the old version works with it.
	 *
	 * @param string $folder Folder of the copy that is being deleted.
	 */
	public static function uninstall( $folder ) {
		$is_shared = '' !== self::$file && self::folder() !== $folder;
		if ( ! is_multisite() || $is_shared || Closte_Domain_Sync_Old_Version::is_loaded() ) {
			return;
		}
		Closte_Domain_Sync_Schedule::clear();
		Closte_Domain_Sync_Origin_Token::remove_all();
		Closte_Domain_Sync_Schema::drop();
		Closte_Domain_Sync_Lease::remove_all();
		foreach ( self::OPTIONS as $option ) {
			delete_network_option( get_main_network_id(), $option );
		}
		Closte_Domain_Sync_List_Screen::forget_settings();
	}
}
