<?php
/**
 * The plugin's tables.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The tables: the domains that the network wants or once wanted, the ids of requests that were answered lately, and what is
 * still to be told of the domains. They belong to the whole installation. They are looked for when they are first needed in a request, and made if they
 * are not there or not as they should be, so that a request that has nothing to do with domains pays nothing.
 *
 * That a table is there is only known by asking it. An option can be there without it, after a restore of some tables,
 * and a list of names shows it in another case where MySQL keeps names in lower case.
 */
final class Closte_Domain_Sync_Schema {

	/**
	 * The network option that says that the tables were made once.
	 */
	const VERSION_OPTION = 'closte_sync_schema';
	const VERSION        = '4';

	/**
	 * What keeps the tables from being used; empty if nothing does, null as long as nobody has looked.
	 *
	 * @var string|null
	 */
	private static $trouble = null;

	/**
	 * The name of the table of domains. It is there, unless trouble() says why not.
	 *
	 * @return string
	 */
	public static function domains() {
		self::make_ready();
		return self::names()[0];
	}

	/**
	 * The name of the table of request ids. It is there, unless trouble() says why not.
	 *
	 * @return string
	 */
	public static function request_ids() {
		self::make_ready();
		return self::names()[1];
	}

	/**
	 * The name of the table of notices. It is there, unless trouble() says why not.
	 *
	 * @return string
	 */
	public static function notices() {
		self::make_ready();
		return self::names()[2];
	}

	/**
	 * What keeps the tables from being used in this request.
	 *
	 * @return string What the database said; empty if they are there and as they should be.
	 */
	public static function trouble() {
		self::make_ready();
		return self::$trouble;
	}

	/**
	 * Removes the tables and the option.
	 */
	public static function drop() {
		global $wpdb;
		foreach ( self::names() as $table ) {
			$wpdb->query( "DROP TABLE IF EXISTS $table" );
		}
		delete_network_option( get_main_network_id(), self::VERSION_OPTION );
		self::$trouble = null;
	}

	/**
	 * Makes the tables if they are not there as they should be. A table of domains that was there once and is made anew
	 * has lost what was in it, and is filled again.
	 */
	private static function make_ready() {
		global $wpdb;
		if ( null !== self::$trouble ) {
			return;
		}
		$were = $wpdb->suppress_errors();

		self::$trouble = self::look();
		if ( '' !== self::$trouble ) {
			self::create();
			// A database that could not do it now is asked again by the next request.
			self::$trouble = self::look();
			if ( '' === self::$trouble ) {
				self::note_that_they_were_made();
			}
		}
		$wpdb->suppress_errors( $were );
	}

	/**
	 * Writes down that the tables were made, and what was lost with the ones before.
	 */
	private static function note_that_they_were_made() {
		global $wpdb;
		$network = get_main_network_id();
		$domains = self::names()[0];
		if ( false !== get_network_option( $network, self::VERSION_OPTION ) && ! $wpdb->get_var( "SELECT domain FROM $domains LIMIT 1" ) ) {
			Closte_Domain_Sync_Refill::is_needed();
		}
		update_network_option( $network, self::VERSION_OPTION, self::VERSION );
	}

	/**
	 * Asks each table for all of its columns.
	 *
	 * @return string What the database said against it; empty if it answered.
	 */
	private static function look() {
		global $wpdb;
		foreach ( self::definitions() as $table => $definition ) {
			preg_match_all( '/^\s*([a-z_]+) [a-z]/m', $definition, $match );
			$columns = implode( ', ', $match[1] );
			if ( false === $wpdb->query( "SELECT $columns FROM $table LIMIT 1" ) ) {
				return Closte_Domain_Sync_Database::last_failure( true );
			}
		}
		return '';
	}

	/**
	 * The names of the tables.
	 *
	 * @return string[] Of the domains, of the request ids and of the notices.
	 */
	private static function names() {
		global $wpdb;
		return array( $wpdb->base_prefix . 'closte_sync', $wpdb->base_prefix . 'closte_sync_seen', $wpdb->base_prefix . 'closte_sync_notices' );
	}

	/**
	 * Creates or updates the tables.
	 */
	private static function create() {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		foreach ( self::definitions() as $table => $definition ) {
			dbDelta( "CREATE TABLE $table (\n$definition\n) {$wpdb->get_charset_collate()};" );
		}
	}

	/**
	 * The columns and keys of the tables, as dbDelta() wants them. Domain names are ASCII and compared byte by byte, so
	 * that they fit into an index on every server and have one order.
	 *
	 * Every time is in Unix seconds. `state` is how far the delivery of the event is (Event_Queue), `stage` how far the
	 * domain is (Stage), `refusal` the code with which the functions refused the event, or of what a visit found to
	 * stand in the way of the alias. `not_needed` says that the domain
	 * needs no alias at Closte, `network_id` which network the functions are told (0: a row of the version before).
	 * `updated_at` says since when a row is in its stage or, without one, has its wish. `source` is where the wish was read
	 * (Owners; empty in a row of the version before, until the next sweep). `done_record` is the record of Ultimate Multisite
	 * that was seen in a stage in which it is served (Promotion), `ended_record` the one whose own checks were ended
	 * (Record_Loop). `next_look_at` is when the functions look at the domain again, as they said last (0 if they did not),
	 * `heard_at` when they reported of it last (0 if they never did), `told` what a person was told of it last (Notice).
	 *
	 * `list_stage` and `list_since` are for the list in the network admin: its counts and its order come from them alone.
	 *
	 * @return string[] By the names of the tables.
	 */
	private static function definitions() {
		list( $domains, $request_ids, $notices ) = self::names();
		return array(
			$domains     => "domain varchar(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
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
			source varchar(10) NOT NULL DEFAULT '',
			done_record bigint(20) unsigned NOT NULL DEFAULT 0,
			ended_record bigint(20) unsigned NOT NULL DEFAULT 0,
			stage varchar(40) NOT NULL DEFAULT '',
			message text NOT NULL,
			wished_at bigint(20) unsigned NOT NULL,
			updated_at bigint(20) unsigned NOT NULL,
			next_look_at bigint(20) unsigned NOT NULL DEFAULT 0,
			heard_at bigint(20) unsigned NOT NULL DEFAULT 0,
			told varchar(10) NOT NULL DEFAULT '',
			PRIMARY KEY  (domain),
			KEY state_next_try (state,next_try),
			KEY site_id (site_id),
			KEY ended_record (ended_record),
			KEY wanted_stage_source (wanted,stage,not_needed,source),
			KEY list_stage (wanted,stage,state),
			KEY list_since (updated_at,wanted,stage,state)",
			$request_ids => 'id char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
			forget_at bigint(20) unsigned NOT NULL,
			PRIMARY KEY  (id),
			KEY forget_at (forget_at)',
			$notices     => "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			notice char(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
			channel varchar(10) NOT NULL,
			kind varchar(10) NOT NULL,
			domain varchar(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
			site_id bigint(20) unsigned NOT NULL,
			stage varchar(40) NOT NULL,
			message text NOT NULL,
			noted_at bigint(20) unsigned NOT NULL,
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			next_try bigint(20) unsigned NOT NULL DEFAULT 0,
			claim varchar(40) NOT NULL DEFAULT '',
			PRIMARY KEY  (id),
			KEY channel_next_try (channel,next_try),
			KEY notice (notice),
			KEY noted_at (noted_at)",
		);
	}
}
