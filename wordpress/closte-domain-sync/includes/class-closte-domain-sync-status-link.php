<?php
/**
 * Links to the page of a domain.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Links to the page on which the functions show what there is to know of a domain. Whoever has one may look, so it is
 * good for some days only, and shown to those who manage the sites.
 */
final class Closte_Domain_Sync_Status_Link {

	/**
	 * What the signature is made for. The functions use the same text.
	 */
	const PURPOSE = 'closte-domain-sync/status/v1';

	/**
	 * For how many seconds a link is good. The functions take no more than 30 days.
	 */
	const LIFETIME = WEEK_IN_SECONDS;

	/**
	 * How many links there are for one site at most.
	 */
	const LINKS = 3;

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_filter( 'manage_sites_action_links', array( __CLASS__, 'add_to_site' ), 10, 2 );
		// Ultimate Multisite has it behind the title of each of its screens that edit something (views/base/edit.php).
		add_action( 'wu_page_edit_after_title', array( __CLASS__, 'show_on_record' ) );
	}

	/**
	 * The address of the page of a domain.
	 *
	 * @param string $domain Domain in its normal form.
	 * @return string
	 */
	public static function url( $domain ) {
		$expires = time() + self::LIFETIME;
		$mac     = Closte_Domain_Sync_Signature::mac( Closte_Domain_Sync_Settings::secret(), self::PURPOSE . "\n$domain\n$expires" );
		$query   = array(
			'domain'    => $domain,
			'expires'   => $expires,
			'signature' => rtrim( strtr( base64_encode( $mac ), '+/', '-_' ), '=' ),
		);
		return Closte_Domain_Sync_Settings::url_of( 'status' ) . '?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
	}

	/**
	 * Adds links to the row of a site in the list of the network's sites. The site's own domain comes first.
	 *
	 * @param string[]   $actions Links of the row.
	 * @param int|string $site_id Site.
	 * @return string[]
	 */
	public static function add_to_site( $actions, $site_id ) {
		if ( ! current_user_can( 'manage_sites' ) ) {
			return $actions;
		}
		$domains = Closte_Domain_Sync_Domain_Table::mapped_to( (int) $site_id );
		$site    = get_site( (int) $site_id );
		$own     = array_intersect( $domains, array( $site ? Closte_Domain_Sync_Domain_Name::normalise( $site->domain ) : '' ) );
		$domains = array_slice( array_unique( array_merge( $own, $domains ) ), 0, self::LINKS );
		foreach ( $domains as $domain ) {
			/* translators: %s: domain. */
			$text = sprintf( __( 'Check domain status: %s', 'closte-domain-sync' ), $domain );

			$actions[ 'closte-sync-' . $domain ] = self::link( $domain, $text, '' );
		}
		return $actions;
	}

	/**
	 * Shows a link behind the title of the screen on which Ultimate Multisite edits a domain.
	 *
	 * @param object $record What the screen edits.
	 */
	public static function show_on_record( $record ) {
		if ( ! is_a( $record, 'WP_Ultimo\Models\Domain' ) || ! current_user_can( 'manage_sites' ) ) {
			return;
		}
		$row = Closte_Domain_Sync_Domain_Table::row( Closte_Domain_Sync_Domain_Name::normalise( $record->get_domain() ) );
		if ( $row && Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted ) {
			// The link is escaped where it is made.
			echo self::link( $row->domain, __( 'Check domain status', 'closte-domain-sync' ), 'page-title-action' );
		}
	}

	/**
	 * A link that opens in a new tab, and says so to whoever does not see that.
	 *
	 * @param string $domain Domain.
	 * @param string $text   Text of the link.
	 * @param string $style  Class of the link.
	 * @return string HTML.
	 */
	public static function link( $domain, $text, $style ) {
		return sprintf(
			'<a href="%s" class="%s" target="_blank" rel="noopener noreferrer">%s<span class="screen-reader-text"> %s</span></a>',
			esc_url( self::url( $domain ) ),
			esc_attr( $style ),
			esc_html( $text ),
			esc_html__( '(opens in a new tab)', 'closte-domain-sync' )
		);
	}
}
