<?php
/**
 * A report of the functions.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What the functions report of a domain: how far it is. Here a report is read and written down, in the table and on the
 * record of Ultimate Multisite. Stage decides what it may change, Current_Mapping whether it counts.
 */
final class Closte_Domain_Sync_Stage_Report {

	/**
	 * How many characters of a report's message are kept.
	 */
	const MAX_MESSAGE = 2000;

	/**
	 * What became of a report: it was noted, it came too late, there is a newer wish by now, or the database would not
	 * take it.
	 */
	const NOTED     = 'noted';
	const LATE      = 'late';
	const OVERTAKEN = 'overtaken';
	const FAILED    = 'failed';

	/**
	 * The report in the body of a request.
	 *
	 * @param array $body JSON of the request.
	 * @return array|null Domain in its normal form, `stage`, `secure`, `message`, `anew`, `event`, `problem` and `mapping_id`
	 *                    (each empty if it has none), `mapped_at` and `next_look_at` in Unix seconds (null if it has none), and
	 *                    `not_needed` (null if Closte was not asked); null if a field is missing or wrong.
	 */
	public static function read( array $body ) {
		$body += array(
			'domain'       => '',
			'stage'        => '',
			'secure'       => false,
			'message'      => '',
			'anew'         => false,
			'event'        => '',
			'problem'      => '',
			'mapping_id'   => '',
			'mapped_at'    => '',
			'next_look_at' => '',
			'not_needed'   => null,
		);

		$domain       = Closte_Domain_Sync_Domain_Name::normalise( $body['domain'] );
		$mapped_at    = Closte_Domain_Sync_Current_Mapping::seconds_of( $body['mapped_at'] );
		$next_look_at = Closte_Domain_Sync_Current_Mapping::seconds_of( $body['next_look_at'] );
		$is_good      = '' !== $domain && Closte_Domain_Sync_Stage::is_stage( $body['stage'] )
			&& is_bool( $body['secure'] ) && is_string( $body['message'] ) && is_bool( $body['anew'] )
			&& is_string( $body['event'] ) && is_string( $body['problem'] ) && is_string( $body['mapping_id'] ) && false !== $mapped_at && false !== $next_look_at
			&& ( null === $body['not_needed'] || is_bool( $body['not_needed'] ) );
		return $is_good ? array_merge( $body, compact( 'domain', 'mapped_at', 'next_look_at' ) ) : null;
	}

	/**
	 * Takes a report.
	 *
	 * @param array|null $report Report as read() gives it.
	 * @return array|WP_Error `domain`, `stage`, and what became of the `record`.
	 */
	public static function take( $report ) {
		if ( ! $report ) {
			return self::refusal( 'invalid-request', __( 'A domain and a stage are needed; secure, anew and not_needed are true or false, message, event, problem and mapping_id are texts, and mapped_at and next_look_at are times.', 'closte-domain-sync' ), 400 );
		}
		if ( '' !== $report['mapping_id'] ) {
			Closte_Domain_Sync_Current_Mapping::an_id_came();
		} elseif ( Closte_Domain_Sync_Current_Mapping::ids_have_come() ) {
			return self::refusal( 'invalid-request', __( 'A mapping_id is needed.', 'closte-domain-sync' ), 400 );
		}
		$row = Closte_Domain_Sync_Domain_Table::row( $report['domain'] );
		if ( Closte_Domain_Sync_Database::last_failure() ) {
			return self::refusal( 'database-error', Closte_Domain_Sync_Database::last_failure(), 500 );
		}
		if ( ! $row ) {
			return self::refusal( 'unknown-domain', __( 'The network never had this domain.', 'closte-domain-sync' ), 404 );
		}
		$noted = Closte_Domain_Sync_Current_Mapping::is_reported_by( $row, $report['mapping_id'], $report['mapped_at'] )
			? self::note( $row, $report )
			: self::OVERTAKEN;
		if ( self::FAILED === $noted ) {
			return self::refusal( 'not-noted', __( 'The database did not take the stage.', 'closte-domain-sync' ), 500 );
		}
		if ( self::OVERTAKEN === $noted ) {
			return self::refusal( 'overtaken', __( 'The network wants something else of this domain by now.', 'closte-domain-sync' ), 409 );
		}
		$record = self::show_on_record( $row, $report['stage'], $report['secure'], self::LATE === $noted );
		if ( is_wp_error( $record ) ) {
			return self::refusal( 'record-not-saved', $record->get_error_message(), 500 );
		}
		return array(
			'domain' => $report['domain'],
			'stage'  => $report['stage'],
			'record' => $record,
		);
	}

	/**
	 * A message of which so much is kept.
	 *
	 * @param string $message Message.
	 * @return string With an ellipsis where it is not the whole.
	 */
	private static function shortened( $message ) {
		return mb_strlen( $message ) <= self::MAX_MESSAGE ? $message : mb_substr( $message, 0, self::MAX_MESSAGE - 1 ) . '…';
	}

	/**
	 * Writes the stage of a report into the table, as long as the domain is wanted as it was, and with it what a person is
	 * to be told. A report of the stage that the table has brings only what there is to say about it by now.
	 *
	 * @param object $row    The row as it was read.
	 * @param array  $report Report as read() gives it.
	 * @return string NOTED, LATE, OVERTAKEN or FAILED.
	 */
	public static function note( $row, array $report ) {
		$stage        = $report['stage'];
		$message      = self::shortened( $report['message'] );
		$next_look_at = (int) $report['next_look_at'];

		if ( Closte_Domain_Sync_Stage::wish_of( $stage ) !== $row->wanted ) {
			return self::OVERTAKEN;
		}
		for ( $tries = 5; $tries > 0; --$tries ) {
			$current = Closte_Domain_Sync_Domain_Table::row( $row->domain );
			if ( Closte_Domain_Sync_Database::last_failure() ) {
				return self::FAILED;
			}
			if ( ! $current || $current->event_id !== $row->event_id ) {
				return self::OVERTAKEN;
			}
			if ( Closte_Domain_Sync_Stage::is_late( $stage, $current->stage, $report['anew'] ) ) {
				return self::LATE;
			}
			list( $notice, $told ) = Closte_Domain_Sync_Notice::after( $current->told, $current->stage, $stage, $report['event'] );

			$changes = compact( 'stage', 'message', 'next_look_at', 'told' ) + array( 'heard_at' => time() );
			if ( $report['anew'] || $current->stage !== $stage ) {
				$changes['updated_at'] = time();
			}
			$changes += self::changes_to_delivery( $current, $stage, $report['problem'] );
			if ( null !== $report['not_needed'] ) {
				$changes['not_needed'] = (int) $report['not_needed'];
			}

			$where = array(
				'domain'   => $row->domain,
				'event_id' => $row->event_id,
				'stage'    => $current->stage,
				'told'     => $current->told,
			);
			// An update that changes nothing counts no row, like one that came too late.
			if ( ! array_diff_assoc( $changes, (array) $current ) || Closte_Domain_Sync_Notice_Queue::change_row( $row, $changes, $where, $notice ) ) {
				if ( '' !== $notice ) {
					Closte_Domain_Sync_Schedule::after_this_request();
				}
				return self::NOTED;
			}
		}
		return self::FAILED;
	}

	/**
	 * What a report says of the event by which the domain was mapped, and of the alias. What is the same is not written: the
	 * sender may be at the row.
	 *
	 * @param object $current The row as it is.
	 * @param string $stage   Stage of the report.
	 * @param string $problem Code of its worst problem; empty if there is none.
	 * @return array New values by columns.
	 */
	private static function changes_to_delivery( $current, $stage, $problem ) {
		// They refused the event, and follow the domain all the same: reconcile has begun by itself.
		$is_taken = Closte_Domain_Sync_Event_Queue::REFUSED === $current->state && Closte_Domain_Sync_Stage::is_past_alias( $stage );
		$state    = $is_taken ? Closte_Domain_Sync_Event_Queue::SENT : $current->state;
		$refusal  = Closte_Domain_Sync_Stage::refusal_after( $current->refusal, $state, $stage, $problem );
		return array_diff_assoc( compact( 'state', 'refusal' ), (array) $current );
	}

	/**
	 * Puts a report on the record of Ultimate Multisite, unless the domain is left alone.
	 *
	 * @param object $row     Row of the domain.
	 * @param string $stage   Stage.
	 * @param bool   $secure  Whether HTTPS works.
	 * @param bool   $is_late Whether the report came too late.
	 * @return string|WP_Error What became of the record: saved, unchanged, or none if there is no record that could have
	 *                         this stage.
	 */
	public static function show_on_record( $row, $stage, $secure, $is_late ) {
		$record = Closte_Domain_Sync_Ultimate_Multisite::find_record( $row->domain );
		if ( ! $is_late && ( ! $record || '' === Closte_Domain_Sync_Stage::on_record( $stage ) ) ) {
			return 'none';
		}
		if ( ! $record || ! Closte_Domain_Sync_Switch::follows( $row->source ) ) {
			return 'unchanged';
		}
		$changes = Closte_Domain_Sync_Stage::changes_to_record( $stage, $secure, $is_late, $record->get_stage(), $record->is_secure() );
		if ( ! $changes ) {
			Closte_Domain_Sync_Promotion::look_at( $row, $record );
			return 'unchanged';
		}
		$saved = Closte_Domain_Sync_Promotion::save( $row, $record, $changes );
		return is_wp_error( $saved ) ? $saved : 'saved';
	}

	/**
	 * An error as the routes answer it.
	 *
	 * @param string $code    For a program.
	 * @param string $message For a person.
	 * @param int    $status  HTTP status.
	 * @return WP_Error
	 */
	private static function refusal( $code, $message, $status ) {
		return Closte_Domain_Sync_Rest_Routes::refusal( $code, $message, $status );
	}
}
