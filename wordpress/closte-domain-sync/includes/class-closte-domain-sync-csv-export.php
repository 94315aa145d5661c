<?php
/**
 * The list of the domains as a file.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Sends the rows of the list as CSV, some at a time, so that their number costs no memory. It is for a spreadsheet: what
 * that would take for a formula is made a text, and its first bytes say that it is UTF-8.
 */
final class Closte_Domain_Sync_Csv_Export {

	/**
	 * The columns, in the names of the functions' interface where they have one. Times are in UTC.
	 */
	const COLUMNS = array( 'domain', 'unicode', 'site_id', 'site', 'wanted', 'stage', 'ultimate_multisite', 'delivery', 'since', 'message', 'next_look_at' );

	/**
	 * How many rows are read at a time.
	 */
	const PAGE = 1000;

	/**
	 * Sends what a query finds.
	 *
	 * @param Closte_Domain_Sync_Domain_Query $query Query.
	 */
	public static function send( Closte_Domain_Sync_Domain_Query $query ) {
		while ( ob_get_level() ) {
			ob_end_clean();
		}
		nocache_headers();
		header( 'Content-Type: text/csv; charset=utf-8' );
		header( 'Content-Disposition: attachment; filename="closte-domains-' . gmdate( 'Y-m-d' ) . '.csv"' );
		// A server in front would keep it together until its end.
		header( 'X-Accel-Buffering: no' );
		$out = fopen( 'php://output', 'wb' );
		fwrite( $out, "\xEF\xBB\xBF" );
		self::write( $out, self::COLUMNS );
		$after = '';
		do {
			$rows = $query->behind( $after, self::PAGE );
			foreach ( self::lines( $rows ) as $line ) {
				self::write( $out, $line );
			}
			flush();
			$after = $rows ? end( $rows )->domain : '';
		} while ( count( $rows ) === self::PAGE );
		fclose( $out );
	}

	/**
	 * A cell that a spreadsheet takes for a text (OWASP, CSV Injection).
	 *
	 * @param string|int $text Text.
	 * @return string
	 */
	public static function cell( $text ) {
		$text = (string) $text;
		return preg_match( '/^[=+\-@\t\r\n]/', $text ) ? "'$text" : $text;
	}

	/**
	 * Writes one line. Quotes are doubled and nothing else is escaped, as RFC 4180 has it.
	 *
	 * @param resource $out  Where to.
	 * @param array    $line Cells.
	 */
	private static function write( $out, array $line ) {
		fputcsv( $out, array_map( array( __CLASS__, 'cell' ), $line ), ',', '"', '' );
	}

	/**
	 * Rows as lines.
	 *
	 * @param object[] $rows Rows.
	 * @return array[] Lines.
	 */
	private static function lines( array $rows ) {
		$stages = Closte_Domain_Sync_Shown_Records::of( array_column( $rows, 'domain' ) );
		$sites  = self::sites( array_unique( array_column( $rows, 'site_id' ) ) );
		$lines  = array();
		foreach ( $rows as $row ) {
			$lines[] = array(
				$row->domain,
				Closte_Domain_Sync_Unicode_Name::of( $row->domain ),
				$row->site_id,
				$sites[ $row->site_id ] ?? '',
				$row->wanted,
				$row->stage,
				$stages[ $row->domain ] ?? '',
				$row->state,
				Closte_Domain_Sync_Rest_Routes::rfc3339( $row->updated_at ),
				$row->message,
				(int) $row->next_look_at > time() ? Closte_Domain_Sync_Rest_Routes::rfc3339( $row->next_look_at ) : '',
			);
		}
		return $lines;
	}

	/**
	 * The addresses of sites. Straight from the table: a cache of a hundred thousand sites would not fit into memory.
	 *
	 * @param string[] $ids Sites.
	 * @return string[] By site.
	 */
	private static function sites( array $ids ) {
		global $wpdb;
		if ( ! $ids ) {
			return array();
		}
		$marks = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
		$sites = $wpdb->get_results( $wpdb->prepare( "SELECT blog_id, domain, path FROM $wpdb->blogs WHERE blog_id IN ($marks)", array_values( $ids ) ) );
		$names = array();
		foreach ( $sites as $site ) {
			$names[ $site->blog_id ] = untrailingslashit( $site->domain . $site->path );
		}
		return $names;
	}
}
