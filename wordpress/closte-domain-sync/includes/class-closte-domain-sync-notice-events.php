<?php
/**
 * Notices as events of Ultimate Multisite.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Makes the notices events of Ultimate Multisite, so that its webhooks and its e-mails can be set up for them. An event
 * is known there by its slug; its payload is what a webhook sends as JSON, and what stands in an e-mail in the place of
 * `{{its name}}`.
 */
final class Closte_Domain_Sync_Notice_Events {

	/**
	 * What the slugs begin with; the notice follows.
	 */
	const SLUG = 'closte_domain_';

	/**
	 * Hooks in. Ultimate Multisite has the webhooks listen to the events that are there when it has fired this.
	 */
	public static function start() {
		add_action( 'wu_register_all_events', array( __CLASS__, 'register' ) );
	}

	/**
	 * Tells Ultimate Multisite which events there are, each with a payload to show as an example.
	 */
	public static function register() {
		$texts = array(
			Closte_Domain_Sync_Notice::READY   => array( __( 'Domain Ready', 'closte-domain-sync' ), __( 'This event is fired when a domain works: its DNS and its certificate are right.', 'closte-domain-sync' ) ),
			Closte_Domain_Sync_Notice::OVERDUE => array( __( 'Domain Overdue', 'closte-domain-sync' ), __( 'This event is fired when a domain does not point to the network two days after it was mapped.', 'closte-domain-sync' ) ),
			Closte_Domain_Sync_Notice::FAILED  => array( __( 'Domain Failed', 'closte-domain-sync' ), __( 'This event is fired when a domain is given up that never worked.', 'closte-domain-sync' ) ),
			Closte_Domain_Sync_Notice::LOST    => array( __( 'Domain Lost', 'closte-domain-sync' ), __( 'This event is fired when a domain that worked has lost its DNS or its certificate.', 'closte-domain-sync' ) ),
		);
		foreach ( $texts as $kind => $text ) {
			$example = static function () use ( $kind ) {
				return self::example( $kind );
			};
			wu_register_event_type(
				self::SLUG . $kind,
				array(
					'name'            => $text[0],
					'desc'            => $text[1],
					// Versions before 2.0.8 know no payload that is made when it is asked for.
					'payload'         => function_exists( 'wu_maybe_lazy_load_payload' ) ? $example : $example(),
					'deprecated_args' => array(),
				)
			);
		}
	}

	/**
	 * A payload to show as an example.
	 *
	 * @param string $kind Notice.
	 * @return array
	 */
	private static function example( $kind ) {
		return array(
			'domain'     => 'shop.example.com',
			'site_id'    => '2',
			'notice'     => $kind,
			'notice_id'  => '0123456789abcdef0123456789abcdef',
			'stage'      => 'done',
			'message'    => 'shop.example.com points to the network.',
			'status_url' => 'https://functions.example/status?domain=shop.example.com',
		) + self::of_model( 'site' ) + self::of_model( 'customer' );
	}

	/**
	 * Fires the event of a notice. Ultimate Multisite says false where it could not keep the event in its own list; its
	 * webhooks and e-mails have gone by then.
	 *
	 * @param object $row    Row of the queue.
	 * @param array  $notice What the action hook is given.
	 */
	public static function fire( $row, array $notice ) {
		if ( ! function_exists( 'wu_do_event' ) ) {
			return;
		}
		$record = Closte_Domain_Sync_Ultimate_Multisite::find_record( $row->domain );
		$site   = function_exists( 'wu_get_site' ) ? wu_get_site( (int) $row->site_id ) : null;
		$owner  = $site ? $site->get_customer() : null;
		wu_do_event(
			self::SLUG . $row->kind,
			array(
				'domain'      => $row->domain,
				'site_id'     => (string) $row->site_id,
				'notice'      => $row->kind,
				'notice_id'   => $notice['id'],
				'stage'       => $row->stage,
				'message'     => self::harmless( $row->message ),
				'status_url'  => $notice['status_url'],
				'object_type' => $record ? 'domain' : 'site',
				'object_id'   => $record ? $record->get_id() : (int) $row->site_id,
			) + ( $site ? self::of_model( 'site', $site ) : array() ) + ( $owner ? self::of_model( 'customer', $owner ) : array() )
		);
	}

	/**
	 * What Ultimate Multisite says of a site or a customer in its own events. Its e-mails to a customer go by that.
	 *
	 * @param string      $model  Site or customer.
	 * @param object|null $object Its model; null for an example.
	 * @return array
	 */
	private static function of_model( $model, $object = null ) {
		return function_exists( 'wu_generate_event_payload' ) ? wu_generate_event_payload( $model, $object ?? false ) : array();
	}

	/**
	 * A text that makes no tag in an e-mail of Ultimate Multisite, which puts it there as it is. What a certificate or a
	 * name server calls itself stands in it.
	 *
	 * @param string $text Text.
	 * @return string
	 */
	private static function harmless( $text ) {
		return strtr(
			$text,
			array(
				'<' => '‹',
				'>' => '›',
			)
		);
	}
}
