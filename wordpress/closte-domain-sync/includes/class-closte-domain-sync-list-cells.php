<?php
/**
 * The cells of the list of the domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What a row of the list shows, as HTML. Every text in it is escaped here.
 */
final class Closte_Domain_Sync_List_Cells {

	/**
	 * A cell.
	 *
	 * @param string $column       Column.
	 * @param object $row          Row.
	 * @param string $record_stage Stage of the record of Ultimate Multisite; empty if there is none.
	 * @param string $missing      The www. of the domain, or the domain of the www., that is not mapped; empty if none is.
	 * @return string HTML.
	 */
	public static function cell( $column, $row, $record_stage, $missing ) {
		switch ( $column ) {
			case 'domain':
				return self::domain( $row, $missing );
			case 'site':
				return self::site( (int) $row->site_id );
			case 'wanted':
				return esc_html( Closte_Domain_Sync_Row_Words::wanted( $row ) );
			case 'stage':
				return self::stage( $row, $record_stage );
			case 'since':
				return self::since( $row );
			case 'problem':
				return esc_html( Closte_Domain_Sync_Row_Words::problem( $row ) );
			case 'next':
				return esc_html( Closte_Domain_Sync_Row_Words::next_look( $row, time() ) );
		}
		return '';
	}

	/**
	 * The checkbox of a row.
	 *
	 * @param object $row Row.
	 * @return string HTML.
	 */
	public static function checkbox( $row ) {
		$id = 'cb-select-' . sanitize_html_class( str_replace( array( '.', '*' ), array( '_', '-' ), $row->domain ) );
		return sprintf(
			'<label class="screen-reader-text" for="%1$s">%2$s</label><input type="checkbox" id="%1$s" name="domains[]" value="%3$s">',
			esc_attr( $id ),
			/* translators: %s: domain. */
			esc_html( sprintf( __( 'Select %s', 'closte-domain-sync' ), Closte_Domain_Sync_Unicode_Name::of( $row->domain ) ) ),
			esc_attr( $row->domain )
		);
	}

	/**
	 * The links under a domain.
	 *
	 * @param object $row Row.
	 * @return string[] HTML by name.
	 */
	public static function actions( $row ) {
		$own     = Closte_Domain_Sync_Operator_Wishes::all();
		$actions = array(
			'status' => Closte_Domain_Sync_Status_Link::link( $row->domain, __( 'Status page', 'closte-domain-sync' ), '' ),
			'again'  => self::action( Closte_Domain_Sync_List_Actions::check_url( $row->domain ), __( 'Check again', 'closte-domain-sync' ), $row->domain ),
		);
		if ( Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted && ( ! empty( $own[ $row->domain ] ) || '' !== Closte_Domain_Sync_Www::base_of( $row->domain ) ) ) {
			$actions['unmap'] = self::action( Closte_Domain_Sync_List_Screen::url( array( 'unmap' => $row->domain ) ) . '#closte-sync-unmap', __( 'Take back', 'closte-domain-sync' ), $row->domain );
		}
		return $actions;
	}

	/**
	 * One link. Whoever hears the links of a page in a row has to know of which domain each one is.
	 *
	 * @param string $url    Address.
	 * @param string $text   Text.
	 * @param string $domain Domain.
	 * @return string HTML.
	 */
	private static function action( $url, $text, $domain ) {
		return sprintf( '<a href="%s">%s<span class="screen-reader-text"> %s</span></a>', esc_url( $url ), esc_html( $text ), esc_html( Closte_Domain_Sync_Unicode_Name::of( $domain ) ) );
	}

	/**
	 * The domain in its own letters, in A-labels where those differ, and what is not mapped beside it.
	 *
	 * @param object $row     Row.
	 * @param string $missing Name that is not mapped; empty if none is.
	 * @return string HTML.
	 */
	private static function domain( $row, $missing ) {
		$name = Closte_Domain_Sync_Unicode_Name::of( $row->domain );
		$html = '<strong><bdi>' . esc_html( $name ) . '</bdi></strong>';
		if ( $name !== $row->domain ) {
			$html .= '<br><code>' . esc_html( $row->domain ) . '</code>';
		}
		if ( '' !== $missing ) {
			/* translators: %s: domain. */
			$html .= '<br>' . esc_html( sprintf( __( '%s is not mapped.', 'closte-domain-sync' ), Closte_Domain_Sync_Unicode_Name::of( $missing ) ) ) . ' ';
			$html .= Closte_Domain_Sync_List_Forms::companion_button( $missing, (int) $row->site_id );
		}
		return $html;
	}

	/**
	 * The site, with the list of its domains.
	 *
	 * @param int $site_id Site.
	 * @return string HTML.
	 */
	private static function site( $site_id ) {
		$site = get_site( $site_id );
		if ( ! $site ) {
			/* translators: %d: number of a site. */
			return esc_html( sprintf( __( 'Site %d, which is gone', 'closte-domain-sync' ), $site_id ) );
		}
		return sprintf(
			'<a href="%s"><bdi>%s</bdi></a><br><a href="%s">%s</a>',
			esc_url( network_admin_url( "site-info.php?id=$site_id" ) ),
			esc_html( untrailingslashit( Closte_Domain_Sync_Unicode_Name::of( $site->domain ) . $site->path ) ),
			esc_url( Closte_Domain_Sync_List_Screen::url( array( 'site_id' => $site_id ) ) ),
			/* translators: %d: number of a site. */
			esc_html( sprintf( __( 'Domains of site %d', 'closte-domain-sync' ), $site_id ) )
		);
	}

	/**
	 * The stage, and that of the record where it is another one.
	 *
	 * @param object $row          Row.
	 * @param string $record_stage Stage of the record; empty if there is none.
	 * @return string HTML.
	 */
	private static function stage( $row, $record_stage ) {
		$group = Closte_Domain_Sync_Stage_Group::of( $row->wanted, $row->state, $row->stage );
		$html  = '<span class="closte-sync-' . esc_attr( $group ) . '">' . esc_html( Closte_Domain_Sync_Row_Words::stage( $row ) ) . '</span>';
		if ( '' !== $record_stage && $record_stage !== $row->stage ) {
			/* translators: %s: how far a domain is. */
			$html .= '<br>' . esc_html( sprintf( __( 'Ultimate Multisite: %s', 'closte-domain-sync' ), Closte_Domain_Sync_Row_Words::of_stage( $record_stage ) ) );
		}
		return $html;
	}

	/**
	 * Since when.
	 *
	 * @param object $row Row.
	 * @return string HTML.
	 */
	private static function since( $row ) {
		return sprintf(
			'<time datetime="%s">%s</time><br>%s',
			esc_attr( Closte_Domain_Sync_Rest_Routes::rfc3339( $row->updated_at ) ),
			esc_html( Closte_Domain_Sync_Row_Words::since( $row ) ),
			esc_html( Closte_Domain_Sync_Row_Words::for_how_long( $row, time() ) )
		);
	}
}
