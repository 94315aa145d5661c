<?php
/**
 * The help of the list of the domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What the help tab of the list says, and how its parts are called for whoever hears them.
 */
final class Closte_Domain_Sync_List_Help {

	/**
	 * Adds it to the screen.
	 */
	public static function add() {
		$screen = get_current_screen();
		$screen->add_help_tab(
			array(
				'id'      => 'closte-sync-list',
				'title'   => __( 'The list', 'closte-domain-sync' ),
				'content' => self::paragraphs(
					array(
						__( 'One row for each domain that the network wants or once wanted. The stage is what the functions reported last. Where the record of Ultimate Multisite has another stage, both are shown: a domain that is served stays so, whatever was found.', 'closte-domain-sync' ),
						__( 'The status page of a domain says what is wrong and what to do, in words for its owner. The link is good for 7 days: you can send it.', 'closte-domain-sync' ),
						__( 'The functions report what is new. Once the time that they gave for the next look has passed, the list says how often they look.', 'closte-domain-sync' ),
					)
				),
			)
		);
		$screen->add_help_tab(
			array(
				'id'      => 'closte-sync-actions',
				'title'   => __( 'What you can do', 'closte-domain-sync' ),
				'content' => self::paragraphs(
					array(
						/* translators: %s: command. */
						sprintf( __( 'Check again: the domain is told to the functions anew and looked at within minutes, as %s does. Do it once what was wrong is repaired.', 'closte-domain-sync' ), 'wp closte-sync retry' ),
						__( 'Map a name: what WordPress itself cannot hold, such as the wildcard *.example.com, or a www. that no setting asks for.', 'closte-domain-sync' ),
						__( 'Take back: only what was mapped here, or a www. that goes with its domain. Every other domain is removed where WordPress has it.', 'closte-domain-sync' ),
						__( 'Export as CSV: all rows that the list shows, with the filter and the search, not only this page.', 'closte-domain-sync' ),
					)
				),
			)
		);
		$screen->set_screen_reader_content(
			array(
				'heading_views'      => __( 'Filter the list of the domains', 'closte-domain-sync' ),
				'heading_pagination' => __( 'Pages of the list of the domains', 'closte-domain-sync' ),
				'heading_list'       => __( 'List of the domains', 'closte-domain-sync' ),
			)
		);
	}

	/**
	 * Sentences as paragraphs.
	 *
	 * @param string[] $sentences Sentences.
	 * @return string HTML.
	 */
	private static function paragraphs( array $sentences ) {
		return '<p>' . implode( '</p><p>', array_map( 'esc_html', $sentences ) ) . '</p>';
	}
}
