<?php
/**
 * The sender of webhook events.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Sends the webhook events that are due, one after another, and before them what there is to tell of the domains.
 */
final class Closte_Domain_Sync_Sender {

	/**
	 * After how many seconds an event is tried again, by the number of attempts that failed; afterwards daily.
	 */
	const WAITS = array( 60, 300, 1800, 7200, 43200, 86400 );

	/**
	 * After how many seconds a run begins no further event, so that it ends before the server loses its patience.
	 */
	const BUDGET = 20;

	/**
	 * How many characters of a message are kept: a few lines.
	 */
	const MAX_MESSAGE = 500;

	/**
	 * Sends until nothing is due, the time is up or the functions cannot be reached, and arranges the next run. If
	 * there is more to send, that run begins at once.
	 *
	 * @param int $budget Seconds after which no further event is begun.
	 * @return array{sent: int, waiting: int, refused: int} What became of the events of this run.
	 */
	public static function run( $budget = self::BUDGET ) {
		$counts = array_fill_keys( array( Closte_Domain_Sync_Event_Queue::SENT, Closte_Domain_Sync_Event_Queue::WAITING, Closte_Domain_Sync_Event_Queue::REFUSED ), 0 );
		$lease  = new Closte_Domain_Sync_Lease( 'send' );
		// Where another run is sending, it takes what is due with it.
		if ( ! self::may_send() || ! $lease->take() ) {
			return $counts;
		}
		$claim = bin2hex( random_bytes( 16 ) );
		$until = time() + $budget;
		$over  = false;
		// First, since there may be events to send for hours.
		$notices = new Closte_Domain_Sync_Notice_Sender( $lease );
		try {
			Closte_Domain_Sync_Schedule::guarded( array( $notices, 'run' ) );
			$pause = $notices->pause();
			$row   = $lease->take() ? Closte_Domain_Sync_Event_Queue::claim( $claim ) : null;
			while ( $row ) {
				list( $delivery, $is_silent ) = self::deliver( $row, $claim );
				if ( '' !== $delivery ) {
					++$counts[ $delivery ];
				}
				if ( $is_silent ) {
					// Every other event would wait for the same silence.
					$pause = self::wait_after( 0 );
					break;
				}
				$over = time() > $until || ! $lease->take();
				if ( $over ) {
					break;
				}
				$row = Closte_Domain_Sync_Event_Queue::claim( $claim );
			}
		} finally {
			$lease->give_back();
		}
		if ( $over || $notices->has_more() ) {
			Closte_Domain_Sync_Schedule::wake();
		}
		Closte_Domain_Sync_Schedule::arrange( $pause );
		return $counts;
	}

	/**
	 * Whether events may be sent, after what has to be done before any: what a new version does once, and the table that
	 * was lost.
	 *
	 * @return bool
	 */
	private static function may_send() {
		Closte_Domain_Sync_Update::run_once();
		Closte_Domain_Sync_Refill::run_if_needed();
		return Closte_Domain_Sync_Identity::is_the_network();
	}

	/**
	 * The functions have taken an event.
	 *
	 * @param object $row    Row as it was claimed.
	 * @param mixed  $answer JSON with which they took it.
	 */
	private static function delivered( $row, $answer ) {
		Closte_Domain_Sync_Stage::begin_with_answer( $row, $answer );
		Closte_Domain_Sync_Identity::functions_agreed();
		Closte_Domain_Sync_What_Runs::note( Closte_Domain_Sync_What_Runs::DELIVERED );
	}

	/**
	 * How long an event waits for its next attempt.
	 *
	 * @param int $failed How many attempts had failed before the latest one.
	 * @return int Seconds.
	 */
	public static function wait_after( $failed ) {
		return self::WAITS[ min( $failed, count( self::WAITS ) - 1 ) ];
	}

	/**
	 * Sends an event that was claimed, if it says what is wanted at this moment, and writes down what became of it. What
	 * another plugin throws on the way is an attempt that failed.
	 *
	 * @param object $row   Row as it was claimed.
	 * @param string $claim Name of the sender.
	 * @return array{0: string, 1: bool} What became of the event, empty if it was overtaken; and whether nobody answered.
	 */
	private static function deliver( $row, $claim ) {
		try {
			$wish = Closte_Domain_Sync_Truth::of( array( $row->domain ) )[ $row->domain ];
			if ( ! Closte_Domain_Sync_Switch::follows( $wish['source'] ?? $row->source ) ) {
				// It waits; with the source that it has by now, nobody takes it again.
				Closte_Domain_Sync_Event_Queue::settle( $row, $claim, array( 'source' => $wish['source'] ) );
				return array( '', false );
			}
			if ( ! Closte_Domain_Sync_Truth::agrees( $row, $wish ) ) {
				return array( self::give_way( $row, $claim ), false );
			}
			$row->network_id = null === $wish ? $row->network_id : $wish['network_id'];
			$response        = self::send( $row );
		} catch ( Throwable $e ) {
			/* translators: %s: what went wrong. */
			$response = new WP_Error( 'not-sent', sprintf( __( 'WordPress could not send it: %s', 'closte-domain-sync' ), $e->getMessage() ) );
		}
		$answer   = is_wp_error( $response ) ? null : json_decode( wp_remote_retrieve_body( $response ), true );
		$delivery = self::delivery_after( $row, $response, $answer );
		Closte_Domain_Sync_Event_Queue::settle( $row, $claim, self::changes_after( $row, $response, $delivery, $answer ) );
		if ( Closte_Domain_Sync_Event_Queue::SENT === $delivery ) {
			self::delivered( $row, $answer );
		}
		return array( $delivery, is_wp_error( $response ) );
	}

	/**
	 * Does not send an event that is not what is wanted any more. Another wish becomes another event; a removal is left to
	 * the sweep, which knows how many there are.
	 *
	 * @param object $row   Row as it was claimed.
	 * @param string $claim Name of the sender.
	 * @return string What became of the event: empty if another one took its place.
	 */
	private static function give_way( $row, $claim ) {
		$is_gone = 0 < Closte_Domain_Sync_Wishes::repair( array( $row ), 0 );
		if ( $is_gone && ! Closte_Domain_Sync_Sweep::state()['held'] ) {
			Closte_Domain_Sync_Sweep::begin_soon();
		}
		Closte_Domain_Sync_Event_Queue::settle(
			$row,
			$claim,
			array(
				'next_try' => time() + Closte_Domain_Sync_Schedule::SWEEP_SECONDS,
				'message'  => $is_gone ? __( 'WordPress does not want it any more; the next sweep takes it back.', 'closte-domain-sync' ) : $row->message,
			)
		);
		return $is_gone ? Closte_Domain_Sync_Event_Queue::WAITING : '';
	}

	/**
	 * Sends one event. The id stays the same with each attempt; time and signature are new.
	 *
	 * @param object $row Row.
	 * @return array|WP_Error Response of WordPress's HTTP client.
	 */
	private static function send( $row ) {
		$is_mapping = Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted;
		$body       = array(
			'type'           => $is_mapping ? 'domain.mapped' : 'domain.removed',
			'domain'         => $row->domain,
			'site_id'        => (int) $row->site_id,
			'network_domain' => Closte_Domain_Sync_Network::domain_of( $row ),
		);
		$interval   = Closte_Domain_Sync_Ultimate_Multisite::check_interval();
		if ( null !== $interval && $is_mapping ) {
			$body['interval'] = $interval;
		}
		return Closte_Domain_Sync_Functions_Client::post( $is_mapping ? 'map' : 'unmap', $row->event_id, $body );
	}

	/**
	 * How far the delivery of an event is after an attempt.
	 *
	 * @param object         $row      Row as it was claimed.
	 * @param array|WP_Error $response Response.
	 * @param mixed          $answer   JSON in it.
	 * @return string Event_Queue::SENT, WAITING or REFUSED.
	 */
	private static function delivery_after( $row, $response, $answer ) {
		$status = is_wp_error( $response ) ? 0 : (int) wp_remote_retrieve_response_code( $response );
		return Closte_Domain_Sync_Event_Answer::delivery_after( $row->event_id, $status, $answer );
	}

	/**
	 * What an attempt changes in the row.
	 *
	 * @param object         $row      Row as it was claimed.
	 * @param array|WP_Error $response Response.
	 * @param string         $delivery How far the delivery is after it.
	 * @param mixed          $answer   JSON in the response.
	 * @return array New values by columns.
	 */
	private static function changes_after( $row, $response, $delivery, $answer ) {
		$changes = array(
			'state'    => $delivery,
			'attempts' => $row->attempts + 1,
		);
		if ( Closte_Domain_Sync_Event_Queue::SENT !== $delivery ) {
			$changes['message'] = self::shortened( Closte_Domain_Sync_Functions_Client::in_words( $response ) );
		} elseif ( 'queued' !== ( $answer['closte'] ?? '' ) ) {
			// What is queued is told by a report, which may be here already.
			$changes['not_needed'] = 'not-needed' === ( $answer['closte'] ?? '' ) ? 1 : 0;
		}
		if ( Closte_Domain_Sync_Event_Queue::REFUSED === $delivery ) {
			$changes['refusal']  = $answer['code'];
			$changes['next_try'] = time();
		}
		if ( Closte_Domain_Sync_Event_Queue::WAITING === $delivery ) {
			$changes['next_try'] = time() + self::wait_after( (int) $row->attempts );
		}
		return $changes;
	}

	/**
	 * A text that fits on a few lines.
	 *
	 * @param string $text Text.
	 * @return string
	 */
	private static function shortened( $text ) {
		return mb_substr( wp_check_invalid_utf8( $text, true ), 0, self::MAX_MESSAGE );
	}
}
