<?php
/**
 * The operator's forms.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The forms under the list: what WordPress cannot hold is mapped and taken back, and the setting.
 */
final class Closte_Domain_Sync_List_Forms {

	/**
	 * The form to which the buttons beside names belong: a form cannot stand in another one.
	 */
	const COMPANIONS = 'closte-sync-companions';

	/**
	 * Shows them.
	 */
	public static function show() {
		echo '<div class="closte-sync-forms"><h2 id="closte-sync-map">' . esc_html__( 'Map a name that WordPress cannot hold', 'closte-domain-sync' ) . '</h2>';
		echo '<p>' . esc_html__( 'A wildcard such as *.example.com, or a www. that no setting asks for. Every other domain is mapped where WordPress has it: at its site, or in Ultimate Multisite.', 'closte-domain-sync' ) . '</p>';
		self::open( Closte_Domain_Sync_List_Actions::MAP );
		self::field( 'closte-sync-map-domain', __( 'Domain', 'closte-domain-sync' ), 'type="text" name="domain" class="regular-text" required autocomplete="off" spellcheck="false"' );
		self::field( 'closte-sync-map-site', __( 'Number of the site', 'closte-domain-sync' ), 'type="number" name="site" class="small-text" min="1" required' );
		self::close( __( 'Map', 'closte-domain-sync' ) );

		echo '<h2 id="closte-sync-unmap">' . esc_html__( 'Take a name back', 'closte-domain-sync' ) . '</h2>';
		echo '<p>' . esc_html__( 'What was mapped here or by WP-CLI, or a www. that goes with its domain. Its alias at Closte is removed, and the name no longer leads to its site.', 'closte-domain-sync' ) . '</p>';
		$domain = isset( $_GET['unmap'] ) && is_string( $_GET['unmap'] ) ? sanitize_text_field( wp_unslash( $_GET['unmap'] ) ) : '';
		self::open( Closte_Domain_Sync_List_Actions::UNMAP );
		self::field( 'closte-sync-unmap-domain', __( 'Domain', 'closte-domain-sync' ), 'type="text" name="domain" class="regular-text" required autocomplete="off" spellcheck="false" value="' . esc_attr( $domain ) . '"' );
		self::close( __( 'Take back', 'closte-domain-sync' ) );

		echo '<h2>' . esc_html__( 'Owners of the sites', 'closte-domain-sync' ) . '</h2>';
		self::open( Closte_Domain_Sync_List_Actions::SET );
		printf(
			'<p><label for="closte-sync-owners"><input type="checkbox" id="closte-sync-owners" name="owners_see" value="1"%s> %s</label></p>',
			checked( Closte_Domain_Sync_Owner_Widget::do_owners_see(), true, false ),
			esc_html__( 'The administrators of a site see on its dashboard how far its domains are, with a link to the status page of each', 'closte-domain-sync' )
		);
		self::close( __( 'Save', 'closte-domain-sync' ) );
		echo '</div>';

		printf( '<form id="%s" method="post" action="%s"><input type="hidden" name="action" value="%s">', esc_attr( self::COMPANIONS ), esc_url( Closte_Domain_Sync_List_Screen::url() ), esc_attr( Closte_Domain_Sync_List_Actions::MAP ) );
		self::nonce( Closte_Domain_Sync_List_Actions::MAP );
		echo '</form>';
	}

	/**
	 * The button that maps a name beside another one.
	 *
	 * @param string $name    Name.
	 * @param int    $site_id Site.
	 * @return string HTML.
	 */
	public static function companion_button( $name, $site_id ) {
		return sprintf(
			'<button type="submit" class="button button-small" form="%s" name="companion" value="%s">%s<span class="screen-reader-text"> %s</span></button>',
			esc_attr( self::COMPANIONS ),
			esc_attr( "$site_id $name" ),
			esc_html__( 'Map it', 'closte-domain-sync' ),
			esc_html( Closte_Domain_Sync_Unicode_Name::of( $name ) )
		);
	}

	/**
	 * The beginning of a form.
	 *
	 * @param string $action Action.
	 */
	private static function open( $action ) {
		printf( '<form method="post" action="%s"><input type="hidden" name="action" value="%s">', esc_url( Closte_Domain_Sync_List_Screen::url() ), esc_attr( $action ) );
		self::nonce( $action );
	}

	/**
	 * The nonce of a form. WordPress's own field has an id, which a page may have once only.
	 *
	 * @param string $action Action.
	 */
	private static function nonce( $action ) {
		printf( '<input type="hidden" name="_wpnonce" value="%s">', esc_attr( wp_create_nonce( $action ) ) );
		wp_referer_field();
	}

	/**
	 * A field with its label.
	 *
	 * @param string $id         Id.
	 * @param string $label      Label.
	 * @param string $attributes Attributes of the field, escaped.
	 */
	private static function field( $id, $label, $attributes ) {
		// The attributes are escaped where they are made.
		printf( '<label for="%1$s">%2$s <input id="%1$s" %3$s></label>', esc_attr( $id ), esc_html( $label ), $attributes );
	}

	/**
	 * The end of a form.
	 *
	 * @param string $text Text of its button.
	 */
	private static function close( $text ) {
		echo '<button type="submit" class="button">' . esc_html( $text ) . '</button></form>';
	}
}
