<?php
/**
 * What the Closte integration in Ultimate Multisite does.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What Ultimate Multisite can have the Closte integration do about domains. All of it is heard by Hook_Listener anyway, so
 * nothing is hooked in here. Only loaded where Ultimate Multisite has the class that it extends.
 */
final class Closte_Domain_Sync_Domain_Mapping extends WP_Ultimo\Integrations\Base_Capability_Module implements WP_Ultimo\Integrations\Capabilities\Domain_Mapping_Capability {

	/**
	 * What the registry calls it.
	 *
	 * @return string
	 */
	public function get_capability_id(): string {
		return Closte_Domain_Sync_Registry::CAPABILITY;
	}

	/**
	 * What people call it.
	 *
	 * @return string
	 */
	public function get_title(): string {
		return __( 'Domain mapping', 'closte-domain-sync' );
	}

	/**
	 * What the wizard says of it.
	 *
	 * @return array{will: string[], will_not: string[]}
	 */
	public function get_explainer_lines(): array {
		return array(
			'will'     => array(
				__( 'Add each domain of this network at Closte, and remove it there when it is removed here', 'closte-domain-sync' ),
				__( 'Follow its DNS and its certificate until it works, and check it once a day after that', 'closte-domain-sync' ),
			),
			'will_not' => array(
				__( 'Remove a domain at Closte because this is switched off; the domains are then left as they are', 'closte-domain-sync' ),
			),
		);
	}

	/**
	 * A domain was added.
	 *
	 * @param string $domain  Domain.
	 * @param int    $site_id Site.
	 */
	public function on_add_domain( $domain, $site_id ): void {
		Closte_Domain_Sync_Hook_Listener::domain_added( $domain );
	}

	/**
	 * A domain was removed.
	 *
	 * @param string $domain  Domain.
	 * @param int    $site_id Site.
	 */
	public function on_remove_domain( $domain, $site_id ): void {
		Closte_Domain_Sync_Hook_Listener::domain_removed( $domain, $site_id );
	}

	/**
	 * A site was created under the network's domain. WordPress itself says so, too.
	 *
	 * @param string $subdomain Domain of the site.
	 * @param int    $site_id   Site.
	 */
	public function on_add_subdomain( $subdomain, $site_id ): void {}

	/**
	 * A site under the network's domain was deleted. WordPress itself says so, too.
	 *
	 * @param string $subdomain Domain of the site.
	 * @param int    $site_id   Site.
	 */
	public function on_remove_subdomain( $subdomain, $site_id ): void {}

	/**
	 * Tests the connection.
	 *
	 * @return true|WP_Error
	 */
	public function test_connection() {
		return $this->get_integration()->test_connection();
	}
}
