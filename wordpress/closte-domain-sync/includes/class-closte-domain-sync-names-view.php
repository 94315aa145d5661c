<?php
/**
 * Names that are not mapped.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The part of the list with the names that are not mapped though somebody may think so: those that are no domain names, and
 * a www. or a domain whose pair is mapped. To find them takes longer than a page of rows, so they have a page of their own.
 */
final class Closte_Domain_Sync_Names_View {

	/**
	 * How it is called in the place of a group.
	 */
	const NAME = 'names';

	/**
	 * How many names of a kind are shown.
	 */
	const NAMES = 100;

	/**
	 * Whether the address asks for it.
	 *
	 * @return bool
	 */
	public static function is_asked_for() {
		return isset( $_GET['group'] ) && self::NAME === $_GET['group'];
	}

	/**
	 * A link to it.
	 *
	 * @return string HTML.
	 */
	public static function link() {
		return sprintf(
			'<a href="%s">%s</a>',
			esc_url( Closte_Domain_Sync_List_Screen::url( array( 'group' => self::NAME ) ) ),
			esc_html__( 'Names that are not mapped', 'closte-domain-sync' )
		);
	}

	/**
	 * Shows them.
	 */
	public static function show() {
		printf( '<p><a href="%s">%s</a></p>', esc_url( Closte_Domain_Sync_List_Screen::url() ), esc_html__( 'Back to the list', 'closte-domain-sync' ) );
		echo '<h2>' . esc_html__( 'Names that are no domain names', 'closte-domain-sync' ) . '</h2>';
		try {
			self::show_items( array_map( 'esc_html', array_map( array( 'Closte_Domain_Sync_Bad_Names', 'in_words' ), Closte_Domain_Sync_Bad_Names::find( self::NAMES ) ) ) );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			/* translators: %s: what went wrong. */
			echo '<p>' . esc_html( sprintf( __( 'WordPress could not look what is wanted: %s', 'closte-domain-sync' ), $e->getMessage() ) ) . '</p>';
		}
		echo '<h2>' . esc_html__( 'Names that visitors may type', 'closte-domain-sync' ) . '</h2>';
		$items = array();
		foreach ( Closte_Domain_Sync_Companions::missing( self::NAMES ) as $name => $site_id ) {
			/* translators: 1: domain, 2: number of a site. */
			$text    = sprintf( __( '%1$s, of site %2$d, is not mapped although its pair with or without www. is.', 'closte-domain-sync' ), Closte_Domain_Sync_Unicode_Name::of( $name ), $site_id );
			$items[] = esc_html( $text ) . ' ' . Closte_Domain_Sync_List_Forms::companion_button( $name, $site_id );
		}
		self::show_items( $items );
	}

	/**
	 * Shows a list.
	 *
	 * @param string[] $items HTML, escaped.
	 */
	private static function show_items( array $items ) {
		// What is in them is escaped where it is made.
		echo $items ? '<ul class="ul-disc"><li>' . implode( '</li><li>', $items ) . '</li></ul>' : '<p>' . esc_html__( 'None.', 'closte-domain-sync' ) . '</p>';
		if ( count( $items ) === self::NAMES ) {
			/* translators: %d: number of names. */
			echo '<p>' . esc_html( sprintf( __( 'Only the first %d are shown.', 'closte-domain-sync' ), self::NAMES ) ) . '</p>';
		}
	}
}
