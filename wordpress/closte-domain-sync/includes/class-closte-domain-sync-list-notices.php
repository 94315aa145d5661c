<?php
/**
 * What the list of the domains says above its rows.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What the list says above its rows: what came of an action, what keeps the plugin from working, and what runs.
 */
final class Closte_Domain_Sync_List_Notices {

	/**
	 * What can come of an action besides what Operator_Mapping knows.
	 */
	const CHECKED        = 'checked';
	const SAVED          = 'saved';
	const NOT_NETWORK    = 'not-network';
	const COULD_NOT_LOOK = 'could-not-look';

	/**
	 * Shows all of them.
	 */
	public static function show() {
		list( $said, $is_good ) = self::of_action();
		self::notice( $said, $is_good ? 'success is-dismissible' : 'error is-dismissible' );
		foreach ( Closte_Domain_Sync_Settings::faults() as $fault ) {
			self::notice( $fault, 'error' );
		}
		if ( Closte_Domain_Sync_Settings::are_complete() ) {
			foreach ( Closte_Domain_Sync_Identity::facts() as $fact ) {
				self::notice( $fact, 'warning' );
			}
			self::notice( Closte_Domain_Sync_Database::trouble(), 'error' );
		}
	}

	/**
	 * What runs, in short. Site Health says more.
	 *
	 * @return string HTML.
	 */
	public static function what_runs() {
		$times  = Closte_Domain_Sync_What_Runs::times();
		$waits  = Closte_Domain_Sync_Event_Queue::census( Closte_Domain_Sync_Event_Queue::WAITING )[0];
		$facts  = array(
			/* translators: %s: a span of time such as "5 minutes ago", or "never". */
			sprintf( __( 'Last sweep: %s.', 'closte-domain-sync' ), self::ago( $times[ Closte_Domain_Sync_What_Runs::SWEPT ] ?? 0 ) ),
			/* translators: %s: a span of time such as "5 minutes ago", or "never". */
			sprintf( __( 'Last event delivered: %s.', 'closte-domain-sync' ), self::ago( $times[ Closte_Domain_Sync_What_Runs::DELIVERED ] ?? 0 ) ),
			/* translators: %s: number of events. */
			sprintf( _n( '%s event waits.', '%s events wait.', $waits, 'closte-domain-sync' ), number_format_i18n( $waits ) ),
		);
		$health = sprintf( '<a href="%s">%s</a>', esc_url( get_admin_url( get_main_site_id( get_main_network_id() ), 'site-health.php' ) ), esc_html__( 'Site Health says more', 'closte-domain-sync' ) );
		return esc_html( implode( ' ', $facts ) ) . ' ' . $health;
	}

	/**
	 * How long ago something happened.
	 *
	 * @param int $time Unix seconds; 0 for never.
	 * @return string
	 */
	private static function ago( $time ) {
		/* translators: %s: a span of time such as "5 minutes". */
		return $time ? sprintf( __( '%s ago', 'closte-domain-sync' ), human_time_diff( $time, max( $time, time() ) ) ) : __( 'never', 'closte-domain-sync' );
	}

	/**
	 * What came of the action that the address tells of.
	 *
	 * @return array{0: string, 1: bool} Sentence, empty if there was none; and whether it was done.
	 */
	private static function of_action() {
		$fields = array_filter( wp_unslash( $_GET ), 'is_scalar' ) + array(
			'came'    => '',
			'name'    => '',
			'of_site' => 0,
			'count'   => 0,
		);
		$count  = absint( $fields['count'] );
		$words  = array(
			/* translators: %s: number of domains. */
			self::CHECKED        => sprintf( _n( '%s domain will be looked at again within minutes.', '%s domains will be looked at again within minutes.', $count, 'closte-domain-sync' ), number_format_i18n( $count ) ),
			self::SAVED          => __( 'The setting was saved.', 'closte-domain-sync' ),
			self::NOT_NETWORK    => __( 'Nothing was done: this installation is not the network that the functions know.', 'closte-domain-sync' ),
			self::COULD_NOT_LOOK => __( 'Nothing was done: WordPress could not look what is wanted. Site Health says why.', 'closte-domain-sync' ),
		);
		if ( isset( $words[ $fields['came'] ] ) ) {
			return array( $words[ $fields['came'] ], self::SAVED === $fields['came'] || ( self::CHECKED === $fields['came'] && $count ) );
		}
		$came = array(
			'outcome' => $fields['came'],
			'name'    => sanitize_text_field( $fields['name'] ),
			'site_id' => absint( $fields['of_site'] ),
		);
		return array( Closte_Domain_Sync_Operator_Mapping::in_words( $came ), Closte_Domain_Sync_Operator_Mapping::is_done( $came['outcome'] ) );
	}

	/**
	 * One notice.
	 *
	 * @param string $said Sentence; empty for none.
	 * @param string $kind Classes behind notice-.
	 */
	private static function notice( $said, $kind ) {
		if ( '' !== $said ) {
			printf( '<div class="notice notice-%s"><p>%s</p></div>', esc_attr( $kind ), esc_html( $said ) );
		}
	}
}
