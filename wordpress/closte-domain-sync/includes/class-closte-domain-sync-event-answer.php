<?php
/**
 * Answers to events.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * What an answer of the functions to an event means for its delivery.
 */
final class Closte_Domain_Sync_Event_Answer {

	/**
	 * Answers after which the same event is not sent again: the event itself is at fault.
	 */
	const FAULTY_STATUSES = array( 400, 413, 415, 422 );
	const FAULTY_CODES    = array( 'invalid-json', 'body-too-large', 'unsupported-media-type', 'invalid-request', 'invalid-domain', 'closte-rejected-domain' );

	/**
	 * Answers 409 after which it is not sent again either: it is not for this network to say, WordPress said the opposite
	 * when the functions asked, or another app of Closte has the domain. What may pass is another event a day later.
	 */
	const CONFLICT_CODES = array( 'another-network', 'still-wanted', 'unheard-of', 'held-elsewhere' );

	/**
	 * How far the delivery of an event is after an attempt. Only what the functions themselves say is final.
	 *
	 *     Status               Answer                                     Delivery
	 *     2xx                  the id of this event                       sent
	 *     2xx                  anything else: somebody else answered      waiting
	 *     400, 413, 415, 422   a code of the functions for a faulty one   refused
	 *     409                  a code of the functions for a conflict     refused
	 *     503                  update-the-plugin, closte-unavailable, …   waiting
	 *     anything else, or no answer                                     waiting
	 *
	 * @param string $event_id Event.
	 * @param int    $status   HTTP status; 0 if there was no answer.
	 * @param mixed  $answer   JSON of the answer.
	 * @return string Event_Queue::SENT, WAITING or REFUSED.
	 */
	public static function delivery_after( $event_id, $status, $answer ) {
		// The id tells the functions from whatever else may answer at a wrong address.
		if ( $status >= 200 && $status < 300 && isset( $answer['mapping_id'] ) && $answer['mapping_id'] === $event_id ) {
			return Closte_Domain_Sync_Event_Queue::SENT;
		}
		$code     = isset( $answer['code'] ) ? $answer['code'] : '';
		$is_final = 409 === $status
			? in_array( $code, self::CONFLICT_CODES, true )
			: in_array( $status, self::FAULTY_STATUSES, true ) && in_array( $code, self::FAULTY_CODES, true );
		return $is_final ? Closte_Domain_Sync_Event_Queue::REFUSED : Closte_Domain_Sync_Event_Queue::WAITING;
	}
}
