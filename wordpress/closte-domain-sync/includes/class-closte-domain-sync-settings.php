<?php
/**
 * Settings.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The constants in wp-config.php, and what is wrong with them.
 */
final class Closte_Domain_Sync_Settings {

	/**
	 * Where the functions are: CLOSTE_SYNC_URL.
	 *
	 * @return string Address without a slash at the end; empty if it is not set.
	 */
	public static function url() {
		return rtrim( self::constant( 'CLOSTE_SYNC_URL' ), '/' );
	}

	/**
	 * Where one function is. An address that ends with a hyphen is the prefix of this network among several in one
	 * project: the name follows it as it is (https://…/acme-map).
	 *
	 * @param string $name Function.
	 * @return string
	 */
	public static function url_of( $name ) {
		$url = self::url();
		return $url . ( '-' === substr( $url, -1 ) ? '' : '/' ) . $name;
	}

	/**
	 * The secret that signs: CLOSTE_SYNC_SECRET or, without it, one derived from the key of Closte's API.
	 *
	 * @return string Of the form whsec_ and base64 (Standard Webhooks); empty if neither constant is set.
	 */
	public static function secret() {
		$secret = self::constant( 'CLOSTE_SYNC_SECRET' );
		$key    = self::constant( 'CLOSTE_CLIENT_API_KEY' );
		if ( '' !== $secret || '' === $key ) {
			return $secret;
		}
		return Closte_Domain_Sync_Signature::derive_secret( $key );
	}

	/**
	 * The folder that the web server shows as `/` of every host: CLOSTE_SYNC_DOCUMENT_ROOT or, without it, WordPress's
	 * own folder less the path at which the main site has it (`/wp` of https://network.example/wp). WordPress's own
	 * get_home_path() goes by the script that runs, which is another one in WP-Cron and in WP-CLI.
	 *
	 * @return string Absolute path with a slash at the end.
	 */
	public static function document_root() {
		$root = self::constant( 'CLOSTE_SYNC_DOCUMENT_ROOT' );
		if ( '' !== $root ) {
			return trailingslashit( $root );
		}
		$wordpress = wp_normalize_path( ABSPATH );
		$path      = (string) wp_parse_url( get_site_url( get_main_site_id( get_main_network_id() ) ), PHP_URL_PATH );
		$path      = trailingslashit( $path );
		return substr( $wordpress, -strlen( $path ) ) === $path ? trailingslashit( substr( $wordpress, 0, -strlen( $path ) ) ) : $wordpress;
	}

	/**
	 * Whether the sites' own domains are left alone, too, while the switch in Ultimate Multisite is off:
	 * CLOSTE_SYNC_SITES_FOLLOW_SWITCH. Without it they are looked after all the same, since Ultimate Multisite has nothing to
	 * do with them.
	 *
	 * @return bool
	 */
	public static function sites_follow_switch() {
		return filter_var( self::constant( 'CLOSTE_SYNC_SITES_FOLLOW_SWITCH' ), FILTER_VALIDATE_BOOLEAN );
	}

	/**
	 * Whether nothing keeps the plugin from working.
	 *
	 * @return bool
	 */
	public static function are_complete() {
		return ! self::fault_codes();
	}

	/**
	 * What keeps the plugin from working, each as a sentence for the operator. Call it from `init` on, since texts are
	 * not translated before.
	 *
	 * @return string[] Empty if all is well.
	 */
	public static function faults() {
		$texts = array(
			'no-network' => __( 'This WordPress is not a multisite network; there are no domains to map.', 'closte-domain-sync' ),
			/* translators: %s: name of a constant. */
			'no-url'     => sprintf( __( 'The constant %s is missing; set it to the address of the functions.', 'closte-domain-sync' ), 'CLOSTE_SYNC_URL' ),
			/* translators: %s: name of a constant. */
			'bad-url'    => sprintf( __( 'The constant %s is not an address that begins with https:// or http://.', 'closte-domain-sync' ), 'CLOSTE_SYNC_URL' ),
			/* translators: 1: name of a constant, 2: name of another constant. */
			'no-secret'  => sprintf( __( 'The constant %1$s is missing, and so is %2$s; one of them is needed to sign events.', 'closte-domain-sync' ), 'CLOSTE_CLIENT_API_KEY', 'CLOSTE_SYNC_SECRET' ),
			/* translators: %s: name of a constant. */
			'bad-secret' => sprintf( __( 'The constant %s is not a secret of the form whsec_ followed by base64.', 'closte-domain-sync' ), 'CLOSTE_SYNC_SECRET' ),
		);
		return array_values( array_intersect_key( $texts, array_flip( self::fault_codes() ) ) );
	}

	/**
	 * What keeps the plugin from working.
	 *
	 * @return string[] Keys of the texts above.
	 */
	private static function fault_codes() {
		$codes  = is_multisite() ? array() : array( 'no-network' );
		$url    = self::url();
		$secret = self::secret();
		if ( ! preg_match( '#^https?://[^/?\#]+[^?\#]*$#i', $url ) ) {
			$codes[] = '' === $url ? 'no-url' : 'bad-url';
		}
		if ( '' === Closte_Domain_Sync_Signature::key( $secret ) ) {
			$codes[] = '' === $secret ? 'no-secret' : 'bad-secret';
		}
		return $codes;
	}

	/**
	 * The value of a constant.
	 *
	 * @param string $name Name of the constant.
	 * @return string Without space around it; empty if the constant is not defined.
	 */
	private static function constant( $name ) {
		return defined( $name ) ? trim( (string) constant( $name ) ) : '';
	}
}
