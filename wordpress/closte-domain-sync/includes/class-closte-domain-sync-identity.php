<?php
/**
 * Whether this installation is the network.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Whether this installation is the network whose domains the functions look after, or a copy of it. A copy must have no
 * effect: it sends nothing, answers nothing about domains, and leaves every record alone.
 */
final class Closte_Domain_Sync_Identity {

	/**
	 * The network option with the fingerprint.
	 */
	const OPTION = 'closte_sync_fingerprint';

	/**
	 * What this installation is.
	 *
	 * @return string One of the constants of Fingerprint.
	 */
	public static function state() {
		return Closte_Domain_Sync_Fingerprint::judge( self::fingerprint(), self::traits(), self::is_on_address() );
	}

	/**
	 * Whether this installation may send events, answer the functions and change records.
	 *
	 * @return bool
	 */
	public static function is_the_network() {
		return in_array( self::state(), array( Closte_Domain_Sync_Fingerprint::OWN, Closte_Domain_Sync_Fingerprint::FRESH ), true );
	}

	/**
	 * The functions took an event of this installation: it is the network that they know. A fingerprint that is there
	 * stays, unless the key was changed.
	 */
	public static function functions_agreed() {
		$fingerprint = self::fingerprint();
		if ( self::is_the_network() && ( ! $fingerprint || Closte_Domain_Sync_Fingerprint::differences( $fingerprint, self::traits() ) ) ) {
			self::take();
		}
	}

	/**
	 * Makes this installation the network, whatever it was.
	 *
	 * @return bool False if its domain is an IP address, which is nobody's name.
	 */
	public static function adopt() {
		if ( self::is_on_address() ) {
			return false;
		}
		self::take();
		// What there was once belongs to the network that it was a copy of, or was given up by the operator.
		Closte_Domain_Sync_Records::forget();
		Closte_Domain_Sync_Schedule::after_this_request();
		return true;
	}

	/**
	 * Why this installation does nothing, and what to do about it.
	 *
	 * @return string[] Sentences; none if it is the network.
	 */
	public static function facts() {
		$adopt = 'wp closte-sync adopt';
		switch ( self::state() ) {
			case Closte_Domain_Sync_Fingerprint::COPY:
				return array(
					/* translators: 1: what differs, 2: domain of the network as it is now, 3: type of environment. */
					sprintf( __( 'Closte Domain Sync belongs to another network than this one: %1$s differs. This one is %2$s, of the type %3$s. It is a copy of that network, or was renamed.', 'closte-domain-sync' ), implode( ', ', self::differences() ), self::place(), wp_get_environment_type() ),
					__( 'A copy sends no events, tells the functions nothing and changes no record, so that the domains of the network stay as they are.', 'closte-domain-sync' ),
					/* translators: %s: command. */
					sprintf( __( 'If it is a copy, leave it so, or deactivate the plugin. If this is now the network, run %s, and have the variable NETWORK_DOMAIN of the functions say so too.', 'closte-domain-sync' ), $adopt ),
				);
			case Closte_Domain_Sync_Fingerprint::UNADOPTED:
				return array(
					/* translators: 1: type of environment, 2: command. */
					sprintf( __( 'This installation is of the type %1$s and was never connected to the functions. It may be a copy of another network, so Closte Domain Sync waits. If its domains are to be looked after, run %2$s.', 'closte-domain-sync' ), wp_get_environment_type(), $adopt ),
				);
			case Closte_Domain_Sync_Fingerprint::ON_ADDRESS:
				return array(
					/* translators: %s: IP address. */
					sprintf( __( 'The network has the IP address %s in the place of a domain. Closte Domain Sync keeps its events and sends them once the network has its domain.', 'closte-domain-sync' ), self::place() ),
				);
		}
		return array();
	}

	/**
	 * Takes the fingerprint.
	 */
	private static function take() {
		update_network_option( get_main_network_id(), self::OPTION, Closte_Domain_Sync_Fingerprint::take( self::traits(), bin2hex( random_bytes( 16 ) ) ) );
	}

	/**
	 * The fingerprint that was taken.
	 *
	 * @return string[]|null
	 */
	private static function fingerprint() {
		$fingerprint = get_network_option( get_main_network_id(), self::OPTION );
		return isset( $fingerprint['salt'], $fingerprint['place'] ) ? $fingerprint : null;
	}

	/**
	 * What this installation is told by. Two places say where the network is, and a copy may have been changed in one of
	 * them alone.
	 *
	 * @return string[]
	 */
	private static function traits() {
		return array(
			'place'    => self::place(),
			'constant' => defined( 'DOMAIN_CURRENT_SITE' ) ? Closte_Domain_Sync_Domain_Name::normalise( DOMAIN_CURRENT_SITE ) : '',
			'type'     => wp_get_environment_type(),
			'key'      => Closte_Domain_Sync_Settings::secret(),
		);
	}

	/**
	 * What differs from the fingerprint, in words.
	 *
	 * @return string[]
	 */
	private static function differences() {
		$words = array(
			'place'    => __( 'domain or path', 'closte-domain-sync' ),
			'constant' => 'DOMAIN_CURRENT_SITE',
			'type'     => __( 'type of the environment', 'closte-domain-sync' ),
		);
		return array_values( array_intersect_key( $words, array_flip( Closte_Domain_Sync_Fingerprint::differences( self::fingerprint(), self::traits() ) ) ) );
	}

	/**
	 * The main network's domain and path.
	 *
	 * @return string
	 */
	private static function place() {
		$network = get_network( get_main_network_id() );
		return Closte_Domain_Sync_Domain_Name::normalise( $network->domain ) . $network->path;
	}

	/**
	 * Whether the main network's domain is an IP address.
	 *
	 * @return bool
	 */
	private static function is_on_address() {
		$host = preg_replace( '/:\d+$/', '', trim( get_network( get_main_network_id() )->domain ) );
		return false !== filter_var( trim( $host, '[]' ), FILTER_VALIDATE_IP );
	}
}
