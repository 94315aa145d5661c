<?php
/**
 * What can be done on the list of the domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Does what somebody asked for on the list, and leads back to it: what is done once is not done again by loading the page
 * anew.
 */
final class Closte_Domain_Sync_List_Actions {

	/**
	 * The actions. Each has a nonce of its own, the first one that of WordPress's lists.
	 */
	const CHECK_AGAIN = 'check-again';
	const MAP         = 'closte-sync-map';
	const UNMAP       = 'closte-sync-unmap';
	const SET         = 'closte-sync-set';
	const EXPORT      = 'closte-sync-export';

	/**
	 * The action of the nonce of WordPress's lists.
	 */
	const NONCE_OF_LIST = 'bulk-domains';

	/**
	 * Does what is asked for, if anything is. It does not come back then.
	 */
	public static function handle() {
		$action = self::asked_for();
		if ( '' === $action ) {
			return;
		}
		check_admin_referer( self::CHECK_AGAIN === $action ? self::NONCE_OF_LIST : $action );
		if ( ! current_user_can( Closte_Domain_Sync_List_Screen::CAPABILITY ) ) {
			wp_die( esc_html__( 'You may not do that.', 'closte-domain-sync' ), 403 );
		}
		if ( self::EXPORT === $action ) {
			Closte_Domain_Sync_Csv_Export::send( Closte_Domain_Sync_Domain_Query::asked_for( wp_unslash( $_GET ) ) );
			exit;
		}
		try {
			self::go_back( self::done( $action, wp_unslash( $_REQUEST ) ) );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			self::go_back( array( 'came' => Closte_Domain_Sync_List_Notices::COULD_NOT_LOOK ) );
		}
	}

	/**
	 * The address that has a domain looked at again.
	 *
	 * @param string $domain Domain.
	 * @return string
	 */
	public static function check_url( $domain ) {
		$fields = array(
			'action'    => self::CHECK_AGAIN,
			'domains[]' => $domain,
		);
		return wp_nonce_url( Closte_Domain_Sync_List_Screen::url( $fields ), self::NONCE_OF_LIST );
	}

	/**
	 * The address that exports what a query finds.
	 *
	 * @param Closte_Domain_Sync_Domain_Query $query Query.
	 * @return string
	 */
	public static function export_url( Closte_Domain_Sync_Domain_Query $query ) {
		$fields = array_filter(
			array(
				'action'  => self::EXPORT,
				'group'   => $query->group,
				's'       => $query->search,
				'site_id' => $query->site_id,
			)
		);
		return wp_nonce_url( Closte_Domain_Sync_List_Screen::url( $fields ), self::EXPORT );
	}

	/**
	 * The action that is asked for. The list has two choices of it, above and below its rows.
	 *
	 * @return string Empty if there is none.
	 */
	private static function asked_for() {
		foreach ( array( 'action', 'action2' ) as $field ) {
			$action = isset( $_REQUEST[ $field ] ) && is_string( $_REQUEST[ $field ] ) ? wp_unslash( $_REQUEST[ $field ] ) : '';
			if ( in_array( $action, array( self::CHECK_AGAIN, self::MAP, self::UNMAP, self::SET, self::EXPORT ), true ) ) {
				return $action;
			}
		}
		return '';
	}

	/**
	 * Does it.
	 *
	 * @param string $action Action.
	 * @param array  $fields Fields of the request.
	 * @return array Fields that tell what came of it.
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	private static function done( $action, array $fields ) {
		switch ( $action ) {
			case self::CHECK_AGAIN:
				return self::check_again( isset( $fields['domains'] ) ? (array) $fields['domains'] : array() );
			case self::SET:
				Closte_Domain_Sync_Owner_Widget::let_owners_see( ! empty( $fields['owners_see'] ) );
				return array( 'came' => Closte_Domain_Sync_List_Notices::SAVED );
			case self::MAP:
				// A button beside a name says both in one field.
				$parts = preg_split( '/ /', self::text( $fields, 'companion' ) );
				$came  = isset( $parts[1] )
					? Closte_Domain_Sync_Operator_Mapping::map( $parts[1], absint( $parts[0] ) )
					: Closte_Domain_Sync_Operator_Mapping::map( self::text( $fields, 'domain' ), absint( self::text( $fields, 'site' ) ) );
				break;
			default:
				$came = Closte_Domain_Sync_Operator_Mapping::unmap( self::text( $fields, 'domain' ) );
		}
		return array(
			'came'    => $came['outcome'],
			'name'    => $came['name'],
			'of_site' => $came['site_id'],
		);
	}

	/**
	 * Has domains looked at again, as the command retry does.
	 *
	 * @param array $domains Domains.
	 * @return array Fields that tell what came of it.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	private static function check_again( array $domains ) {
		if ( ! Closte_Domain_Sync_Identity::is_the_network() ) {
			return array( 'came' => Closte_Domain_Sync_List_Notices::NOT_NETWORK );
		}
		$names = array_unique( array_map( array( 'Closte_Domain_Sync_Domain_Name', 'normalise' ), $domains ) );
		$rows  = array_filter( Closte_Domain_Sync_Domain_Table::rows( $names ), array( 'Closte_Domain_Sync_Switch', 'follows_row' ) );
		array_map( array( 'Closte_Domain_Sync_Event_Queue', 'renew' ), array_column( $rows, 'domain' ) );
		if ( $rows ) {
			Closte_Domain_Sync_Schedule::after_this_request();
		}
		return array(
			'came'  => Closte_Domain_Sync_List_Notices::CHECKED,
			'count' => count( $rows ),
		);
	}

	/**
	 * A field as text.
	 *
	 * @param array  $fields Fields of the request.
	 * @param string $name   Name of the field.
	 * @return string Empty if it is none.
	 */
	private static function text( array $fields, $name ) {
		return isset( $fields[ $name ] ) && is_string( $fields[ $name ] ) ? trim( $fields[ $name ] ) : '';
	}

	/**
	 * Leads back to the list as it was, and tells what came of it.
	 *
	 * @param array $told Fields that tell it.
	 */
	private static function go_back( array $told ) {
		$from = wp_get_referer();
		$drop = array_merge( Closte_Domain_Sync_List_Screen::PASSING, array( 'action', 'action2', 'domains', '_wpnonce', 'unmap' ) );
		$base = $from ? remove_query_arg( $drop, $from ) : Closte_Domain_Sync_List_Screen::url();
		wp_safe_redirect( add_query_arg( urlencode_deep( $told ), $base ) );
		exit;
	}
}
