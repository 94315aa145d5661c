<?php
/**
 * Signatures.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Signatures of Standard Webhooks (HMAC-SHA256 over id, time and body), and the secret under which they are made.
 */
final class Closte_Domain_Sync_Signature {

	/**
	 * How a secret begins; base64 follows.
	 */
	const PREFIX = 'whsec_';

	/**
	 * What the secret is derived for. The functions use the same text.
	 */
	const SECRET_PURPOSE = 'closte-domain-sync/webhook/v1';

	/**
	 * By how many seconds the time of a signature may be off, either way: the tolerance of Standard Webhooks.
	 */
	const TOLERANCE = 300;

	/**
	 * The secret that both sides derive from the key of Closte's API where none is set.
	 *
	 * @param string $api_key Key of Closte's API.
	 * @return string Text of the form whsec_ and base64.
	 */
	public static function derive_secret( $api_key ) {
		return self::PREFIX . base64_encode( hash_hmac( 'sha256', self::SECRET_PURPOSE, $api_key, true ) );
	}

	/**
	 * The key in a secret.
	 *
	 * @param string $secret Text of the form whsec_ and base64.
	 * @return string Bytes; empty if the secret has not that form.
	 */
	public static function key( $secret ) {
		if ( 0 !== strpos( $secret, self::PREFIX ) ) {
			return '';
		}
		return (string) base64_decode( substr( $secret, strlen( self::PREFIX ) ), true );
	}

	/**
	 * HMAC-SHA256 under the key in a secret.
	 *
	 * @param string $secret  Secret.
	 * @param string $message Message.
	 * @return string Bytes.
	 */
	public static function mac( $secret, $message ) {
		return hash_hmac( 'sha256', $message, self::key( $secret ), true );
	}

	/**
	 * The value of the header webhook-signature.
	 *
	 * @param string $secret Secret.
	 * @param string $id     Value of webhook-id.
	 * @param int    $time   Value of webhook-timestamp, in Unix seconds.
	 * @param string $body   Body as it is sent.
	 * @return string
	 */
	public static function sign( $secret, $id, $time, $body ) {
		return 'v1,' . base64_encode( self::mac( $secret, "$id.$time.$body" ) );
	}

	/**
	 * The headers that sign a request.
	 *
	 * @param string $secret Secret.
	 * @param string $id     Value of webhook-id.
	 * @param int    $time   Unix seconds.
	 * @param string $body   Body as it is sent; of a GET the query string.
	 * @return string[] Values by names.
	 */
	public static function headers( $secret, $id, $time, $body ) {
		return array(
			'webhook-id'        => $id,
			'webhook-timestamp' => (string) $time,
			'webhook-signature' => self::sign( $secret, $id, $time, $body ),
		);
	}

	/**
	 * Whether one of the signatures in a header is right, and its time is close enough to now.
	 *
	 * @param string $secret     Secret.
	 * @param string $id         Value of webhook-id.
	 * @param string $time       Value of webhook-timestamp.
	 * @param string $signatures Value of webhook-signature: one signature or more, with spaces between.
	 * @param string $body       Body as it came.
	 * @param int    $now        Unix seconds.
	 * @return bool
	 */
	public static function verify( $secret, $id, $time, $signatures, $body, $now ) {
		if ( '' === $id || ! preg_match( '/^\d{1,12}$/D', $time ) || abs( $now - (int) $time ) > self::TOLERANCE ) {
			return false;
		}
		$right = self::sign( $secret, $id, (int) $time, $body );
		$good  = false;
		foreach ( explode( ' ', $signatures ) as $signature ) {
			$good = hash_equals( $right, $signature ) || $good;
		}
		return $good;
	}
}
