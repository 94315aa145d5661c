<?php
/**
 * The origin token.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * A static file that only this network has. A domain behind a proxy such as Cloudflare's never shows the network's
 * address; the functions ask it for the file instead. The web server gives it to every host, without WordPress, which
 * would redirect a host that it does not know.
 *
 * Name and content are derived from the secret and the network's domain, so that the functions know both.
 */
final class Closte_Domain_Sync_Origin_Token {

	/**
	 * Where the files are, under the document root.
	 */
	const FOLDER = '.well-known/closte-domain-sync';

	/**
	 * What name and content are derived for. The functions use the same texts.
	 */
	const NAME_PURPOSE    = 'closte-domain-sync/arrival-token/v1';
	const CONTENT_PURPOSE = 'closte-domain-sync/arrival-content/v1';

	/**
	 * The network option with the names of the files that were there last. Whatever else is in the folder may be another
	 * network's that shares the document root.
	 */
	const NAMES_OPTION = 'closte_sync_arrival_names';

	/**
	 * Writes the file of each network if it is missing or different, and removes those of a secret that was replaced.
	 *
	 * @return string[] What could not be written: contents by their paths. Empty if every file is there.
	 */
	public static function keep() {
		$folder  = self::folder();
		$files   = self::files();
		$missing = array();
		foreach ( $files as $name => $content ) {
			$path = "$folder/$name";
			if ( ! self::has( $path, $content ) && ! self::write( $path, $content ) ) {
				$missing[ $path ] = $content;
			}
		}
		if ( ! $missing ) {
			self::note_names( array_keys( $files ) );
		}
		return $missing;
	}

	/**
	 * Removes the files, their folder if nothing else is in it, and the option.
	 */
	public static function remove_all() {
		$network = get_main_network_id();
		$last    = (array) get_network_option( $network, self::NAMES_OPTION, array() );
		// A file is not in the option if another one could not be written.
		$files = '' === Closte_Domain_Sync_Settings::secret() ? array() : self::files();
		self::remove( array_merge( $last, array_keys( $files ) ) );
		// phpcs:ignore Generic.PHP.NoSilencedErrors -- a folder that is not empty or not there stays.
		@rmdir( self::folder() );
		delete_network_option( $network, self::NAMES_OPTION );
	}

	/**
	 * The folder of the files.
	 *
	 * @return string Absolute path without a slash at the end.
	 */
	public static function folder() {
		return Closte_Domain_Sync_Settings::document_root() . self::FOLDER;
	}

	/**
	 * The files that there should be.
	 *
	 * @return string[] Contents by names.
	 */
	private static function files() {
		$secret = Closte_Domain_Sync_Settings::secret();
		$files  = array();
		foreach ( Closte_Domain_Sync_Network::domains() as $domain ) {
			$name           = substr( bin2hex( Closte_Domain_Sync_Signature::mac( $secret, self::NAME_PURPOSE . "\n$domain" ) ), 0, 32 );
			$files[ $name ] = bin2hex( Closte_Domain_Sync_Signature::mac( $secret, self::CONTENT_PURPOSE . "\n$domain" ) );
		}
		return $files;
	}

	/**
	 * Removes the files that were there last and are not wanted any more, and writes down those that are.
	 *
	 * @param string[] $names Names of the files that are wanted.
	 */
	private static function note_names( array $names ) {
		$network = get_main_network_id();
		$last    = get_network_option( $network, self::NAMES_OPTION, array() );
		if ( $last === $names ) {
			return;
		}
		self::remove( array_diff( (array) $last, $names ) );
		update_network_option( $network, self::NAMES_OPTION, $names );
	}

	// Folders that cannot be read or written are a finding and not an error, so nothing from here on may warn.
	// phpcs:disable Generic.PHP.NoSilencedErrors

	/**
	 * Whether a file is there. One that was made by hand may end with a line feed.
	 *
	 * @param string $path    Path.
	 * @param string $content Content.
	 * @return bool
	 */
	private static function has( $path, $content ) {
		return @is_file( $path ) && trim( (string) @file_get_contents( $path ) ) === $content;
	}

	/**
	 * Writes a file so that nobody ever reads a part of it.
	 *
	 * @param string $path    Path.
	 * @param string $content Content.
	 * @return bool Whether it is there now.
	 */
	private static function write( $path, $content ) {
		$folder = dirname( $path );
		if ( ! @is_dir( Closte_Domain_Sync_Settings::document_root() ) || ! wp_mkdir_p( $folder ) || ! is_writable( $folder ) ) {
			return false;
		}
		$new     = $folder . '/.new-' . bin2hex( random_bytes( 16 ) );
		$written = strlen( $content ) === @file_put_contents( $new, $content );
		// The web server may run as another user than PHP.
		@chmod( $new, 0644 );
		if ( $written && @rename( $new, $path ) ) {
			return true;
		}
		@unlink( $new );
		return false;
	}

	/**
	 * Removes files.
	 *
	 * @param string[] $names Names; what cannot be the name of such a file is left alone.
	 */
	private static function remove( array $names ) {
		foreach ( $names as $name ) {
			if ( preg_match( '/^[0-9a-f]{32}$/D', $name ) ) {
				@unlink( self::folder() . "/$name" );
			}
		}
	}

	// phpcs:enable
}
