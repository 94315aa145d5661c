<?php
/**
 * The Closte integration in Ultimate Multisite.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The integration that Ultimate Multisite shows as Closte in its settings. It has the switch, and the constants that it
 * needs; there is nothing to be filled in. Only loaded where Ultimate Multisite has the class that it extends.
 */
final class Closte_Domain_Sync_Integration extends WP_Ultimo\Integrations\Integration {

	/**
	 * Says what it is called and what it needs. The steps of the wizard in which nothing is to be done are left out.
	 */
	public function __construct() {
		parent::__construct( Closte_Domain_Sync_Switch::ID, 'Closte' );
		$this->set_constants( array( 'CLOSTE_SYNC_URL', array( 'CLOSTE_CLIENT_API_KEY', 'CLOSTE_SYNC_SECRET' ) ) );
		$this->set_supports( array( 'autossl', 'no-instructions', 'no-config' ) );
		if ( function_exists( 'wu_get_asset' ) ) {
			$this->set_logo( wu_get_asset( 'closte.svg', 'img/hosts' ) );
		}
	}

	/**
	 * What it does, in a sentence.
	 *
	 * @return string
	 */
	public function get_description(): string {
		return __( 'Closte Domain Sync tells its functions of every domain. They add it at Closte, follow its DNS and its certificate, and try again until it works.', 'closte-domain-sync' );
	}

	/**
	 * Whether this network is to be asked to switch it on.
	 *
	 * @return bool
	 */
	public function detect(): bool {
		return Closte_Domain_Sync_Settings::are_complete();
	}

	/**
	 * Tests the connection.
	 *
	 * @return true|WP_Error What is wrong, as HTML: Ultimate Multisite shows it as it comes.
	 */
	public function test_connection() {
		$result = Closte_Domain_Sync_Connection_Test::run();
		return '' === $result['failure'] ? true : new WP_Error( 'not-ready', esc_html( implode( ' ', array_merge( array( $result['failure'] ), $result['bad'] ) ) ) );
	}
}
