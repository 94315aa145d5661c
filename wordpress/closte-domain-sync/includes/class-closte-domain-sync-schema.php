<?php
/**
 * The plugin's two tables.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The two tables: the domains that the network wants or once wanted, and the ids of requests that were answered lately.
 * Both belong to the whole installation. They are made when they are first needed, so that a request that has nothing to
 * do with domains pays nothing.
 */
final class Closte_Domain_Sync_Schema {

	/**
	 * Changes with the columns.
	 */
	const VERSION = '2';

	/**
	 * The network option that says which version the tables have.
	 */
	const VERSION_OPTION = 'closte_sync_schema';

	/**
	 * Whether the tables are known to be there.
	 *
	 * @var bool
	 */
	private static $is_ready = false;

	/**
	 * The name of the table of domains, which is there once this has answered.
	 *
	 * @return string
	 */
	public static function domains() {
		self::make_ready();
		return self::names()[0];
	}

	/**
	 * The name of the table of request ids, which is there once this has answered.
	 *
	 * @return string
	 */
	public static function request_ids() {
		self::make_ready();
		return self::names()[1];
	}

	/**
	 * Removes both tables and the option.
	 */
	public static function drop() {
		global $wpdb;
		foreach ( self::names() as $table ) {
			$wpdb->query( "DROP TABLE IF EXISTS $table" );
		}
		delete_network_option( get_main_network_id(), self::VERSION_OPTION );
		self::$is_ready = false;
	}

	/**
	 * Makes the tables if this version of them is not there yet.
	 */
	private static function make_ready() {
		if ( self::$is_ready ) {
			return;
		}
		$network = get_main_network_id();
		if ( self::VERSION === get_network_option( $network, self::VERSION_OPTION ) ) {
			self::$is_ready = true;
			return;
		}
		self::create();
		// A database that could not do it now is asked again by the next request.
		self::$is_ready = self::exist();
		if ( self::$is_ready ) {
			update_network_option( $network, self::VERSION_OPTION, self::VERSION );
		}
	}

	/**
	 * Whether both tables are there.
	 *
	 * @return bool
	 */
	private static function exist() {
		global $wpdb;
		foreach ( self::names() as $table ) {
			if ( $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $table ) ) ) !== $table ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The names of the tables.
	 *
	 * @return string[] Of the domains and of the request ids.
	 */
	private static function names() {
		global $wpdb;
		return array( $wpdb->base_prefix . 'closte_sync', $wpdb->base_prefix . 'closte_sync_seen' );
	}

	/**
	 * Creates or updates the tables. Domain names are ASCII and compared byte by byte, so that they fit into an index on
	 * every server and have one order.
	 *
	 * Every time is in Unix seconds. `state` is how far the delivery of the event is (Event_Queue), `stage` how far the
	 * domain is (Stage), `refusal` the code with which the functions refused the event. `not_needed` says that the domain
	 * needs no alias at Closte, `network_id` which network the functions are told (0: a row of the version before). `updated_at` says since when a row is in its stage or, without one, has its wish.
	 */
	private static function create() {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		list( $domains, $request_ids ) = self::names();

		$charset = $wpdb->get_charset_collate();
		dbDelta(
			"CREATE TABLE $domains (
			domain varchar(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
			site_id bigint(20) unsigned NOT NULL,
			network_id bigint(20) unsigned NOT NULL DEFAULT 0,
			wanted varchar(20) NOT NULL,
			event_id varchar(40) NOT NULL,
			state varchar(20) NOT NULL,
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			next_try bigint(20) unsigned NOT NULL DEFAULT 0,
			claim varchar(40) NOT NULL DEFAULT '',
			claimed_until bigint(20) unsigned NOT NULL DEFAULT 0,
			refusal varchar(40) NOT NULL DEFAULT '',
			not_needed tinyint(1) unsigned NOT NULL DEFAULT 0,
			stage varchar(40) NOT NULL DEFAULT '',
			message text NOT NULL,
			wished_at bigint(20) unsigned NOT NULL,
			updated_at bigint(20) unsigned NOT NULL,
			PRIMARY KEY  (domain),
			KEY state_next_try (state,next_try),
			KEY site_id (site_id),
			KEY wanted_stage (wanted,stage,not_needed)
			) $charset;"
		);
		dbDelta(
			"CREATE TABLE $request_ids (
			id char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
			forget_at bigint(20) unsigned NOT NULL,
			PRIMARY KEY  (id),
			KEY forget_at (forget_at)
			) $charset;"
		);
	}
}
