<?php
/**
 * A lease in the database.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Lets one run do something at a time, however many wake it. The lease is a row of the main site's options, whose names
 * are unique; it is read and written past every cache. A run that dies gives it back by doing nothing.
 */
final class Closte_Domain_Sync_Lease {

	/**
	 * What the names of the options begin with.
	 */
	const OPTION = 'closte_sync_lease_';

	/**
	 * Seconds for which a lease is good, unless it is renewed: longer than one call to the functions may take.
	 */
	const SECONDS = 120;

	/**
	 * What it is for.
	 *
	 * @var string
	 */
	private $option;

	/**
	 * The value that it has while it is ours.
	 *
	 * @var string
	 */
	private $value = '';

	/**
	 * What it is for.
	 *
	 * @param string $name One of send and sweep.
	 */
	public function __construct( $name ) {
		$this->option = self::OPTION . $name;
	}

	/**
	 * Takes the lease, or renews it.
	 *
	 * @return bool False if another run has it, or if the database cannot write now.
	 */
	public function take() {
		global $wpdb;
		$table = self::table();
		$value = time() + self::SECONDS . ' ' . bin2hex( random_bytes( 8 ) );
		$mine  = $this->value;
		if ( '' === $mine ) {
			if ( 1 === $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO $table (option_name, option_value, autoload) VALUES (%s, %s, 'no')", $this->option, $value ) ) ) {
				$this->value = $value;
				return true;
			}
			$mine = (string) $wpdb->get_var( $wpdb->prepare( "SELECT option_value FROM $table WHERE option_name = %s", $this->option ) );
			if ( (int) $mine > time() ) {
				return false;
			}
		}
		// Of two runs that find it free, one finds the value that it read.
		$taken       = 1 === $wpdb->query( $wpdb->prepare( "UPDATE $table SET option_value = %s WHERE option_name = %s AND option_value = %s", $value, $this->option, $mine ) );
		$this->value = $taken ? $value : '';
		return $taken;
	}

	/**
	 * Gives it back.
	 */
	public function give_back() {
		global $wpdb;
		$table = self::table();
		$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE option_name = %s AND option_value = %s", $this->option, $this->value ) );
		$this->value = '';
	}

	/**
	 * Removes every lease.
	 */
	public static function remove_all() {
		global $wpdb;
		$table = self::table();
		$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE option_name LIKE %s", $wpdb->esc_like( self::OPTION ) . '%' ) );
	}

	/**
	 * The main site's options.
	 *
	 * @return string
	 */
	private static function table() {
		global $wpdb;
		return $wpdb->get_blog_prefix( get_main_site_id( get_main_network_id() ) ) . 'options';
	}
}
