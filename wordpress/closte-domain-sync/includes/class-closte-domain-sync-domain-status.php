<?php
/**
 * Everything about one domain.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Everything there is to say about one domain: what the table has, and what the functions see at this moment. WP-CLI and
 * the abilities show the same.
 */
final class Closte_Domain_Sync_Domain_Status {

	/**
	 * Everything about a domain.
	 *
	 * @param string $domain Domain in its normal form.
	 * @return array `outcome` as Outcome has it; `site_id`, `wanted`, `event`, `stage`, `since`, `message` from the table and
	 *               `status_url`, all null where the table does not have the domain; `checked_at`, `verdict`, `sentence`,
	 *               `problems`, `actions` and `turn`, who has to do something, as the page has them, and `error`, why the
	 *               functions did not say it.
	 */
	public static function of( $domain ) {
		$row  = Closte_Domain_Sync_Domain_Table::row( $domain );
		$seen = $row ? Closte_Domain_Sync_Functions_Client::status_of( $domain ) : array();
		return array(
			'domain'  => $domain,
			'outcome' => Closte_Domain_Sync_Outcome::of( $row ),
		) + self::in_table( $row ) + self::on_page( is_wp_error( $seen ) ? array() : $seen ) + array(
			'error' => is_wp_error( $seen ) ? $seen->get_error_message() : null,
		);
	}

	/**
	 * What the table has.
	 *
	 * @param object|null $row Row.
	 * @return array
	 */
	public static function in_table( $row ) {
		$has_stage = $row && '' !== $row->stage;
		return array(
			'site_id'    => $row ? (int) $row->site_id : null,
			'wanted'     => $row ? $row->wanted : null,
			'event'      => $row ? $row->state : null,
			'stage'      => $has_stage ? $row->stage : null,
			'since'      => $row ? Closte_Domain_Sync_Rest_Routes::rfc3339( $row->updated_at ) : null,
			'message'    => $row ? $row->message : null,
			'status_url' => $row ? Closte_Domain_Sync_Status_Link::url( $row->domain ) : null,
		);
	}

	/**
	 * What the page has.
	 *
	 * @param array $seen What the functions said; empty if they said nothing.
	 * @return array
	 */
	private static function on_page( array $seen ) {
		return array(
			'checked_at' => $seen['checked_at'] ?? null,
			'verdict'    => $seen['verdict'] ?? null,
			'sentence'   => $seen['sentence'] ?? null,
			'problems'   => $seen['problems'] ?? array(),
			'actions'    => isset( $seen['actions'] ) && is_array( $seen['actions'] ) ? $seen['actions'] : array(),
			'turn'       => isset( $seen['turn'] ) && is_string( $seen['turn'] ) ? $seen['turn'] : null,
		);
	}
}
