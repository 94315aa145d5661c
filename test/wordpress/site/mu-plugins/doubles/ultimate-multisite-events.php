<?php
/**
 * The events of Ultimate Multisite, its webhooks and its e-mails, as its managers of them work: an event that was not
 * registered is not fired; webhooks listen to the events that are registered when `init` comes to them, and to no others;
 * a payload goes into an e-mail as it is, as HTML; an e-mail to the customer needs the customer in the payload; an event
 * that its own list does not take is not kept, and nobody is told.
 *
 * @package Closte_Domain_Sync
 */

namespace {
	$GLOBALS['test_wu_types'] = array();

	function wu_get_version() {
		return '2.9.2';
	}

	function wu_register_event_type( $slug, $args ) {
		$GLOBALS['test_wu_types'][ $slug ] = $args;
		return true;
	}

	function wu_get_event_types() {
		return $GLOBALS['test_wu_types'];
	}

	function wu_maybe_lazy_load_payload( $payload ) {
		$payload               = is_callable( $payload ) ? (array) call_user_func( $payload ) : $payload;
		$payload['wu_version'] = wu_get_version();
		return $payload;
	}

	function wu_do_event( $slug, $payload ) {
		if ( ! isset( $GLOBALS['test_wu_types'][ $slug ] ) ) {
			return false;
		}
		$payload['wu_version'] = wu_get_version();
		do_action( 'wu_event', $slug, $payload );
		do_action( "wu_event_$slug", $payload );
		$severity = $payload['type'] ?? 1;
		$is_good  = is_int( $severity ) && $severity >= 1 && $severity <= 5
			&& preg_match( '/^[a-z_-]+$/D', $payload['object_type'] ?? '' )
			&& false !== filter_var( $payload['object_id'] ?? 0, FILTER_VALIDATE_INT )
			&& preg_match( '/^[A-Za-z0-9_-]+$/D', $slug );
		if ( $is_good ) {
			$kept   = get_network_option( null, 'test_wu_events', array() );
			$kept[] = array( $slug, $payload['object_type'], $payload['object_id'] );
			update_network_option( null, 'test_wu_events', $kept );
		}
		return (bool) $is_good;
	}

	/** Without a model, an example. */
	function wu_generate_event_payload( $model_name, $model = false ) {
		$examples = array(
			'site'     => array( 'id' => 1, 'title' => 'An example' ),
			'customer' => array( 'id' => 1, 'name' => 'An example', 'email' => 'example@example.com' ),
		);
		$fields   = $model ? (array) $model->fields : ( $examples[ $model_name ] ?? array() );
		return 'site' === $model_name
			? array( 'site_id' => $fields['id'], 'site_title' => $fields['title'] )
			: array( 'customer_id' => $fields['id'], 'customer_name' => $fields['name'], 'customer_user_email' => $fields['email'] );
	}

	/** A site of Ultimate Multisite has a customer, or none. */
	function wu_get_site( $id ) {
		if ( ! get_site( $id ) ) {
			return false;
		}
		return new class( array( 'id' => $id, 'title' => "Site $id" ) ) {
			public $fields;

			public function __construct( $fields ) {
				$this->fields = $fields;
			}

			public function get_customer() {
				$customers = get_network_option( null, 'test_wu_customers', array() );
				return isset( $customers[ $this->fields['id'] ] ) ? (object) array( 'fields' => $customers[ $this->fields['id'] ] ) : false;
			}
		};
	}

	// In the order in which its managers are made.
	add_action(
		'init',
		static function () {
			wu_register_event_type( 'domain_created', array( 'name' => 'New Domain Mapping Added', 'desc' => '', 'payload' => array(), 'deprecated_args' => array() ) );
			do_action( 'wu_register_all_events' );
		}
	);
	add_action(
		'init',
		static function () {
			foreach ( array_keys( wu_get_event_types() ) as $slug ) {
				add_action(
					"wu_event_$slug",
					static function ( $payload ) use ( $slug ) {
						foreach ( get_network_option( null, 'test_wu_webhooks', array() ) as list( $event, $url ) ) {
							if ( $event === $slug ) {
								$headers = array( 'Content-Type' => 'application/json' );
								wp_remote_post( $url, array( 'headers' => $headers, 'body' => wp_json_encode( $payload ) ) );
							}
						}
					}
				);
			}
		}
	);
	add_action(
		'wu_event',
		static function ( $slug, $payload ) {
			foreach ( get_network_option( null, 'test_wu_emails', array() ) as list( $event, $target, $content ) ) {
				$to = 'admin' === $target ? get_network_option( null, 'admin_email' ) : ( isset( $payload['customer_id'] ) ? $payload['customer_user_email'] : '' );
				if ( $event !== $slug || ! is_email( $to ) ) {
					continue;
				}
				foreach ( $payload as $name => $value ) {
					$content = str_replace( "{{{$name}}}", nl2br( (string) $value ), $content );
				}
				wp_mail( $to, "Network - $event", $content, array( 'Content-Type: text/html; charset=UTF-8' ) );
			}
		},
		10,
		2
	);
}
