<?php
/**
 * What the records of Ultimate Multisite say of the domains that are shown.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Reads how far domains are by Ultimate Multisite's own records. They may say something else than the plugin's rows: a
 * record that is served keeps its stage, whatever was found.
 */
final class Closte_Domain_Sync_Shown_Records {

	/**
	 * The stages of the records of domains. Of several records of a name the first counts, as Ultimate Multisite finds it.
	 *
	 * @param string[] $domains Domains in their normal form.
	 * @return string[] By domain; without those that have no record, and empty if the records cannot be read.
	 */
	public static function of( array $domains ) {
		global $wpdb;
		try {
			$table = $domains ? Closte_Domain_Sync_Records::table() : '';
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			$table = '';
		}
		if ( '' === $table ) {
			return array();
		}
		$spelled = array_values( array_unique( array_merge( $domains, array_map( array( 'Closte_Domain_Sync_Unicode_Name', 'of' ), $domains ) ) ) );
		$marks   = implode( ', ', array_fill( 0, count( $spelled ), '%s' ) );
		$records = $wpdb->get_results( $wpdb->prepare( "SELECT domain, stage FROM $table WHERE domain IN ($marks) ORDER BY id DESC", $spelled ) );
		$stages  = array();
		foreach ( $records ? $records : array() as $record ) {
			$stages[ Closte_Domain_Sync_Domain_Name::normalise( $record->domain ) ] = (string) $record->stage;
		}
		return $stages;
	}
}
