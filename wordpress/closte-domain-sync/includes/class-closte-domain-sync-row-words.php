<?php
/**
 * A row in words.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Says in words what a row of the table says, for the list in the network admin and for a site's dashboard.
 */
final class Closte_Domain_Sync_Row_Words {

	/**
	 * What is wanted of it.
	 *
	 * @param object $row Row.
	 * @return string
	 */
	public static function wanted( $row ) {
		return Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted ? __( 'Mapped', 'closte-domain-sync' ) : __( 'Taken back', 'closte-domain-sync' );
	}

	/**
	 * How far it is.
	 *
	 * @param object $row Row.
	 * @return string
	 */
	public static function stage( $row ) {
		if ( Closte_Domain_Sync_Event_Queue::REFUSED === $row->state ) {
			return __( 'Refused by the functions', 'closte-domain-sync' );
		}
		if ( Closte_Domain_Sync_Event_Queue::WAITING === $row->state ) {
			return __( 'Waiting to be told to the functions', 'closte-domain-sync' );
		}
		return '' === $row->stage ? __( 'Known to the functions', 'closte-domain-sync' ) : self::of_stage( $row->stage );
	}

	/**
	 * A stage.
	 *
	 * @param string $stage Stage.
	 * @return string The stage itself, if it is one that this plugin does not know.
	 */
	public static function of_stage( $stage ) {
		$words = array(
			'adding-domain'     => __( 'Being added at Closte', 'closte-domain-sync' ),
			'checking-dns'      => __( 'Waiting for the DNS', 'closte-domain-sync' ),
			'checking-ssl-cert' => __( 'Waiting for the certificate', 'closte-domain-sync' ),
			'done'              => __( 'Works', 'closte-domain-sync' ),
			'done-without-ssl'  => __( 'Works, without HTTPS', 'closte-domain-sync' ),
			'failed'            => __( 'Failed', 'closte-domain-sync' ),
			'ssl-failed'        => __( 'Failed: no good certificate', 'closte-domain-sync' ),
			'cancelled'         => __( 'Not followed any more', 'closte-domain-sync' ),
			'removing-domain'   => __( 'Being removed at Closte', 'closte-domain-sync' ),
			'removed'           => __( 'Removed at Closte', 'closte-domain-sync' ),
		);
		return $words[ $stage ] ?? $stage;
	}

	/**
	 * That a domain is left alone.
	 *
	 * @param string $domain Domain.
	 * @return string
	 */
	public static function left_alone( $domain ) {
		/* translators: %s: domain. */
		return sprintf( __( '%s is left alone: the switch of the Closte integration in Ultimate Multisite is off.', 'closte-domain-sync' ), $domain );
	}

	/**
	 * What is wrong with it, or what was said of it last while it is not settled.
	 *
	 * @param object $row Row.
	 * @return string Empty if there is nothing to say.
	 */
	public static function problem( $row ) {
		if ( ! Closte_Domain_Sync_Switch::follows_row( $row ) ) {
			return self::left_alone( $row->domain );
		}
		$group = Closte_Domain_Sync_Stage_Group::of( $row->wanted, $row->state, $row->stage );
		// What works has nothing wrong with it, and its message says no more than that.
		return Closte_Domain_Sync_Stage_Group::WORKING === $group || 'removed' === $row->stage ? '' : $row->message;
	}

	/**
	 * When somebody looks at it next: the time that the functions gave, as long as it lies ahead. They report news only, so
	 * that after it only how often is known.
	 *
	 * @param object $row Row.
	 * @param int    $now Unix seconds.
	 * @return string
	 */
	public static function next_look( $row, $now ) {
		if ( Closte_Domain_Sync_Event_Queue::WAITING === $row->state ) {
			/* translators: %s: point in time. */
			return (int) $row->next_try > $now ? sprintf( __( 'Told again: %s', 'closte-domain-sync' ), self::moment( $row->next_try ) ) : __( 'Told within minutes', 'closte-domain-sync' );
		}
		return (int) $row->next_look_at > $now && Closte_Domain_Sync_Event_Queue::REFUSED !== $row->state ? self::moment( $row->next_look_at ) : self::how_often( $row );
	}

	/**
	 * How often somebody looks at it.
	 *
	 * @param object $row Row.
	 * @return string
	 */
	private static function how_often( $row ) {
		if ( Closte_Domain_Sync_Event_Queue::REFUSED === $row->state ) {
			return in_array( $row->refusal, Closte_Domain_Sync_Event_Queue::PASSING, true ) ? __( 'Told again once a day', 'closte-domain-sync' ) : __( 'Not by itself', 'closte-domain-sync' );
		}
		// The waits are those of the functions' retry schedule; a settled domain has its daily check.
		$words = array(
			'adding-domain'     => __( 'Every few seconds at first, later every hour', 'closte-domain-sync' ),
			'removing-domain'   => __( 'Every few seconds at first, later every hour', 'closte-domain-sync' ),
			'checking-dns'      => __( 'Every few minutes at first, later every hour, after two days every 4 hours', 'closte-domain-sync' ),
			'checking-ssl-cert' => __( 'Every few minutes at first, later every hour', 'closte-domain-sync' ),
			'done'              => __( 'Once a day', 'closte-domain-sync' ),
			'done-without-ssl'  => __( 'Once a day', 'closte-domain-sync' ),
			'failed'            => __( 'Once a day', 'closte-domain-sync' ),
			'ssl-failed'        => __( 'Once a day', 'closte-domain-sync' ),
			''                  => Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted ? __( 'Within about a day', 'closte-domain-sync' ) : __( 'Not any more', 'closte-domain-sync' ),
			'cancelled'         => __( 'Within about a day', 'closte-domain-sync' ),
			'removed'           => __( 'Not any more', 'closte-domain-sync' ),
		);
		return $words[ $row->stage ] ?? __( 'Not known', 'closte-domain-sync' );
	}

	/**
	 * Since when it is so.
	 *
	 * @param object $row Row.
	 * @return string
	 */
	public static function since( $row ) {
		return self::moment( $row->updated_at );
	}

	/**
	 * How long it is so.
	 *
	 * @param object $row Row.
	 * @param int    $now Unix seconds.
	 * @return string
	 */
	public static function for_how_long( $row, $now ) {
		/* translators: %s: a span of time such as "5 minutes". */
		return sprintf( __( 'for %s', 'closte-domain-sync' ), human_time_diff( (int) $row->updated_at, max( $now, (int) $row->updated_at ) ) );
	}

	/**
	 * A point in time as the site shows it.
	 *
	 * @param int|string $time Unix seconds.
	 * @return string
	 */
	private static function moment( $time ) {
		return wp_date( 'Y-m-d H:i', (int) $time );
	}
}
