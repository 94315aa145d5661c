<?php
/**
 * How far a domain is.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * How far a domain is on its way to being mapped, or to being taken back: its stage. All that decides about it is here,
 * and what writes the first one. Stage_Report takes the later ones, which the functions report.
 *
 * The table has the latest stage. The record of Ultimate Multisite has what changes_to_record() lets through.
 */
final class Closte_Domain_Sync_Stage {

	/**
	 * How a stage is written. The functions may know stages that this plugin does not.
	 */
	const PATTERN = '/^[a-z][a-z-]{0,39}$/D';

	/**
	 * How far each stage is; an empty text is none. Every other stage is final. All final ones are equally far: a domain
	 * that failed may be done later, and the other way round.
	 */
	const COURSE = array(
		''                  => 0,
		'adding-domain'     => 1,
		'removing-domain'   => 1,
		'checking-dns'      => 2,
		'checking-ssl-cert' => 3,
	);
	const END    = 4;

	/**
	 * The problems of a report that say why Closte gives no alias.
	 */
	const ALIAS_PROBLEMS = array( 'held-elsewhere', 'rejected-by-closte' );

	/**
	 * The stages of a mapping that is being taken back.
	 */
	const OF_REMOVAL = array( 'removing-domain', 'removed' );

	/**
	 * The stages that Ultimate Multisite knows. It shows the site under the domain while the stage is one of SERVED.
	 */
	const OF_RECORD = array( 'checking-dns', 'checking-ssl-cert', 'done', 'done-without-ssl', 'failed', 'ssl-failed' );
	const SERVED    = array( 'done', 'done-without-ssl' );

	/**
	 * Whether a text can be a stage.
	 *
	 * @param mixed $text Text.
	 * @return bool
	 */
	public static function is_stage( $text ) {
		return is_string( $text ) && 1 === preg_match( self::PATTERN, $text );
	}

	/**
	 * The wish that a stage belongs to.
	 *
	 * @param string $stage Stage.
	 * @return string Domain_Table::MAPPED or REMOVED.
	 */
	public static function wish_of( $stage ) {
		return in_array( $stage, self::OF_REMOVAL, true ) ? Closte_Domain_Sync_Domain_Table::REMOVED : Closte_Domain_Sync_Domain_Table::MAPPED;
	}

	/**
	 * Whether a report came too late. Reports may overtake each other: one of an earlier stage than the table has is too
	 * late, unless the mapping begins anew with it.
	 *
	 * @param string $stage   Stage of the report.
	 * @param string $current Stage that the table has.
	 * @param bool   $anew    Whether the mapping begins anew.
	 * @return bool
	 */
	public static function is_late( $stage, $current, $anew ) {
		return ! $anew && ( self::COURSE[ $stage ] ?? self::END ) < ( self::COURSE[ $current ] ?? self::END );
	}

	/**
	 * Whether a domain that is in a stage has its alias at Closte.
	 *
	 * @param string $stage Stage.
	 * @return bool
	 */
	public static function is_past_alias( $stage ) {
		return in_array( $stage, array( 'checking-dns', 'checking-ssl-cert', 'done' ), true );
	}

	/**
	 * What stands in the way of an alias at Closte after a report: what a visit found, until another report follows, or why
	 * the event was refused.
	 *
	 *     Event     Report says                               Remembered
	 *     any       failed, of a problem in ALIAS_PROBLEMS    that problem
	 *     refused   anything else                             why it was refused
	 *     any       anything else                             nothing
	 *
	 * @param string $refusal  What is remembered.
	 * @param string $delivery How far the delivery of the event is.
	 * @param string $stage    Stage of the report.
	 * @param string $problem  Code of its worst problem; empty if there is none.
	 * @return string
	 */
	public static function refusal_after( $refusal, $delivery, $stage, $problem ) {
		if ( 'failed' === $stage && in_array( $problem, self::ALIAS_PROBLEMS, true ) ) {
			return $problem;
		}
		return Closte_Domain_Sync_Event_Queue::REFUSED === $delivery ? $refusal : '';
	}

	/**
	 * The stage that the functions begin with, as they say when they take an event. `unmap` names none if there is
	 * nothing left to do.
	 *
	 * @param string $wanted Domain_Table::MAPPED or REMOVED.
	 * @param mixed  $answer JSON of their answer.
	 * @return string Empty if they name none.
	 */
	public static function first_stage( $wanted, $answer ) {
		$stage = isset( $answer['next']['stage'] ) ? $answer['next']['stage'] : '';
		if ( '' === $stage && Closte_Domain_Sync_Domain_Table::REMOVED === $wanted ) {
			return 'removed';
		}
		return self::is_stage( $stage ) ? $stage : '';
	}

	/**
	 * The stage of a record in which a domain is that is in a stage. Ultimate Multisite knows none for an alias that is to
	 * be added: its first one, so that a record does not say "failed" while the functions try again.
	 *
	 * @param string $stage Stage.
	 * @return string Empty if a record can have none for it.
	 */
	public static function on_record( $stage ) {
		$stage = 'adding-domain' === $stage ? self::OF_RECORD[0] : $stage;
		return in_array( $stage, self::OF_RECORD, true ) ? $stage : '';
	}

	/**
	 * What a report changes on a record of Ultimate Multisite. A site is shown under its domain only while the record is
	 * in one of the stages SERVED, and no report takes a site off the air.
	 *
	 *     Record has         Report says                      Record gets
	 *     done               done-without-ssl, failed, …      no other stage: what was found stands in the table
	 *     done-without-ssl   done                             done
	 *     done-without-ssl   checking-dns, ssl-failed, …      no other stage
	 *     any other          adding-domain                    checking-dns
	 *     any other          any that it can have             that stage
	 *     any                what came too late               nothing
	 *     any                a stage that it cannot have      nothing
	 *
	 * The record's flag for HTTPS is raised by a report, never lowered.
	 *
	 * @param string $stage     Stage of the report.
	 * @param bool   $secure    Whether the report says that HTTPS works.
	 * @param bool   $is_late   Whether the report came too late.
	 * @param string $on_record Stage that the record has.
	 * @param bool   $is_secure Whether the record has the flag.
	 * @return array `stage` and `secure` as they are to become; empty if nothing changes.
	 */
	public static function changes_to_record( $stage, $secure, $is_late, $on_record, $is_secure ) {
		$stage = self::on_record( $stage );
		if ( $is_late || '' === $stage ) {
			return array();
		}
		$changes = array();
		if ( $stage !== $on_record && ( ! in_array( $on_record, self::SERVED, true ) || 'done' === $stage ) ) {
			$changes['stage'] = $stage;
		}
		if ( ( 'done' === $stage || $secure ) && ! $is_secure ) {
			$changes['secure'] = true;
		}
		return $changes;
	}

	/**
	 * Writes down the stage that the functions begin with, on the record too: it may still have the end of a mapping before.
	 *
	 * @param object $row    The row as it was claimed.
	 * @param mixed  $answer JSON with which they took its event.
	 */
	public static function begin_with_answer( $row, $answer ) {
		$stage = self::first_stage( $row->wanted, $answer );
		$at    = Closte_Domain_Sync_Current_Mapping::seconds_of( $answer['next']['scheduled_for'] ?? '' );
		if ( '' !== $stage && self::begin( $row, $stage, (int) $at ) && Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted ) {
			Closte_Domain_Sync_Stage_Report::show_on_record( $row, $stage, false, false );
		}
	}

	/**
	 * Takes over the stage that a record of Ultimate Multisite had before there was a row.
	 *
	 * @param object $record Record with domain and stage, as Ultimate Multisite's table has it.
	 */
	public static function begin_with_record( $record ) {
		$row = Closte_Domain_Sync_Domain_Table::row( Closte_Domain_Sync_Domain_Name::normalise( $record->domain ) );
		if ( $row && Closte_Domain_Sync_Event_Queue::SENT === $row->state && self::is_stage( $record->stage ) ) {
			self::begin( $row, $record->stage );
			if ( in_array( $record->stage, self::SERVED, true ) ) {
				Closte_Domain_Sync_Domain_Table::note( $row->domain, array( 'done_record' => (int) $record->id ) );
			}
		}
	}

	/**
	 * Writes down the first stage of a mapping, unless a later one was reported already. What was said about attempts
	 * that failed is over with it.
	 *
	 * @param object $row          Row.
	 * @param string $stage        Stage.
	 * @param int    $next_look_at When somebody looks at it, in Unix seconds; 0 if nobody said.
	 * @return bool Whether it was written down.
	 */
	private static function begin( $row, $stage, $next_look_at = 0 ) {
		global $wpdb;
		$changes = array(
			'stage'        => $stage,
			'message'      => '',
			'refusal'      => '',
			'next_look_at' => $next_look_at,
			'updated_at'   => time(),
		);
		$where   = array(
			'domain'   => $row->domain,
			'event_id' => $row->event_id,
			'stage'    => '',
		);
		return (bool) $wpdb->update( Closte_Domain_Sync_Schema::domains(), $changes, $where );
	}
}
