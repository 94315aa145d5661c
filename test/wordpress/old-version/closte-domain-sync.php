<?php
/**
 * Plugin Name: Closte Domain Sync
 * Description: Tells the functions of Closte Domain Sync which domains this network wants, and shows how far each one is.
 * Version:     0.1.0
 * Text Domain: closte-domain-sync
 * Requires at least: 5.6
 * Requires PHP: 7.4
 *
 * A plugin: this one file belongs into wp-content/mu-plugins/. It needs one constant in wp-config.php,
 * CLOSTE_SYNC_URL; the secret comes from CLOSTE_CLIENT_API_KEY, which is there on Closte.
 *
 * How it works, from the top of the file to its end:
 *
 *     Settings, Domain_Name, Signature    what is configured, and two things that only compute
 *     Table                               one row for each domain: what is wanted, and whether the functions know it
 *     Network                             what WordPress and Ultimate Multisite want at this moment
 *     Arrival_Proof                       a static file by which the functions know this network
 *     Outbox, Listener                    the hooks write wishes into the table
 *     Client, Sender, Schedule            in the background, the wishes are sent as signed events
 *     Routes                              the functions ask what is wanted, and say how far a domain is
 *     Status_Link, Health, Command        for the operator: links to a domain's page, Site Health and WP-CLI
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The constants in wp-config.php.
 */
final class Closte_Sync_Settings {

	/**
	 * What the derived secret is derived for. The functions use the same text.
	 */
	const DERIVATION = 'closte-domain-sync/webhook/v1';

	/**
	 * Where the functions are, without a slash at the end; empty if not set.
	 *
	 * @return string
	 */
	public static function url() {
		return rtrim( self::constant( 'CLOSTE_SYNC_URL' ), '/' );
	}

	/**
	 * The secret that signs events: CLOSTE_SYNC_SECRET or, without it, one derived from the key of Closte's API.
	 *
	 * @return string Of the form whsec_ and base64 (Standard Webhooks); empty if neither constant is set.
	 */
	public static function secret() {
		$secret = self::constant( 'CLOSTE_SYNC_SECRET' );
		if ( '' !== $secret ) {
			return $secret;
		}
		$key = self::constant( 'CLOSTE_CLIENT_API_KEY' );
		return '' === $key ? '' : Closte_Sync_Signature::PREFIX . base64_encode( hash_hmac( 'sha256', self::DERIVATION, $key, true ) );
	}

	/**
	 * The folder that the web server shows as `/` of every host: CLOSTE_SYNC_DOCUMENT_ROOT or, without it, WordPress's
	 * own folder less the path at which the main site has it (`/wp` of https://network.example/wp). WordPress's own
	 * get_home_path() goes by the script that runs, which is another one in WP-Cron and in WP-CLI.
	 *
	 * @return string With a slash at the end.
	 */
	public static function document_root() {
		$root = self::constant( 'CLOSTE_SYNC_DOCUMENT_ROOT' );
		if ( '' !== $root ) {
			return trailingslashit( $root );
		}
		$wordpress = wp_normalize_path( ABSPATH );
		$path      = (string) wp_parse_url( get_site_url( get_main_site_id( get_main_network_id() ) ), PHP_URL_PATH );
		$path      = trailingslashit( $path );
		return substr( $wordpress, -strlen( $path ) ) === $path ? trailingslashit( substr( $wordpress, 0, -strlen( $path ) ) ) : $wordpress;
	}

	/**
	 * Whether there is nothing that keeps the plugin from working.
	 *
	 * @return bool
	 */
	public static function are_complete() {
		return ! self::fault_codes();
	}

	/**
	 * What keeps the plugin from working, each as a sentence for the operator. Not to be called before `init`, since
	 * texts are translated from then on.
	 *
	 * @return string[] Empty if all is well.
	 */
	public static function faults() {
		$texts = array(
			'no-network' => __( 'This WordPress is not a multisite network; there are no domains to map.', 'closte-domain-sync' ),
			/* translators: %s: name of a constant. */
			'no-url'     => sprintf( __( 'The constant %s is missing; set it to the address of the functions.', 'closte-domain-sync' ), 'CLOSTE_SYNC_URL' ),
			/* translators: %s: name of a constant. */
			'bad-url'    => sprintf( __( 'The constant %s is not an address that begins with https:// or http://.', 'closte-domain-sync' ), 'CLOSTE_SYNC_URL' ),
			/* translators: 1: name of a constant, 2: name of another constant. */
			'no-secret'  => sprintf( __( 'The constant %1$s is missing, and so is %2$s; one of them is needed to sign events.', 'closte-domain-sync' ), 'CLOSTE_CLIENT_API_KEY', 'CLOSTE_SYNC_SECRET' ),
			/* translators: %s: name of a constant. */
			'bad-secret' => sprintf( __( 'The constant %s is not a secret of the form whsec_ followed by base64.', 'closte-domain-sync' ), 'CLOSTE_SYNC_SECRET' ),
		);
		return array_values( array_intersect_key( $texts, array_flip( self::fault_codes() ) ) );
	}

	/**
	 * What keeps the plugin from working.
	 *
	 * @return string[] Keys of the texts above.
	 */
	private static function fault_codes() {
		$codes  = is_multisite() ? array() : array( 'no-network' );
		$url    = self::url();
		$secret = self::secret();
		if ( ! preg_match( '#^https?://[^/?\#]+[^?\#]*$#i', $url ) ) {
			$codes[] = '' === $url ? 'no-url' : 'bad-url';
		}
		if ( '' === Closte_Sync_Signature::key( $secret ) ) {
			$codes[] = '' === $secret ? 'no-secret' : 'bad-secret';
		}
		return $codes;
	}

	/**
	 * The value of a constant, or an empty text.
	 *
	 * @param string $name Name of the constant.
	 * @return string
	 */
	private static function constant( $name ) {
		return defined( $name ) ? trim( (string) constant( $name ) ) : '';
	}
}

/**
 * Domain names in the form in which the table has them.
 */
final class Closte_Sync_Domain_Name {

	/**
	 * The name without space around it, port and trailing dot, in lower case and A-labels.
	 *
	 * The functions have the last word about what can be mapped. Here a name only has to be the same each time it comes.
	 *
	 * @param mixed $text A name as WordPress has it.
	 * @return string Empty if it can be no name at all.
	 */
	public static function normalise( $text ) {
		if ( ! is_string( $text ) ) {
			return '';
		}
		$name = preg_replace( '/\.?(:\d+)?$/D', '', trim( $text ) );
		if ( preg_match( '/[^\x00-\x7F]/', $name ) ) {
			$wildcard = 0 === strpos( $name, '*.' ) ? '*.' : '';
			$name     = $wildcard . self::a_labels( substr( $name, strlen( $wildcard ) ) );
		}
		$name = strtolower( $name );
		return preg_match( '/^[\x21-\x7E]{1,253}$/D', $name ) ? $name : '';
	}

	/**
	 * A Unicode name in A-labels, by PHP's own extension or, without it, by the library that comes with WordPress.
	 *
	 * @param string $name Unicode name.
	 * @return string Empty if it is no valid name.
	 */
	private static function a_labels( $name ) {
		if ( function_exists( 'idn_to_ascii' ) ) {
			return (string) idn_to_ascii( $name, IDNA_NONTRANSITIONAL_TO_ASCII, INTL_IDNA_VARIANT_UTS46 );
		}
		$lower = function_exists( 'mb_strtolower' ) ? mb_strtolower( $name, 'UTF-8' ) : $name;
		// The class was renamed in WordPress 6.2.
		$encoder = class_exists( 'WpOrg\Requests\IdnaEncoder' ) ? 'WpOrg\Requests\IdnaEncoder' : 'Requests_IDNAEncoder';
		try {
			return $encoder::encode( $lower );
		} catch ( Exception $e ) {
			return '';
		}
	}
}

/**
 * Signatures of Standard Webhooks: HMAC-SHA256 over id, time and body.
 */
final class Closte_Sync_Signature {

	const PREFIX = 'whsec_';

	/**
	 * By how many seconds the time of a signature may be off.
	 */
	const TOLERANCE = 300;

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

/**
 * The table of all domains that the network wants or once wanted, one row for each, and the ids of requests that were
 * answered lately. Both belong to the whole installation. They are created when first needed, so that a request that
 * has nothing to do with domains pays nothing.
 *
 * Every time in it is in Unix seconds. `updated_at` says since when a row is in its stage or, without one, has its wish.
 */
final class Closte_Sync_Table {

	/**
	 * Changes with the columns.
	 */
	const SCHEMA = '1';

	const SCHEMA_OPTION = 'closte_sync_schema';

	const MAPPED  = 'mapped';
	const REMOVED = 'removed';

	const WAITING = 'waiting';
	const SENT    = 'sent';
	const REFUSED = 'refused';

	/**
	 * For how long a sender has an event to itself. Longer than any request may take; if the sender dies, another
	 * one goes on afterwards.
	 */
	const LEASE = 300;

	/**
	 * The name of the table, which exists once this has answered.
	 *
	 * @return string
	 */
	public static function name() {
		global $wpdb;
		static $ready = false;
		if ( ! $ready ) {
			$network = get_main_network_id();
			if ( self::SCHEMA === get_network_option( $network, self::SCHEMA_OPTION ) ) {
				$ready = true;
			} else {
				self::create();
				// A database that could not do it now is asked again by the next request.
				$ready = self::exists();
				if ( $ready ) {
					update_network_option( $network, self::SCHEMA_OPTION, self::SCHEMA );
				}
			}
		}
		return $wpdb->base_prefix . 'closte_sync';
	}

	/**
	 * Whether both tables are there.
	 *
	 * @return bool
	 */
	public static function exists() {
		global $wpdb;
		foreach ( array( 'closte_sync', 'closte_sync_seen' ) as $name ) {
			$table = $wpdb->base_prefix . $name;
			// phpcs:ignore WordPress.DB.DirectDatabaseQuery
			if ( $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $table ) ) ) !== $table ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Notes what is wanted of a domain now. A wish that is not new changes nothing; a new one is a new event, which
	 * waits to be sent.
	 *
	 * The whole decision is one statement, so that two requests at once leave one event behind. In it `event_id` comes
	 * before `wanted` and `site_id`, because MySQL assigns from left to right.
	 *
	 * @param string $domain  Domain.
	 * @param int    $site_id Site.
	 * @param string $wanted  MAPPED or REMOVED.
	 * @param string $state   State of the first event of a domain that the table did not have: SENT if nobody needs to
	 *                        be told.
	 * @return bool Whether this was news.
	 */
	public static function wish( $domain, $site_id, $wanted, $state = self::WAITING ) {
		global $wpdb;
		$table = self::name();
		$now   = time();
		$same  = "wanted = VALUES(wanted) AND (wanted = 'removed' OR site_id = VALUES(site_id))";
		// phpcs:disable WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		$tries = 2;
		do {
			// A deadlock or a connection that was lost: the wish is not to be lost with it.
			$rows = $wpdb->query(
				$wpdb->prepare(
					"INSERT INTO $table (domain, site_id, wanted, event_id, state, next_try, wished_at, updated_at, message)
					VALUES (%s, %d, %s, %s, %s, %d, %d, %d, '')
					ON DUPLICATE KEY UPDATE
						state = IF($same, state, 'waiting'),
						attempts = IF($same, attempts, 0),
						next_try = IF($same, next_try, VALUES(next_try)),
						stage = IF($same, stage, ''),
						message = IF($same, message, ''),
						wished_at = IF($same, wished_at, VALUES(wished_at)),
						updated_at = IF($same, updated_at, VALUES(updated_at)),
						event_id = IF($same, event_id, VALUES(event_id)),
						site_id = IF($same, site_id, VALUES(site_id)),
						wanted = VALUES(wanted)",
					$domain,
					$site_id,
					$wanted,
					self::new_event_id(),
					$state,
					$now,
					$now,
					$now
				)
			);
		} while ( false === $rows && --$tries );
		if ( false === $rows ) {
			error_log( "Closte Domain Sync could not note that $domain is to be $wanted: $wpdb->last_error" ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		}
		// phpcs:enable
		return $rows > 0;
	}

	/**
	 * Makes an event due now, as if it were wished now. One that the functions have answered becomes a new event, since
	 * they know the old one.
	 *
	 * @param string $domain Domain.
	 */
	public static function renew( $domain ) {
		global $wpdb;
		$table = self::name();
		$now   = time();
		// phpcs:disable WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE $table SET event_id = IF(state = 'waiting', event_id, %s), state = 'waiting', attempts = 0, next_try = %d, stage = '', message = '', updated_at = %d WHERE domain = %s",
				self::new_event_id(),
				$now,
				$now,
				$domain
			)
		);
		// phpcs:enable
	}

	/**
	 * The row of a domain.
	 *
	 * @param string $domain Domain.
	 * @return object|null
	 */
	public static function row( $domain ) {
		global $wpdb;
		$table = self::name();
		// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM $table WHERE domain = %s", $domain ) );
	}

	/**
	 * A page of rows in the order of the name, byte by byte.
	 *
	 * @param string $after The page begins behind this name.
	 * @param int    $limit How many rows at most.
	 * @return object[]
	 */
	public static function page( $after, $limit ) {
		global $wpdb;
		$table = self::name();
		// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $table WHERE domain > %s ORDER BY domain LIMIT %d", $after, $limit ) );
	}

	/**
	 * The domains that are wanted for a site, in the order of the name.
	 *
	 * @param int $site_id Site.
	 * @return string[]
	 */
	public static function mapped_to( $site_id ) {
		global $wpdb;
		$table = self::name();
		// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		return $wpdb->get_col( $wpdb->prepare( "SELECT domain FROM $table WHERE site_id = %d AND wanted = %s ORDER BY domain", $site_id, self::MAPPED ) );
	}

	/**
	 * The domains whose events are in one of the states.
	 *
	 * @param string[] $states States.
	 * @return string[]
	 */
	public static function in_state( array $states ) {
		global $wpdb;
		$table = self::name();
		$marks = implode( ', ', array_fill( 0, count( $states ), '%s' ) );
		// phpcs:ignore WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders, WordPress.DB.DirectDatabaseQuery
		return $wpdb->get_col( $wpdb->prepare( "SELECT domain FROM $table WHERE state IN ($marks) ORDER BY domain", $states ) );
	}

	/**
	 * Takes an event that is due for one sender.
	 *
	 * The claim is on the domain, not on the event: while an older event is on its way, a newer one waits, and so
	 * cannot arrive first. The update takes a row only if nobody else has taken it since it was read.
	 *
	 * @param string $claim Name of the sender.
	 * @return object|null The row, or null if nothing is due.
	 */
	public static function claim( $claim ) {
		global $wpdb;
		$table = self::name();
		do {
			$now = time();
			// phpcs:disable WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
			$row = $wpdb->get_row(
				$wpdb->prepare(
					"SELECT * FROM $table WHERE state = %s AND next_try <= %d AND claimed_until <= %d ORDER BY next_try, domain LIMIT 1",
					self::WAITING,
					$now,
					$now
				)
			);
			if ( ! $row ) {
				return null;
			}
			$taken = $wpdb->query(
				$wpdb->prepare(
					"UPDATE $table SET claim = %s, claimed_until = %d WHERE domain = %s AND event_id = %s AND state = %s AND claimed_until <= %d",
					$claim,
					$now + self::LEASE,
					$row->domain,
					$row->event_id,
					self::WAITING,
					$now
				)
			);
			// phpcs:enable
			if ( false === $taken ) {
				// The database cannot write now; to ask it again at once would not end.
				return null;
			}
		} while ( ! $taken );
		return $row;
	}

	/**
	 * Notes what became of an event that was claimed, and lets go of its domain. If there is a newer wish by now, only
	 * the latter.
	 *
	 * @param object $row     The row as it was claimed.
	 * @param string $claim   Name of the sender.
	 * @param array  $changes Columns with their new values.
	 */
	public static function settle( $row, $claim, array $changes ) {
		global $wpdb;
		$free = array(
			'claim'         => '',
			'claimed_until' => 0,
		);
		$mine = array(
			'domain' => $row->domain,
			'claim'  => $claim,
		);
		// phpcs:disable WordPress.DB.DirectDatabaseQuery
		$settled = $wpdb->update( self::name(), $changes + $free, $mine + array( 'event_id' => $row->event_id ) );
		if ( ! $settled ) {
			$wpdb->update( self::name(), $free, $mine );
		}
		// phpcs:enable
	}

	/**
	 * Notes the stage that a domain is in, as long as it is wanted as it was. Reports may overtake each other: one of an
	 * earlier stage than the table has is too late and changes nothing, unless the mapping begins anew. A report of the
	 * stage that the table has brings only what there is to say about it by now.
	 *
	 * @param object $row     The row as it was read.
	 * @param string $stage   Stage.
	 * @param string $message What there is to say about it.
	 * @param bool   $anew    Whether the mapping begins anew with this stage.
	 * @return string "noted", "late", "overtaken" if there is a newer wish by now, or "failed" if the database would not.
	 */
	public static function set_stage( $row, $stage, $message, $anew ) {
		global $wpdb;
		$now = time();
		for ( $tries = 5; $tries > 0; --$tries ) {
			$current = self::row( $row->domain );
			if ( ! $current || $current->event_id !== $row->event_id ) {
				return 'overtaken';
			}
			if ( ! $anew && self::place_of( $stage ) < self::place_of( $current->stage ) ) {
				return 'late';
			}
			$changes = array(
				'stage'   => $stage,
				'message' => $message,
			);
			if ( $anew || $current->stage !== $stage ) {
				$changes['updated_at'] = $now;
			}
			$where = array(
				'domain'   => $row->domain,
				'event_id' => $row->event_id,
				'stage'    => $current->stage,
			);
			// An update that changes nothing counts no row, like one that came too late.
			// phpcs:ignore WordPress.DB.DirectDatabaseQuery
			if ( ! array_diff_assoc( $changes, (array) $current ) || $wpdb->update( self::name(), $changes, $where ) ) {
				return 'noted';
			}
		}
		return 'failed';
	}

	/**
	 * How far a stage is in the course of a mapping. All final stages are equally far: a domain that failed may be done
	 * later, and the other way round.
	 *
	 * @param string $stage Stage, or an empty text for none.
	 * @return int
	 */
	private static function place_of( $stage ) {
		$course = array(
			''                  => 0,
			'adding-domain'     => 1,
			'removing-domain'   => 1,
			'checking-dns'      => 2,
			'checking-ssl-cert' => 3,
		);
		return isset( $course[ $stage ] ) ? $course[ $stage ] : 4;
	}

	/**
	 * Notes the first stage of a mapping, unless the functions were quicker and have told a later one already. What was
	 * said about attempts that failed is over with it.
	 *
	 * @param object $row   The row as it was claimed.
	 * @param string $stage Stage.
	 */
	public static function begin_stage( $row, $stage ) {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery
		$wpdb->update(
			self::name(),
			array(
				'stage'      => $stage,
				'message'    => '',
				'updated_at' => time(),
			),
			array(
				'domain'   => $row->domain,
				'event_id' => $row->event_id,
				'stage'    => '',
			)
		);
	}

	/**
	 * When the next event is due.
	 *
	 * @return int|null Null if no event waits.
	 */
	public static function next_due() {
		global $wpdb;
		$table = self::name();
		// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		$due = $wpdb->get_var( $wpdb->prepare( "SELECT MIN(GREATEST(next_try, claimed_until)) FROM $table WHERE state = %s", self::WAITING ) );
		return null === $due ? null : (int) $due;
	}

	/**
	 * How many events there are in a state, and when the oldest of them was wished.
	 *
	 * @param string $state State.
	 * @return array{0: int, 1: int}
	 */
	public static function census( $state ) {
		global $wpdb;
		$table = self::name();
		// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT COUNT(*) AS events, MIN(wished_at) AS oldest FROM $table WHERE state = %s", $state ) );
		return array( (int) $row->events, (int) $row->oldest );
	}

	/**
	 * Notes the id of a request that is to be answered.
	 *
	 * @param string $id Value of webhook-id.
	 * @return bool False if it was used before.
	 */
	public static function use_id( $id ) {
		global $wpdb;
		$table = self::name() . '_seen';
		// A signature may be from up to 5 minutes in the future, and is then good for 10.
		$forget = time() + 2 * Closte_Sync_Signature::TOLERANCE + 1;
		// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		return 1 === $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO $table (id, forget_at) VALUES (%s, %d)", hash( 'sha256', $id ), $forget ) );
	}

	/**
	 * Forgets the ids of requests that are too old to be used again.
	 */
	public static function forget_ids() {
		global $wpdb;
		$table = self::name() . '_seen';
		// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE forget_at < %d", time() ) );
	}

	/**
	 * An id that no event had before.
	 *
	 * @return string
	 */
	private static function new_event_id() {
		return 'evt_' . bin2hex( random_bytes( 16 ) );
	}

	/**
	 * Creates or updates the tables. Names are ASCII and compared byte by byte, so that they fit into an index on
	 * every server and have one order.
	 */
	private static function create() {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		$table   = $wpdb->base_prefix . 'closte_sync';
		$charset = $wpdb->get_charset_collate();
		dbDelta(
			"CREATE TABLE $table (
			domain varchar(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
			site_id bigint(20) unsigned NOT NULL,
			wanted varchar(20) NOT NULL,
			event_id varchar(40) NOT NULL,
			state varchar(20) NOT NULL,
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			next_try bigint(20) unsigned NOT NULL DEFAULT 0,
			claim varchar(40) NOT NULL DEFAULT '',
			claimed_until bigint(20) unsigned NOT NULL DEFAULT 0,
			stage varchar(40) NOT NULL DEFAULT '',
			message text NOT NULL,
			wished_at bigint(20) unsigned NOT NULL,
			updated_at bigint(20) unsigned NOT NULL,
			PRIMARY KEY  (domain),
			KEY state_next_try (state,next_try),
			KEY site_id (site_id)
			) $charset;"
		);
		dbDelta(
			"CREATE TABLE {$table}_seen (
			id char(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
			forget_at bigint(20) unsigned NOT NULL,
			PRIMARY KEY  (id),
			KEY forget_at (forget_at)
			) $charset;"
		);
	}
}

/**
 * What WordPress and Ultimate Multisite want at this moment.
 */
final class Closte_Sync_Network {

	/**
	 * Whether Ultimate Multisite is there.
	 *
	 * @return bool
	 */
	public static function has_ultimate_multisite() {
		return function_exists( 'wu_get_domain_by_domain' );
	}

	/**
	 * Whether a name is the domain of a network itself. It is never mapped and, above all, never removed.
	 *
	 * @param string $domain Domain.
	 * @return bool
	 */
	public static function is_network( $domain ) {
		foreach ( get_networks() as $network ) {
			if ( Closte_Sync_Domain_Name::normalise( $network->domain ) === $domain ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The domain of the network that a site belongs to. For a site that is gone, of the main network.
	 *
	 * @param int $site_id Site.
	 * @return string
	 */
	public static function domain_of( $site_id ) {
		$site    = get_site( $site_id );
		$network = $site ? get_network( $site->network_id ) : null;
		$network = $network ? $network : get_network( get_main_network_id() );
		return Closte_Sync_Domain_Name::normalise( $network->domain );
	}

	/**
	 * The site that wants a domain now: by a record of Ultimate Multisite, as its own domain, or as the www. of one.
	 *
	 * @param string $domain      Domain.
	 * @param string $record_gone Name whose record was deleted a moment ago; caches may still have it.
	 * @return int 0 if no site does.
	 */
	public static function site_of( $domain, $record_gone = '' ) {
		$site = self::site_itself( $domain, $record_gone );
		if ( ! $site && 0 === strpos( $domain, 'www.' ) ) {
			$base = substr( $domain, strlen( 'www.' ) );
			$site = self::asks_for_www( $base ) ? self::site_itself( $base, $record_gone ) : 0;
		}
		return $site;
	}

	/**
	 * The site that has a domain by a record of Ultimate Multisite or as its own.
	 *
	 * @param string $domain      Domain.
	 * @param string $record_gone Name whose record was deleted a moment ago.
	 * @return int 0 if no site has.
	 */
	public static function site_itself( $domain, $record_gone = '' ) {
		$record = $domain === $record_gone ? null : self::record( $domain );
		if ( $record && get_site( $record->get_site_id() ) ) {
			return (int) $record->get_site_id();
		}
		$sites = self::is_network( $domain ) ? array() : get_sites(
			array(
				'domain'  => $domain,
				'number'  => 1,
				'orderby' => 'id',
				'fields'  => 'ids',
			)
		);
		return $sites ? (int) $sites[0] : 0;
	}

	/**
	 * The record of Ultimate Multisite for a domain.
	 *
	 * @param string $domain Domain.
	 * @return object|null
	 */
	public static function record( $domain ) {
		$record = self::has_ultimate_multisite() ? wu_get_domain_by_domain( $domain ) : null;
		return $record ? $record : null;
	}

	/**
	 * The domains in Ultimate Multisite's table, straight from there: its records outlive the sites they belong to.
	 *
	 * @param int|null $site_id Of this site only.
	 * @return object[] With domain, blog_id and stage.
	 */
	public static function records( $site_id = null ) {
		global $wpdb;
		if ( ! self::has_ultimate_multisite() ) {
			return array();
		}
		$table = $wpdb->base_prefix . 'wu_domain_mappings';
		$were  = $wpdb->suppress_errors();
		// phpcs:disable WordPress.DB.PreparedSQL.InterpolatedNotPrepared, WordPress.DB.DirectDatabaseQuery
		$records = null === $site_id
			? $wpdb->get_results( "SELECT domain, blog_id, stage FROM $table ORDER BY domain" )
			: $wpdb->get_results( $wpdb->prepare( "SELECT domain, blog_id, stage FROM $table WHERE blog_id = %d ORDER BY domain", $site_id ) );
		// phpcs:enable
		$wpdb->suppress_errors( $were );
		return (array) $records;
	}

	/**
	 * Whether www. is to be mapped with a domain, as Ultimate Multisite's setting says.
	 *
	 * The setting is about domains that customers bring. A name under the network's own domain is served by its
	 * wildcard certificate, which does not cover another label in front.
	 *
	 * @param string $domain Domain.
	 * @return bool
	 */
	public static function asks_for_www( $domain ) {
		if ( ! function_exists( 'wu_get_setting' ) || preg_match( '/^(www|\*)\./', $domain ) || self::is_under_network( $domain ) ) {
			return false;
		}
		$manager = 'WP_Ultimo\Managers\Domain_Manager';
		if ( method_exists( $manager, 'should_create_www_subdomain' ) ) {
			return (bool) $manager::get_instance()->should_create_www_subdomain( $domain );
		}
		switch ( wu_get_setting( 'auto_create_www_subdomain', 'always' ) ) {
			case 'never':
				return false;
			case 'main_only':
				return self::is_registrable( $domain );
			default:
				return true;
		}
	}

	/**
	 * How many seconds Ultimate Multisite lets pass between two checks.
	 *
	 * @return int|null Null without Ultimate Multisite: the functions have their own setting.
	 */
	public static function check_interval() {
		if ( ! function_exists( 'wu_get_setting' ) ) {
			return null;
		}
		return max( 10, min( 300, (int) wu_get_setting( 'dns_check_interval', 300 ) ) );
	}

	/**
	 * Whether Ultimate Multisite calls Closte by itself.
	 *
	 * @return bool
	 */
	public static function has_own_integration() {
		$enabled = get_network_option( null, 'wu_host_integrations_enabled', array() );
		return self::has_ultimate_multisite() && is_array( $enabled ) && ! empty( $enabled['closte'] );
	}

	/**
	 * Whether a domain is a network's own or a name under it.
	 *
	 * @param string $domain Domain.
	 * @return bool
	 */
	private static function is_under_network( $domain ) {
		foreach ( get_networks() as $network ) {
			$own = '.' . Closte_Sync_Domain_Name::normalise( $network->domain );
			if ( substr( '.' . $domain, -strlen( $own ) ) === $own ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a domain is what its owner registered, as Ultimate Multisite guesses it where it has no such method.
	 *
	 * @param string $domain Domain.
	 * @return bool
	 */
	private static function is_registrable( $domain ) {
		$labels = substr_count( $domain, '.' ) + 1;
		return $labels <= 2 || ( 3 === $labels && preg_match( '/\.(co|com|net|org)\.[a-z]{2}$/', $domain ) );
	}
}

/**
 * A static file that only this network has. A domain behind a proxy such as Cloudflare's never shows the network's
 * address; the functions ask it for the file instead. The web server gives it to every host, without WordPress, which
 * would redirect one that it does not know.
 *
 * Name and content are derived from the secret and the network's domain, so that the functions know both.
 */
final class Closte_Sync_Arrival_Proof {

	const FOLDER = '.well-known/closte-domain-sync';

	/**
	 * What the two are derived for. The functions use the same texts.
	 */
	const NAME    = 'closte-domain-sync/arrival-token/v1';
	const CONTENT = 'closte-domain-sync/arrival-content/v1';

	/**
	 * The option with the names of the files that were there last. Whatever else is in the folder may be another
	 * network's that shares the document root.
	 */
	const NAMES_OPTION = 'closte_sync_arrival_names';

	/**
	 * Writes the file of each network if it is missing or different, and removes those of a secret that was replaced.
	 *
	 * @return string[] What could not be written: contents by their paths. Empty if every file is there.
	 */
	public static function keep() {
		$folder  = Closte_Sync_Settings::document_root() . self::FOLDER;
		$files   = self::files();
		$missing = array();
		foreach ( $files as $name => $content ) {
			$path = "$folder/$name";
			if ( ! self::has( $path, $content ) && ! self::write( $path, $content ) ) {
				$missing[ $path ] = $content;
			}
		}
		if ( ! $missing ) {
			self::remove_others( $folder, array_keys( $files ) );
		}
		return $missing;
	}

	/**
	 * The files that there should be.
	 *
	 * @return string[] Contents by names.
	 */
	private static function files() {
		$secret = Closte_Sync_Settings::secret();
		$files  = array();
		foreach ( get_networks() as $network ) {
			$domain         = Closte_Sync_Domain_Name::normalise( $network->domain );
			$name           = substr( bin2hex( Closte_Sync_Signature::mac( $secret, self::NAME . "\n$domain" ) ), 0, 32 );
			$files[ $name ] = bin2hex( Closte_Sync_Signature::mac( $secret, self::CONTENT . "\n$domain" ) );
		}
		return $files;
	}

	// Folders that cannot be read or written are a finding and not an error, so nothing here may warn.
	// phpcs:disable WordPress.PHP.NoSilencedErrors, WordPress.WP.AlternativeFunctions

	/**
	 * Whether a file is there. One that was made by hand may end with a line feed.
	 *
	 * @param string $path    Path.
	 * @param string $content Content.
	 * @return bool
	 */
	private static function has( $path, $content ) {
		return @is_file( $path ) && trim( (string) @file_get_contents( $path ) ) === $content;
	}

	/**
	 * Writes a file so that nobody ever reads a part of it.
	 *
	 * @param string $path    Path.
	 * @param string $content Content.
	 * @return bool Whether it is there now.
	 */
	private static function write( $path, $content ) {
		$folder = dirname( $path );
		if ( ! @is_dir( Closte_Sync_Settings::document_root() ) || ! wp_mkdir_p( $folder ) || ! is_writable( $folder ) ) {
			return false;
		}
		$new     = $folder . '/.new-' . bin2hex( random_bytes( 16 ) );
		$written = strlen( $content ) === @file_put_contents( $new, $content );
		// The web server may run as another user than PHP.
		@chmod( $new, 0644 );
		if ( $written && @rename( $new, $path ) ) {
			return true;
		}
		@unlink( $new );
		return false;
	}

	/**
	 * Removes the files that were there last and are not wanted any more.
	 *
	 * @param string   $folder Folder.
	 * @param string[] $names  Names of the files that are wanted.
	 */
	private static function remove_others( $folder, array $names ) {
		$network = get_main_network_id();
		$last    = get_network_option( $network, self::NAMES_OPTION, array() );
		if ( $last === $names ) {
			return;
		}
		foreach ( array_diff( (array) $last, $names ) as $name ) {
			if ( preg_match( '/^[0-9a-f]{32}$/D', $name ) ) {
				@unlink( "$folder/$name" );
			}
		}
		update_network_option( $network, self::NAMES_OPTION, $names );
	}

	// phpcs:enable
}

/**
 * Writes wishes into the table, and has them sent once the page is done.
 */
final class Closte_Sync_Outbox {

	/**
	 * A site wants a domain, and its www. if that is asked for.
	 *
	 * @param mixed  $domain  Domain as WordPress has it.
	 * @param int    $site_id Site.
	 * @param string $state   State of the first event of a domain that the table did not have.
	 * @return int How many events this made.
	 */
	public static function map( $domain, $site_id, $state = Closte_Sync_Table::WAITING ) {
		$domain = Closte_Sync_Domain_Name::normalise( $domain );
		if ( '' === $domain ) {
			return 0;
		}
		$www    = 'www.' . $domain;
		$events = self::wish( $domain, $site_id, Closte_Sync_Table::MAPPED, $state );
		if ( Closte_Sync_Network::asks_for_www( $domain ) && ! Closte_Sync_Network::site_itself( $www ) ) {
			$events += self::wish( $www, $site_id, Closte_Sync_Table::MAPPED, $state );
		}
		return $events;
	}

	/**
	 * A site does not want a domain any more, nor its www. A name that another one wants is left to that one.
	 *
	 * @param mixed $domain      Domain as WordPress has it.
	 * @param int   $site_id     Site.
	 * @param bool  $record_gone Whether the name's record was deleted in this very request.
	 */
	public static function remove( $domain, $site_id, $record_gone = false ) {
		$domain = Closte_Sync_Domain_Name::normalise( $domain );
		if ( '' === $domain ) {
			return;
		}
		$gone = $record_gone ? $domain : '';
		$www  = 'www.' . $domain;
		$row  = Closte_Sync_Table::row( $www );
		self::give_up( $domain, $site_id, $gone );
		if ( $row ? Closte_Sync_Table::MAPPED === $row->wanted : Closte_Sync_Network::asks_for_www( $domain ) ) {
			self::give_up( $www, $site_id, $gone );
		}
	}

	/**
	 * A name lost the site that wanted it.
	 *
	 * @param string $domain      Domain.
	 * @param int    $site_id     Site.
	 * @param string $record_gone Name whose record was deleted a moment ago.
	 */
	private static function give_up( $domain, $site_id, $record_gone ) {
		$heir = Closte_Sync_Network::site_of( $domain, $record_gone );
		if ( $heir ) {
			self::wish( $domain, $heir, Closte_Sync_Table::MAPPED );
		} else {
			self::wish( $domain, $site_id, Closte_Sync_Table::REMOVED );
		}
	}

	/**
	 * Writes one wish.
	 *
	 * @param string $domain  Domain.
	 * @param int    $site_id Site.
	 * @param string $wanted  MAPPED or REMOVED.
	 * @param string $state   State of the first event of a domain that the table did not have.
	 * @return int 1 if it made an event, 0 if not.
	 */
	private static function wish( $domain, $site_id, $wanted, $state = Closte_Sync_Table::WAITING ) {
		if ( Closte_Sync_Network::is_network( $domain ) || ! Closte_Sync_Table::wish( $domain, (int) $site_id, $wanted, $state ) ) {
			return 0;
		}
		Closte_Sync_Schedule::after_this_request();
		return 1;
	}
}

/**
 * Listens to WordPress and to Ultimate Multisite.
 *
 * Some hooks say what has just been done; they are believed. Others come later, from a queue, when the opposite may have
 * been done in the meantime; with these the state of the records decides.
 */
final class Closte_Sync_Listener {

	/**
	 * Hooks in.
	 */
	public static function listen() {
		add_action( 'wp_insert_site', array( __CLASS__, 'site_inserted' ) );
		add_action( 'wp_update_site', array( __CLASS__, 'site_updated' ), 10, 2 );
		add_action( 'wp_delete_site', array( __CLASS__, 'site_deleted' ) );
		add_action( 'wu_transition_domain_domain', array( __CLASS__, 'record_named' ), 10, 3 );
		add_action( 'wu_domain_post_delete', array( __CLASS__, 'record_deleted' ), 10, 2 );
		add_action( 'wu_add_domain', array( __CLASS__, 'domain_added' ), 10, 2 );
		add_action( 'wu_remove_domain', array( __CLASS__, 'domain_removed' ), 10, 2 );
	}

	/**
	 * A site was created. In a network of subdirectories it has the network's domain, which is not its own.
	 *
	 * @param WP_Site $site Site.
	 */
	public static function site_inserted( $site ) {
		Closte_Sync_Outbox::map( $site->domain, $site->id );
	}

	/**
	 * A site was changed. Only its name matters here: archiving a site or marking it as deleted can be undone.
	 *
	 * @param WP_Site $site Site as it is.
	 * @param WP_Site $old  Site as it was.
	 */
	public static function site_updated( $site, $old ) {
		if ( Closte_Sync_Domain_Name::normalise( $site->domain ) === Closte_Sync_Domain_Name::normalise( $old->domain ) ) {
			return;
		}
		Closte_Sync_Outbox::remove( $old->domain, $site->id );
		Closte_Sync_Outbox::map( $site->domain, $site->id );
	}

	/**
	 * A site was deleted: its own name goes, every name that the table has for it, and those of Ultimate Multisite's
	 * records, which stay behind and point to no site.
	 *
	 * @param WP_Site $site Site that was deleted.
	 */
	public static function site_deleted( $site ) {
		$domains   = Closte_Sync_Table::mapped_to( $site->id );
		$domains[] = Closte_Sync_Domain_Name::normalise( $site->domain );
		foreach ( Closte_Sync_Network::records( $site->id ) as $record ) {
			$domains[] = Closte_Sync_Domain_Name::normalise( $record->domain );
		}
		foreach ( array_unique( $domains ) as $domain ) {
			Closte_Sync_Outbox::remove( $domain, $site->id );
		}
	}

	/**
	 * At once: a record of Ultimate Multisite was created or renamed.
	 *
	 * @param string $old       Name that it had, or "new".
	 * @param string $new       Name that it has.
	 * @param int    $record_id Record.
	 */
	public static function record_named( $old, $new, $record_id ) {
		if ( $old === $new ) {
			return;
		}
		$record  = function_exists( 'wu_get_domain' ) ? wu_get_domain( $record_id ) : null;
		$old_row = 'new' === $old ? null : Closte_Sync_Table::row( Closte_Sync_Domain_Name::normalise( $old ) );
		$site_id = $record ? (int) $record->get_site_id() : (int) ( $old_row ? $old_row->site_id : 0 );
		if ( 'new' !== $old ) {
			Closte_Sync_Outbox::remove( $old, $site_id, true );
		}
		if ( $site_id ) {
			Closte_Sync_Outbox::map( $new, $site_id );
		}
	}

	/**
	 * At once: a record of Ultimate Multisite was deleted.
	 *
	 * @param mixed  $result Whether it really was.
	 * @param object $record Record.
	 */
	public static function record_deleted( $result, $record ) {
		if ( $result && ! is_wp_error( $result ) ) {
			Closte_Sync_Outbox::remove( $record->get_domain(), $record->get_site_id(), true );
		}
	}

	/**
	 * In the background: Ultimate Multisite added a domain, some time ago.
	 *
	 * @param string     $domain  Domain.
	 * @param int|string $site_id Site.
	 */
	public static function domain_added( $domain, $site_id ) {
		$site = Closte_Sync_Network::site_of( Closte_Sync_Domain_Name::normalise( $domain ) );
		if ( $site || ! Closte_Sync_Network::has_ultimate_multisite() ) {
			Closte_Sync_Outbox::map( $domain, $site ? $site : (int) $site_id );
		}
	}

	/**
	 * In the background: Ultimate Multisite removed a domain, some time ago.
	 *
	 * @param string     $domain  Domain.
	 * @param int|string $site_id Site.
	 */
	public static function domain_removed( $domain, $site_id ) {
		Closte_Sync_Outbox::remove( $domain, (int) $site_id );
	}
}

/**
 * Calls the functions.
 */
final class Closte_Sync_Client {

	/**
	 * Seconds. A function gives Closte 10 seconds and then has the queue to talk to; the rest is a cold start.
	 */
	const TIMEOUT = 30;

	/**
	 * Sends a signed body. Redirects are not followed: they would hand a signed event to somebody else.
	 *
	 * @param string $name Function.
	 * @param string $id   Value of webhook-id.
	 * @param array  $body Body.
	 * @return array|WP_Error
	 */
	public static function post( $name, $id, array $body ) {
		$json = wp_json_encode( (object) $body, JSON_UNESCAPED_SLASHES );
		return wp_remote_post(
			Closte_Sync_Settings::url() . '/' . $name,
			array(
				'timeout'     => self::TIMEOUT,
				'redirection' => 0,
				'headers'     => self::signed( $id, time(), $json ) + array( 'Content-Type' => 'application/json' ),
				'body'        => $json,
			)
		);
	}

	/**
	 * The headers that sign a request.
	 *
	 * @param string $id   Value of webhook-id.
	 * @param int    $time Unix seconds.
	 * @param string $body Body as it is sent; of a GET the query string.
	 * @return string[]
	 */
	public static function signed( $id, $time, $body ) {
		return array(
			'webhook-id'        => $id,
			'webhook-timestamp' => (string) $time,
			'webhook-signature' => Closte_Sync_Signature::sign( Closte_Sync_Settings::secret(), $id, $time, $body ),
		);
	}

	/**
	 * What the functions say of themselves: whether they are ready for this network, and what each of their checks found.
	 *
	 * @return array{ready: bool, checks: array[]}|WP_Error Each check with check, state, title and remedy. The error says
	 *                                                      what is wrong with the answer.
	 */
	public static function status() {
		$response = wp_remote_get(
			Closte_Sync_Settings::url() . '/status',
			array(
				'timeout'     => self::TIMEOUT,
				'redirection' => 0,
				'headers'     => self::signed( 'status_' . bin2hex( random_bytes( 16 ) ), time(), '' ) + array( 'Accept' => 'application/json' ),
			)
		);
		switch ( wp_remote_retrieve_response_code( $response ) ) {
			case 200:
				$answer = json_decode( wp_remote_retrieve_body( $response ), true );
				if ( self::is_status( $answer ) ) {
					return $answer;
				}
				break;
			case 401:
				/* translators: %s: what the functions answered. */
				return new WP_Error( 'unauthorized', sprintf( __( 'The functions do not accept the signature; both sides need the same key or secret. %s', 'closte-domain-sync' ), self::in_words( $response ) ) );
			case 404:
				/* translators: 1: name of a function, 2: address, 3: name of a constant. */
				return new WP_Error( 'not-deployed', sprintf( __( 'There is no function %1$s at %2$s: deploy it, or mend the constant %3$s.', 'closte-domain-sync' ), 'status', Closte_Sync_Settings::url(), 'CLOSTE_SYNC_URL' ) );
		}
		return new WP_Error( 'no-status', self::in_words( $response ) );
	}

	/**
	 * Whether an answer is one of the function `status`.
	 *
	 * @param mixed $answer JSON.
	 * @return bool
	 */
	private static function is_status( $answer ) {
		if ( ! isset( $answer['ready'], $answer['checks'] ) || ! is_bool( $answer['ready'] ) || ! is_array( $answer['checks'] ) ) {
			return false;
		}
		foreach ( $answer['checks'] as $check ) {
			if ( ! isset( $check['check'], $check['state'], $check['title'] ) || ! is_string( $check['check'] ) || ! is_string( $check['state'] ) || ! is_string( $check['title'] ) ) {
				return false;
			}
			if ( isset( $check['remedy'] ) && ! is_string( $check['remedy'] ) ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What a check found and, if something is wrong, what to do.
	 *
	 * @param array $check Check.
	 * @return string
	 */
	public static function finding( array $check ) {
		return isset( $check['remedy'] ) ? rtrim( $check['title'], '.' ) . '. ' . $check['remedy'] : $check['title'];
	}

	/**
	 * What an answer says, as a sentence.
	 *
	 * @param array|WP_Error $response Answer.
	 * @return string
	 */
	public static function in_words( $response ) {
		if ( is_wp_error( $response ) ) {
			/* translators: %s: error of the HTTP client. */
			return sprintf( __( 'The functions could not be reached: %s', 'closte-domain-sync' ), $response->get_error_message() );
		}
		$status  = wp_remote_retrieve_response_code( $response );
		$problem = json_decode( wp_remote_retrieve_body( $response ), true );
		$said    = array();
		foreach ( array( 'code', 'detail' ) as $field ) {
			if ( isset( $problem[ $field ] ) && is_string( $problem[ $field ] ) ) {
				$said[] = $problem[ $field ];
			}
		}
		if ( $said ) {
			/* translators: 1: HTTP status, 2: what the functions said. */
			return sprintf( __( 'The functions answered %1$d: %2$s', 'closte-domain-sync' ), $status, implode( ': ', $said ) );
		}
		/* translators: %d: HTTP status. */
		return sprintf( __( 'There was an answer %d, but not one that the functions give.', 'closte-domain-sync' ), $status );
	}
}

/**
 * Sends the events that are due, one after another.
 */
final class Closte_Sync_Sender {

	/**
	 * After how many seconds an event is tried again, by the number of attempts that failed; afterwards daily.
	 */
	const WAITS = array( 60, 300, 1800, 7200, 43200, 86400 );

	/**
	 * Answers that no later attempt can change: the event itself is at fault.
	 */
	const FINAL_STATUSES = array( 400, 413, 415, 422 );

	/**
	 * What the functions say with them. The same status from anybody else, a proxy say, is not final.
	 */
	const FINAL_CODES = array( 'invalid-json', 'body-too-large', 'unsupported-media-type', 'invalid-request', 'invalid-domain', 'closte-rejected-domain' );

	/**
	 * After how many seconds a run begins no further event, so that it ends before the server loses its patience.
	 */
	const BUDGET = 20;

	/**
	 * Sends until nothing is due, the time is up or the functions cannot be reached, and arranges the next run. If
	 * there is more to send, that run begins at once.
	 *
	 * @param int $budget Seconds after which no further event is begun.
	 * @return array{sent: int, waiting: int, refused: int} What became of the events of this run.
	 */
	public static function run( $budget = self::BUDGET ) {
		$claim  = bin2hex( random_bytes( 16 ) );
		$until  = time() + $budget;
		$counts = array_fill_keys( array( Closte_Sync_Table::SENT, Closte_Sync_Table::WAITING, Closte_Sync_Table::REFUSED ), 0 );
		$pause  = 0;
		$row    = Closte_Sync_Table::claim( $claim );
		while ( $row ) {
			$response = self::send( $row );
			$changes  = self::outcome( $row, $response );
			Closte_Sync_Table::settle( $row, $claim, $changes );
			self::note_first_stage( $row, $changes['state'], $response );
			++$counts[ $changes['state'] ];
			if ( is_wp_error( $response ) ) {
				// Every other event would wait for the same silence.
				$pause = self::WAITS[0];
				break;
			}
			if ( time() > $until ) {
				Closte_Sync_Schedule::wake();
				break;
			}
			$row = Closte_Sync_Table::claim( $claim );
		}
		Closte_Sync_Schedule::arrange( $pause );
		return $counts;
	}

	/**
	 * Sends one event. The id stays the same with each attempt; time and signature are new.
	 *
	 * @param object $row Row.
	 * @return array|WP_Error
	 */
	private static function send( $row ) {
		$body     = array(
			'domain'         => $row->domain,
			'site_id'        => (int) $row->site_id,
			'network_domain' => Closte_Sync_Network::domain_of( (int) $row->site_id ),
		);
		$interval = Closte_Sync_Network::check_interval();
		if ( null !== $interval && Closte_Sync_Table::MAPPED === $row->wanted ) {
			$body['interval'] = $interval;
		}
		return Closte_Sync_Client::post( Closte_Sync_Table::MAPPED === $row->wanted ? 'map' : 'unmap', $row->event_id, $body );
	}

	/**
	 * What an answer makes of an event.
	 *
	 * @param object         $row      Row.
	 * @param array|WP_Error $response Answer.
	 * @return array Columns with their new values.
	 */
	private static function outcome( $row, $response ) {
		$status = is_wp_error( $response ) ? 0 : (int) wp_remote_retrieve_response_code( $response );
		$answer = is_wp_error( $response ) ? null : json_decode( wp_remote_retrieve_body( $response ), true );
		$failed = array(
			'attempts' => $row->attempts + 1,
			'message'  => self::shortened( Closte_Sync_Client::in_words( $response ) ),
		);
		// The id tells the functions from whatever else may answer at a wrong address.
		if ( $status >= 200 && $status < 300 && isset( $answer['mapping_id'] ) && $answer['mapping_id'] === $row->event_id ) {
			return array(
				'state'    => Closte_Sync_Table::SENT,
				'attempts' => $row->attempts + 1,
			);
		}
		$code = isset( $answer['code'] ) ? $answer['code'] : '';
		if ( in_array( $status, self::FINAL_STATUSES, true ) && in_array( $code, self::FINAL_CODES, true ) ) {
			return array( 'state' => Closte_Sync_Table::REFUSED ) + $failed;
		}
		$wait = self::WAITS[ min( (int) $row->attempts, count( self::WAITS ) - 1 ) ];
		return array(
			'state'    => Closte_Sync_Table::WAITING,
			'next_try' => time() + $wait,
		) + $failed;
	}

	/**
	 * Notes the stage that the functions begin with.
	 *
	 * @param object         $row      Row.
	 * @param string         $state    What became of the event.
	 * @param array|WP_Error $response Answer.
	 */
	private static function note_first_stage( $row, $state, $response ) {
		if ( Closte_Sync_Table::SENT !== $state ) {
			return;
		}
		$answer = json_decode( wp_remote_retrieve_body( $response ), true );
		$stage  = isset( $answer['next']['stage'] ) ? $answer['next']['stage'] : '';
		if ( Closte_Sync_Table::REMOVED === $row->wanted && '' === $stage ) {
			$stage = 'removed';
		}
		if ( is_string( $stage ) && preg_match( Closte_Sync_Routes::STAGE, $stage ) ) {
			Closte_Sync_Table::begin_stage( $row, $stage );
		}
	}

	/**
	 * A text that fits on a few lines.
	 *
	 * @param string $text Text.
	 * @return string
	 */
	private static function shortened( $text ) {
		return mb_substr( wp_check_invalid_utf8( $text, true ), 0, 500 );
	}
}

/**
 * When the sender runs: soon after a wish in a request of its own, and later attempts by Action Scheduler where it is
 * loaded, by WP-Cron where not, both of the main site. Whatever gets lost on the way to that (a request that is killed
 * after it wrote a wish, a sender that dies) is found by the sweep.
 */
final class Closte_Sync_Schedule {

	const SEND     = 'closte_sync_send';
	const SWEEP    = 'closte_sync_sweep';
	const INTERVAL = 'closte_sync_five_minutes';
	const GROUP    = 'closte-domain-sync';

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_action( self::SEND, array( 'Closte_Sync_Sender', 'run' ), 10, 0 );
		add_action( self::SWEEP, array( __CLASS__, 'sweep' ) );
		add_filter( 'cron_schedules', array( __CLASS__, 'add_interval' ) ); // phpcs:ignore WordPress.WP.CronInterval
		if ( is_main_site() && is_main_network() ) {
			add_action( 'init', array( __CLASS__, 'keep_sweeping' ) );
		}
	}

	/**
	 * WP-Cron knows no five minutes of its own.
	 *
	 * @param array $schedules Schedules.
	 * @return array
	 */
	public static function add_interval( $schedules ) {
		$schedules[ self::INTERVAL ] = array(
			'interval' => 5 * MINUTE_IN_SECONDS,
			'display'  => __( 'Every five minutes (Closte Domain Sync)', 'closte-domain-sync' ),
		);
		return $schedules;
	}

	/**
	 * Schedules the sweep. WP-Cron's list is loaded with every request anyway, so this costs nothing.
	 */
	public static function keep_sweeping() {
		if ( ! wp_next_scheduled( self::SWEEP ) ) {
			wp_schedule_event( time(), self::INTERVAL, self::SWEEP );
		}
	}

	/**
	 * Sends what is due and was forgotten, forgets what is no longer needed, and sees to the file that proves arrival.
	 */
	public static function sweep() {
		Closte_Sync_Table::forget_ids();
		Closte_Sync_Arrival_Proof::keep();
		Closte_Sync_Sender::run();
	}

	/**
	 * Has the sender run soon after this request.
	 */
	public static function after_this_request() {
		if ( ! has_action( 'shutdown', array( __CLASS__, 'hand_over' ) ) ) {
			add_action( 'shutdown', array( __CLASS__, 'hand_over' ), PHP_INT_MAX );
		}
	}

	/**
	 * At the end of a request that wrote wishes: arranges a run, and has one begin at once elsewhere. A request of
	 * WP-Cron, for which nobody waits, is such an elsewhere.
	 */
	public static function hand_over() {
		if ( wp_doing_cron() ) {
			Closte_Sync_Sender::run();
			return;
		}
		self::arrange();
		self::let_visitor_go();
		self::wake();
	}

	/**
	 * Has the sender run in a request of its own, whose end nobody waits for. If this network cannot reach itself, the
	 * run that was arranged does the same a little later.
	 */
	public static function wake() {
		$id = 'wake_' . bin2hex( random_bytes( 16 ) );
		wp_remote_post(
			get_rest_url( get_main_site_id( get_main_network_id() ), Closte_Sync_Routes::ROUTES . '/send' ),
			array(
				'timeout'   => 0.01,
				'blocking'  => false,
				/** This filter is documented in wp-includes/class-wp-http-streams.php */
				'sslverify' => apply_filters( 'https_local_ssl_verify', false ), // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
				'headers'   => Closte_Sync_Client::signed( $id, time(), '{}' ) + array( 'Content-Type' => 'application/json' ),
				'body'      => '{}',
			)
		);
	}

	/**
	 * Ends the answer, so that what comes now keeps nobody waiting. Not every server can do that.
	 */
	public static function let_visitor_go() {
		ignore_user_abort( true );
		foreach ( array( 'fastcgi_finish_request', 'litespeed_finish_request' ) as $finish ) {
			if ( function_exists( $finish ) ) {
				$finish();
			}
		}
	}

	/**
	 * Arranges the next run for when the next event is due.
	 *
	 * @param int $pause But not before so many seconds.
	 */
	public static function arrange( $pause = 0 ) {
		$due     = Closte_Sync_Table::next_due();
		$at      = null === $due ? null : max( $due, time() + $pause );
		$arrange = self::has_action_scheduler() ? 'arrange_action' : 'arrange_event';
		self::on_main_site(
			static function () use ( $arrange, $at ) {
				self::$arrange( $at );
			}
		);
	}

	/**
	 * Arranges the next run in Action Scheduler.
	 *
	 * @param int|null $at Unix seconds, or null for none.
	 */
	private static function arrange_action( $at ) {
		as_unschedule_all_actions( self::SEND, array(), self::GROUP );
		if ( null !== $at ) {
			as_schedule_single_action( $at, self::SEND, array(), self::GROUP );
		}
	}

	/**
	 * Arranges the next run in WP-Cron. A run that comes early enough is left there, since each run arranges the one
	 * after it. A later one has to go first: WP-Cron refuses an event within ten minutes of another.
	 *
	 * @param int|null $at Unix seconds, or null for none.
	 */
	private static function arrange_event( $at ) {
		$next = wp_next_scheduled( self::SEND );
		if ( null === $at || ( false !== $next && $next <= max( $at, time() ) ) ) {
			return;
		}
		wp_clear_scheduled_hook( self::SEND );
		wp_schedule_single_event( $at, self::SEND );
	}

	/**
	 * Whether Action Scheduler can be used for the main site. A shop plugin on one site brings it for that site alone;
	 * Ultimate Multisite brings it for all.
	 *
	 * @return bool
	 */
	private static function has_action_scheduler() {
		return did_action( 'init' )
			&& function_exists( 'as_schedule_single_action' )
			&& ( Closte_Sync_Network::has_ultimate_multisite() || is_main_site() );
	}

	/**
	 * Does something as the main site of the main network.
	 *
	 * @param callable $action What to do.
	 */
	private static function on_main_site( $action ) {
		switch_to_blog( get_main_site_id( get_main_network_id() ) );
		try {
			call_user_func( $action );
		} finally {
			restore_current_blog();
		}
	}
}

/**
 * The routes under /wp-json/closte-domain-sync/v1/ of the main site. They answer to whoever signs and to no one else,
 * and once to each webhook-id.
 */
final class Closte_Sync_Routes {

	const ROUTES = 'closte-domain-sync/v1';

	/**
	 * How a stage is written.
	 */
	const STAGE = '/^[a-z][a-z-]{0,39}$/D';

	/**
	 * The stages that a domain goes through when its mapping is taken back.
	 */
	const STAGES_OF_REMOVAL = array( 'removing-domain', 'removed' );

	/**
	 * The stages that Ultimate Multisite knows.
	 */
	const STAGES_OF_RECORD = array( 'checking-dns', 'checking-ssl-cert', 'done', 'done-without-ssl', 'failed', 'ssl-failed' );

	const LIMIT = 1000;

	/**
	 * The request whose signature was found good.
	 *
	 * @var WP_REST_Request|null
	 */
	private static $verified = null;

	/**
	 * Hooks in.
	 */
	public static function start() {
		if ( is_main_site() && is_main_network() ) {
			add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
			add_filter( 'rest_pre_dispatch', array( __CLASS__, 'admit' ), 10, 3 );
		}
	}

	/**
	 * Registers the routes.
	 */
	public static function register() {
		foreach ( array( 'domains', 'stage', 'send' ) as $route ) {
			register_rest_route(
				self::ROUTES,
				'/' . $route,
				array(
					'methods'             => 'POST',
					'callback'            => array( __CLASS__, $route ),
					'permission_callback' => array( __CLASS__, 'is_admitted' ),
					'show_in_index'       => false,
				)
			);
		}
	}

	/**
	 * Looks at the signature before anything else is said: before the list of routes, and before a body that is no
	 * JSON is called so.
	 *
	 * @param mixed           $result  Null, unless somebody has answered already.
	 * @param WP_REST_Server  $server  Server.
	 * @param WP_REST_Request $request Request.
	 * @return mixed
	 */
	public static function admit( $result, $server, $request ) {
		if ( null !== $result || 0 !== stripos( ltrim( $request->get_route(), '/' ), self::ROUTES ) ) {
			return $result;
		}
		$id   = (string) $request->get_header( 'webhook-id' );
		$good = Closte_Sync_Signature::verify(
			Closte_Sync_Settings::secret(),
			$id,
			(string) $request->get_header( 'webhook-timestamp' ),
			(string) $request->get_header( 'webhook-signature' ),
			$request->get_body(),
			time()
		);
		if ( ! $good ) {
			return self::denial( 'unauthorized', __( 'The signature is missing or wrong, or its time is more than 5 minutes off.', 'closte-domain-sync' ) );
		}
		if ( ! Closte_Sync_Table::use_id( $id ) ) {
			return self::denial( 'already-used', __( 'A request with this webhook-id was answered before; every request needs its own.', 'closte-domain-sync' ) );
		}
		self::$verified = $request;
		return null;
	}

	/**
	 * Whether the signature of a request was found good.
	 *
	 * @param WP_REST_Request $request Request.
	 * @return bool
	 */
	public static function is_admitted( $request ) {
		return $request === self::$verified;
	}

	/**
	 * POST /domains: what the network wants, page by page in the order of the name, or of one domain, with more about it.
	 *
	 * @param WP_REST_Request $request Request.
	 * @return array|WP_Error
	 */
	public static function domains( $request ) {
		$body = self::body( $request );
		if ( isset( $body['domain'] ) ) {
			$row = Closte_Sync_Table::row( Closte_Sync_Domain_Name::normalise( $body['domain'] ) );
			return array(
				'domains' => $row ? array( self::full_entry( $row ) ) : array(),
				'next'    => null,
			);
		}
		$after = isset( $body['after'] ) ? $body['after'] : '';
		$limit = isset( $body['limit'] ) ? $body['limit'] : self::LIMIT;
		if ( ! is_string( $after ) || ! preg_match( '/^[\x21-\x7E]{0,253}$/D', $after ) ) {
			return self::refusal( 'invalid-request', __( 'after is not a name that this route gave as next.', 'closte-domain-sync' ), 400 );
		}
		if ( ! is_int( $limit ) || $limit < 1 || $limit > self::LIMIT ) {
			/* translators: %d: highest number allowed. */
			return self::refusal( 'invalid-request', sprintf( __( 'limit is not a whole number from 1 to %d.', 'closte-domain-sync' ), self::LIMIT ), 400 );
		}
		$rows = Closte_Sync_Table::page( $after, $limit + 1 );
		$more = count( $rows ) > $limit;
		$rows = array_slice( $rows, 0, $limit );
		return array(
			'domains' => array_map( array( __CLASS__, 'entry' ), $rows ),
			'next'    => $more ? end( $rows )->domain : null,
		);
	}

	/**
	 * POST /stage: how far a domain is. Kept in the table and, where Ultimate Multisite has a record, on the record.
	 *
	 * @param WP_REST_Request $request Request.
	 * @return array|WP_Error
	 */
	public static function stage( $request ) {
		$body    = self::body( $request );
		$domain  = Closte_Sync_Domain_Name::normalise( isset( $body['domain'] ) ? $body['domain'] : null );
		$stage   = isset( $body['stage'] ) ? $body['stage'] : null;
		$secure  = isset( $body['secure'] ) ? $body['secure'] : false;
		$message = isset( $body['message'] ) ? $body['message'] : '';
		$anew    = isset( $body['anew'] ) ? $body['anew'] : false;
		if ( '' === $domain || ! is_string( $stage ) || ! preg_match( self::STAGE, $stage ) || ! is_bool( $secure ) || ! is_string( $message ) || ! is_bool( $anew ) ) {
			return self::refusal( 'invalid-request', __( 'A domain and a stage are needed; secure and anew are true or false, and message is a text.', 'closte-domain-sync' ), 400 );
		}
		$row = Closte_Sync_Table::row( $domain );
		if ( ! $row ) {
			return self::refusal( 'unknown-domain', __( 'The network never had this domain.', 'closte-domain-sync' ), 404 );
		}
		$stage_of_wish = in_array( $stage, self::STAGES_OF_REMOVAL, true ) ? Closte_Sync_Table::REMOVED : Closte_Sync_Table::MAPPED;
		$noted         = $row->wanted === $stage_of_wish ? Closte_Sync_Table::set_stage( $row, $stage, mb_substr( $message, 0, 2000 ), $anew ) : 'overtaken';
		if ( 'failed' === $noted ) {
			return self::refusal( 'not-noted', __( 'The database did not take the stage.', 'closte-domain-sync' ), 500 );
		}
		if ( 'overtaken' === $noted ) {
			return self::refusal( 'overtaken', __( 'The network wants something else of this domain by now.', 'closte-domain-sync' ), 409 );
		}
		$saved = 'late' === $noted ? 'unchanged' : self::save_on_record( $domain, $stage, $secure );
		if ( is_wp_error( $saved ) ) {
			return self::refusal( 'record-not-saved', $saved->get_error_message(), 500 );
		}
		return array(
			'domain' => $domain,
			'stage'  => $stage,
			'record' => $saved,
		);
	}

	/**
	 * POST /send: for this network itself, which wakes its sender so. It runs once this is answered.
	 *
	 * @return WP_REST_Response
	 */
	public static function send() {
		add_action(
			'shutdown',
			static function () {
				Closte_Sync_Schedule::let_visitor_go();
				Closte_Sync_Sender::run();
			},
			PHP_INT_MAX
		);
		return new WP_REST_Response( null, 202 );
	}

	/**
	 * Puts a stage on the record of Ultimate Multisite.
	 *
	 * Its stages of checking take a domain off the air. A record that is done is therefore not set back to them when
	 * somebody only looks again; `failed` and `ssl-failed` are findings and count.
	 *
	 * @param string $domain Domain.
	 * @param string $stage  Stage.
	 * @param bool   $secure Whether HTTPS works. The record's own flag is raised by it, never lowered.
	 * @return string|WP_Error What became of the record: saved, unchanged or none.
	 */
	private static function save_on_record( $domain, $stage, $secure ) {
		$record = Closte_Sync_Network::record( $domain );
		if ( ! $record || ! in_array( $stage, self::STAGES_OF_RECORD, true ) ) {
			return 'none';
		}
		$is_done    = in_array( $record->get_stage(), array( 'done', 'done-without-ssl' ), true );
		$set_stage  = $record->get_stage() !== $stage && ! ( $is_done && 0 === strpos( $stage, 'checking-' ) );
		$set_secure = ( 'done' === $stage || $secure ) && ! $record->is_secure();
		if ( $set_stage ) {
			$record->set_stage( $stage );
		}
		if ( $set_secure ) {
			$record->set_secure( true );
		}
		if ( ! $set_stage && ! $set_secure ) {
			return 'unchanged';
		}
		$saved = $record->save();
		if ( $saved && ! is_wp_error( $saved ) ) {
			return 'saved';
		}
		return is_wp_error( $saved ) ? $saved : new WP_Error( 'record-not-saved', __( 'Ultimate Multisite did not save the record.', 'closte-domain-sync' ) );
	}

	/**
	 * The JSON object in a request. Fields are checked by whoever reads them.
	 *
	 * @param WP_REST_Request $request Request.
	 * @return array
	 */
	private static function body( $request ) {
		$body = json_decode( $request->get_body(), true );
		return is_array( $body ) ? $body : array();
	}

	/**
	 * A row as the functions see it.
	 *
	 * @param object $row Row.
	 * @return array
	 */
	public static function entry( $row ) {
		return array(
			'domain'     => $row->domain,
			'site_id'    => (int) $row->site_id,
			'wanted'     => $row->wanted,
			'stage'      => '' === $row->stage ? null : $row->stage,
			'updated_at' => self::rfc3339( $row->updated_at ),
		);
	}

	/**
	 * A row as the functions see it when they ask for it alone.
	 *
	 * @param object $row Row.
	 * @return array
	 */
	private static function full_entry( $row ) {
		return self::entry( $row ) + array(
			'message'   => $row->message,
			'wished_at' => self::rfc3339( $row->wished_at ),
		);
	}

	/**
	 * A time as the functions read it.
	 *
	 * @param int|string $time Unix seconds.
	 * @return string
	 */
	private static function rfc3339( $time ) {
		return gmdate( 'Y-m-d\TH:i:s\Z', (int) $time );
	}

	/**
	 * The answer to a request that is not admitted. A response and not an error, since WordPress runs into a fatal
	 * error where a filter answers a part of a batch with one.
	 *
	 * @param string $code    For a program.
	 * @param string $message For a person.
	 * @return WP_REST_Response
	 */
	private static function denial( $code, $message ) {
		return new WP_REST_Response(
			array(
				'code'    => $code,
				'message' => $message,
				'data'    => array( 'status' => 401 ),
			),
			401
		);
	}

	/**
	 * An error as WordPress answers it.
	 *
	 * @param string $code    For a program.
	 * @param string $message For a person.
	 * @param int    $status  HTTP status.
	 * @return WP_Error
	 */
	private static function refusal( $code, $message, $status ) {
		return new WP_Error( $code, $message, array( 'status' => $status ) );
	}
}

/**
 * Links to the page on which the functions show what there is to know of a domain. Whoever has one may look, so it is
 * good for some days only, and shown to those who manage the sites.
 */
final class Closte_Sync_Status_Link {

	/**
	 * What the signature is made for. The functions use the same text.
	 */
	const PURPOSE = 'closte-domain-sync/status/v1';

	/**
	 * For how many seconds a link is good. The functions take no more than 30 days.
	 */
	const LIFETIME = WEEK_IN_SECONDS;

	/**
	 * How many links there are for one site at most.
	 */
	const LINKS = 3;

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_filter( 'manage_sites_action_links', array( __CLASS__, 'add_to_site' ), 10, 2 );
		// Ultimate Multisite has it behind the title of each of its screens that edit something (views/base/edit.php).
		add_action( 'wu_page_edit_after_title', array( __CLASS__, 'show_on_record' ) );
	}

	/**
	 * The address of the page of a domain.
	 *
	 * @param string $domain Domain in its normal form.
	 * @return string
	 */
	public static function url( $domain ) {
		$expires = time() + self::LIFETIME;
		$mac     = Closte_Sync_Signature::mac( Closte_Sync_Settings::secret(), self::PURPOSE . "\n$domain\n$expires" );
		$query   = array(
			'domain'    => $domain,
			'expires'   => $expires,
			'signature' => rtrim( strtr( base64_encode( $mac ), '+/', '-_' ), '=' ),
		);
		return Closte_Sync_Settings::url() . '/status?' . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
	}

	/**
	 * Adds links to the row of a site in the list of the network's sites. The site's own domain comes first.
	 *
	 * @param string[]   $actions Links of the row.
	 * @param int|string $site_id Site.
	 * @return string[]
	 */
	public static function add_to_site( $actions, $site_id ) {
		if ( ! current_user_can( 'manage_sites' ) ) {
			return $actions;
		}
		$domains = Closte_Sync_Table::mapped_to( (int) $site_id );
		$site    = get_site( (int) $site_id );
		$own     = array_intersect( $domains, array( $site ? Closte_Sync_Domain_Name::normalise( $site->domain ) : '' ) );
		$domains = array_slice( array_unique( array_merge( $own, $domains ) ), 0, self::LINKS );
		foreach ( $domains as $domain ) {
			/* translators: %s: domain. */
			$text = sprintf( __( 'Check domain status: %s', 'closte-domain-sync' ), $domain );

			$actions[ 'closte-sync-' . $domain ] = self::link( $domain, $text, '' );
		}
		return $actions;
	}

	/**
	 * Shows a link behind the title of the screen on which Ultimate Multisite edits a domain.
	 *
	 * @param object $record What the screen edits.
	 */
	public static function show_on_record( $record ) {
		if ( ! is_a( $record, 'WP_Ultimo\Models\Domain' ) || ! current_user_can( 'manage_sites' ) ) {
			return;
		}
		$row = Closte_Sync_Table::row( Closte_Sync_Domain_Name::normalise( $record->get_domain() ) );
		if ( $row && Closte_Sync_Table::MAPPED === $row->wanted ) {
			// phpcs:ignore WordPress.Security.EscapeOutput -- link() escapes.
			echo self::link( $row->domain, __( 'Check domain status', 'closte-domain-sync' ), 'page-title-action' );
		}
	}

	/**
	 * A link that opens in a new tab, and says so to whoever does not see that.
	 *
	 * @param string $domain Domain.
	 * @param string $text   Text of the link.
	 * @param string $style  Class of the link.
	 * @return string HTML.
	 */
	private static function link( $domain, $text, $style ) {
		return sprintf(
			'<a href="%s" class="%s" target="_blank" rel="noopener noreferrer">%s<span class="screen-reader-text"> %s</span></a>',
			esc_url( self::url( $domain ) ),
			esc_attr( $style ),
			esc_html( $text ),
			esc_html__( '(opens in a new tab)', 'closte-domain-sync' )
		);
	}
}

/**
 * What Site Health says.
 */
final class Closte_Sync_Health {

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_filter( 'site_status_tests', array( __CLASS__, 'add_tests' ) );
		add_action( 'wp_ajax_health-check-closte-sync-functions', array( __CLASS__, 'answer_functions' ) );
	}

	/**
	 * Adds the tests. Only the one that calls the functions takes time, so it runs after the page is shown.
	 *
	 * @param array $tests Tests.
	 * @return array
	 */
	public static function add_tests( $tests ) {
		$tests['direct']['closte-sync-settings'] = array(
			'label' => __( 'Closte Domain Sync: settings', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'settings' ),
		);
		if ( ! Closte_Sync_Settings::are_complete() ) {
			return $tests;
		}
		$tests['direct']['closte-sync-integration'] = array(
			'label' => __( 'Closte Domain Sync: only one plugin calls Closte', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'integration' ),
		);
		$tests['direct']['closte-sync-events']      = array(
			'label' => __( 'Closte Domain Sync: events', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'events' ),
		);
		$tests['direct']['closte-sync-arrival']     = array(
			'label' => __( 'Closte Domain Sync: proof of arrival', 'closte-domain-sync' ),
			'test'  => array( __CLASS__, 'arrival' ),
		);
		$tests['async']['closte-sync-functions']    = array(
			'label'             => __( 'Closte Domain Sync: functions', 'closte-domain-sync' ),
			'test'              => 'closte-sync-functions',
			'has_rest'          => false,
			'async_direct_test' => array( __CLASS__, 'functions' ),
		);
		return $tests;
	}

	/**
	 * Whether everything is configured.
	 *
	 * @return array
	 */
	public static function settings() {
		$faults = Closte_Sync_Settings::faults();
		if ( $faults ) {
			return self::result( 'settings', 'critical', __( 'Closte Domain Sync is not configured and does nothing', 'closte-domain-sync' ), $faults );
		}
		return self::result( 'settings', 'good', __( 'Closte Domain Sync is configured', 'closte-domain-sync' ), array( __( 'Every domain that is mapped or removed is told to the functions.', 'closte-domain-sync' ) ) );
	}

	/**
	 * Whether Ultimate Multisite calls Closte, too.
	 *
	 * @return array
	 */
	public static function integration() {
		if ( Closte_Sync_Network::has_own_integration() ) {
			return self::result(
				'integration',
				'recommended',
				__( 'Ultimate Multisite calls Closte, too', 'closte-domain-sync' ),
				array(
					__( 'The Closte integration of Ultimate Multisite is switched on beside Closte Domain Sync, so that Closte is called twice for each domain.', 'closte-domain-sync' ),
					__( 'Switch it off: Network Admin, Ultimate Multisite, Settings, Integrations, Closte, Configuration, Deactivate.', 'closte-domain-sync' ),
				)
			);
		}
		return self::result( 'integration', 'good', __( 'Only Closte Domain Sync calls Closte', 'closte-domain-sync' ), array( __( 'The Closte integration of Ultimate Multisite is off.', 'closte-domain-sync' ) ) );
	}

	/**
	 * How many events wait, and how many were refused for good.
	 *
	 * @return array
	 */
	public static function events() {
		list( $waiting, $oldest ) = Closte_Sync_Table::census( Closte_Sync_Table::WAITING );
		list( $refused )          = Closte_Sync_Table::census( Closte_Sync_Table::REFUSED );
		$facts                    = array();
		if ( $waiting ) {
			/* translators: 1: number of events, 2: a span of time such as "5 minutes". */
			$facts[] = sprintf( _n( '%1$d event waits to be sent, since %2$s.', '%1$d events wait to be sent, the oldest since %2$s.', $waiting, 'closte-domain-sync' ), $waiting, human_time_diff( $oldest ) );
		}
		if ( $refused ) {
			/* translators: 1: number of events, 2: a command. */
			$facts[] = sprintf( _n( 'The functions refused %1$d event; %2$s shows why.', 'The functions refused %1$d events; %2$s shows why.', $refused, 'closte-domain-sync' ), $refused, 'wp closte-sync list --state=refused' );
		}
		// What waits for less than ten minutes has failed no more than twice.
		if ( $refused || ( $waiting && $oldest < time() - 10 * MINUTE_IN_SECONDS ) ) {
			return self::result( 'events', 'recommended', __( 'Some domains are not known to the functions', 'closte-domain-sync' ), $facts );
		}
		$facts = $facts ? $facts : array( __( 'No event waits.', 'closte-domain-sync' ) );
		return self::result( 'events', 'good', __( 'The functions know every domain', 'closte-domain-sync' ), $facts );
	}

	/**
	 * Whether the file that proves arrival is there.
	 *
	 * @return array
	 */
	public static function arrival() {
		$facts = self::facts_of_arrival( Closte_Sync_Arrival_Proof::keep() );
		if ( $facts ) {
			return self::result( 'arrival', 'recommended', __( 'The functions cannot see that a domain behind a proxy arrives here', 'closte-domain-sync' ), $facts );
		}
		/* translators: %s: folder. */
		$where = sprintf( __( 'The file that proves it is in %s.', 'closte-domain-sync' ), Closte_Sync_Settings::document_root() . Closte_Sync_Arrival_Proof::FOLDER );
		return self::result( 'arrival', 'good', __( 'The functions can see that a domain behind a proxy arrives here', 'closte-domain-sync' ), array( $where ) );
	}

	/**
	 * What to do about files that could not be written.
	 *
	 * @param string[] $missing Contents by paths.
	 * @return string[] Sentences; none if no file is missing.
	 */
	public static function facts_of_arrival( array $missing ) {
		$facts = array();
		foreach ( $missing as $path => $content ) {
			/* translators: 1: path of a file, 2: its content, 3: name of a constant. */
			$facts[] = sprintf( __( 'WordPress cannot write the file %1$s. Create it with the content %2$s, or let WordPress write there; if that is not where the web server looks, set the constant %3$s to the document root.', 'closte-domain-sync' ), $path, $content, 'CLOSTE_SYNC_DOCUMENT_ROOT' );
		}
		if ( $facts ) {
			$facts[] = __( 'Only domains behind a proxy, such as Cloudflare has, need it: their addresses do not show that they lead to this network.', 'closte-domain-sync' );
		}
		return $facts;
	}

	/**
	 * Whether the functions answer and are ready.
	 *
	 * @return array
	 */
	public static function functions() {
		$status = Closte_Sync_Client::status();
		if ( is_wp_error( $status ) ) {
			return self::result( 'functions', 'critical', __( 'The functions of Closte Domain Sync do not answer as they should', 'closte-domain-sync' ), array( $status->get_error_message() ) );
		}
		$bad = wp_list_filter( $status['checks'], array( 'state' => 'bad' ) );
		if ( $bad || ! $status['ready'] ) {
			return self::result( 'functions', 'critical', __( 'The functions of Closte Domain Sync answer, but are not ready', 'closte-domain-sync' ), array_map( array( 'Closte_Sync_Client', 'finding' ), $bad ) );
		}
		return self::result( 'functions', 'good', __( 'The functions of Closte Domain Sync are ready', 'closte-domain-sync' ), array( __( 'They answer and accept the signature of this network.', 'closte-domain-sync' ) ) );
	}

	/**
	 * Answers the page of Site Health, which asks for this test by itself.
	 */
	public static function answer_functions() {
		check_ajax_referer( 'health-check-site-status' );
		if ( ! current_user_can( 'view_site_health_checks' ) ) {
			wp_send_json_error();
		}
		wp_send_json_success( self::functions() );
	}

	/**
	 * A result in the form of Site Health.
	 *
	 * @param string   $name   Name of the test.
	 * @param string   $status One of good, recommended and critical.
	 * @param string   $label  What was found, in a few words.
	 * @param string[] $facts  Sentences.
	 * @return array
	 */
	private static function result( $name, $status, $label, array $facts ) {
		return array(
			'label'       => $label,
			'status'      => $status,
			'badge'       => array(
				'label' => __( 'Domains', 'closte-domain-sync' ),
				'color' => 'blue',
			),
			'description' => '<p>' . implode( '</p><p>', array_map( 'esc_html', $facts ) ) . '</p>',
			'actions'     => '',
			'test'        => 'closte-sync-' . $name,
		);
	}
}

/**
 * Keeps the functions in step with the domains of this network.
 */
final class Closte_Sync_Command {

	/**
	 * Fills the table from the domain records of Ultimate Multisite and the sites' own domains.
	 *
	 * Domains that the table has are left as they are. The others count as known to the functions, whose
	 * reconciliation looks after them from then on.
	 *
	 * ## OPTIONS
	 *
	 * [--send]
	 * : Send an event for each domain that was not in the table, in the background.
	 *
	 * @param array $args    Not used.
	 * @param array $options Options.
	 */
	public function import( $args, $options ) {
		$this->stop_on_faults();
		$state    = empty( $options['send'] ) ? Closte_Sync_Table::SENT : Closte_Sync_Table::WAITING;
		$imported = 0;
		foreach ( Closte_Sync_Network::records() as $record ) {
			if ( get_site( (int) $record->blog_id ) ) {
				$imported += Closte_Sync_Outbox::map( $record->domain, (int) $record->blog_id, $state );
				$this->begin_stage( $record );
			}
		}
		$offset = 0;
		do {
			$sites = get_sites(
				array(
					'number'  => 500,
					'offset'  => $offset,
					'orderby' => 'id',
				)
			);
			foreach ( $sites as $site ) {
				$imported += Closte_Sync_Outbox::map( $site->domain, (int) $site->blog_id, $state );
			}
			$offset += count( $sites );
		} while ( $sites );
		/* translators: %d: number of domains. */
		WP_CLI::success( sprintf( _n( '%d domain was added.', '%d domains were added.', $imported, 'closte-domain-sync' ), $imported ) );
	}

	/**
	 * Shows the table.
	 *
	 * ## OPTIONS
	 *
	 * [--wanted=<wanted>]
	 * : Only domains that are mapped, or only those that were removed.
	 *
	 * [--state=<state>]
	 * : Only domains whose event is waiting, was sent or was refused.
	 *
	 * [--format=<format>]
	 * : table, csv, json, yaml or count.
	 *
	 * @subcommand list
	 *
	 * @param array $args    Not used.
	 * @param array $options Options.
	 */
	public function list_( $args, $options ) {
		$items = array();
		$after = '';
		do {
			$rows = Closte_Sync_Table::page( $after, 1000 );
			foreach ( $rows as $row ) {
				$after = $row->domain;
				if ( ( empty( $options['wanted'] ) || $row->wanted === $options['wanted'] ) && ( empty( $options['state'] ) || $row->state === $options['state'] ) ) {
					$row->next_try = Closte_Sync_Table::WAITING === $row->state ? gmdate( 'Y-m-d\TH:i:s\Z', (int) $row->next_try ) : '';
					$items[]       = (array) $row;
				}
			}
		} while ( $rows );
		$format = empty( $options['format'] ) ? 'table' : $options['format'];
		WP_CLI\Utils\format_items( $format, $items, array( 'domain', 'site_id', 'wanted', 'state', 'attempts', 'next_try', 'stage', 'message' ) );
	}

	/**
	 * Sends events again, now.
	 *
	 * ## OPTIONS
	 *
	 * [<domain>...]
	 * : These domains, whatever became of their events. Without any: all events that wait or were refused.
	 *
	 * @param string[] $domains Domains.
	 */
	public function retry( $domains ) {
		$this->stop_on_faults();
		foreach ( $domains as $index => $domain ) {
			$domains[ $index ] = Closte_Sync_Domain_Name::normalise( $domain );
			if ( ! Closte_Sync_Table::row( $domains[ $index ] ) ) {
				/* translators: %s: domain. */
				WP_CLI::error( sprintf( __( 'The network never had the domain %s.', 'closte-domain-sync' ), $domain ) );
			}
		}
		if ( ! $domains ) {
			$domains = Closte_Sync_Table::in_state( array( Closte_Sync_Table::WAITING, Closte_Sync_Table::REFUSED ) );
		}
		foreach ( $domains as $domain ) {
			Closte_Sync_Table::renew( $domain );
		}
		$counts = Closte_Sync_Sender::run( DAY_IN_SECONDS );
		/* translators: 1, 2, 3: numbers of events. */
		$summary = sprintf( __( 'Sent: %1$d. Refused: %2$d. Failed and to be tried again: %3$d.', 'closte-domain-sync' ), $counts[ Closte_Sync_Table::SENT ], $counts[ Closte_Sync_Table::REFUSED ], $counts[ Closte_Sync_Table::WAITING ] );
		if ( $counts[ Closte_Sync_Table::REFUSED ] || $counts[ Closte_Sync_Table::WAITING ] ) {
			WP_CLI::error( $summary );
		}
		WP_CLI::success( $summary );
	}

	/**
	 * Tells whether everything is configured and the functions answer and are ready.
	 */
	public function test() {
		$this->stop_on_faults();
		$status = Closte_Sync_Client::status();
		if ( is_wp_error( $status ) ) {
			WP_CLI::error( $status->get_error_message() );
		}
		foreach ( $status['checks'] as $check ) {
			/* translators: 1: name of a check, 2: good, bad or off, 3: what the check found. */
			WP_CLI::log( sprintf( __( '%1$s: %2$s. %3$s', 'closte-domain-sync' ), $check['check'], $check['state'], Closte_Sync_Client::finding( $check ) ) );
		}
		if ( Closte_Sync_Network::has_own_integration() ) {
			WP_CLI::warning( __( 'The Closte integration of Ultimate Multisite is switched on as well; Site Health says how to switch it off.', 'closte-domain-sync' ) );
		}
		list( $waiting, $oldest ) = Closte_Sync_Table::census( Closte_Sync_Table::WAITING );
		if ( $waiting ) {
			/* translators: 1: number of events, 2: a span of time such as "5 minutes". */
			WP_CLI::warning( sprintf( _n( '%1$d event waits to be sent, since %2$s.', '%1$d events wait to be sent, the oldest since %2$s.', $waiting, 'closte-domain-sync' ), $waiting, human_time_diff( $oldest ) ) );
		}
		$facts = Closte_Sync_Health::facts_of_arrival( Closte_Sync_Arrival_Proof::keep() );
		if ( $facts ) {
			WP_CLI::warning( implode( ' ', $facts ) );
		}
		if ( ! $status['ready'] ) {
			WP_CLI::error( __( 'The functions answer and accept the signature of this network, but are not ready.', 'closte-domain-sync' ) );
		}
		WP_CLI::success( __( 'The functions answer, accept the signature of this network and are ready.', 'closte-domain-sync' ) );
	}

	/**
	 * Prints a link to the page on which the functions show what there is to know of a domain. It is good for 7 days, for
	 * whoever has it.
	 *
	 * ## OPTIONS
	 *
	 * <domain>
	 * : Domain, of this network or not.
	 *
	 * @param string[] $domains Domain.
	 */
	public function link( $domains ) {
		$this->stop_on_faults();
		$domain = Closte_Sync_Domain_Name::normalise( $domains[0] );
		if ( '' === $domain ) {
			/* translators: %s: what was given as a domain. */
			WP_CLI::error( sprintf( __( '%s is no domain.', 'closte-domain-sync' ), $domains[0] ) );
		}
		WP_CLI::line( Closte_Sync_Status_Link::url( $domain ) );
	}

	/**
	 * Takes over the stage that a record had before there was a table.
	 *
	 * @param object $record Record.
	 */
	private function begin_stage( $record ) {
		$row = Closte_Sync_Table::row( Closte_Sync_Domain_Name::normalise( $record->domain ) );
		if ( $row && Closte_Sync_Table::SENT === $row->state && preg_match( Closte_Sync_Routes::STAGE, (string) $record->stage ) ) {
			Closte_Sync_Table::begin_stage( $row, $record->stage );
		}
	}

	/**
	 * Ends the command if the plugin is not configured.
	 */
	private function stop_on_faults() {
		$faults = Closte_Sync_Settings::faults();
		if ( $faults ) {
			WP_CLI::error( implode( ' ', $faults ) );
		}
	}
}

/**
 * Starts everything, or nothing but what says why not.
 */
function closte_sync_start() {
	Closte_Sync_Health::start();
	if ( defined( 'WP_CLI' ) && WP_CLI ) {
		WP_CLI::add_command( 'closte-sync', 'Closte_Sync_Command' );
	}
	if ( Closte_Sync_Settings::are_complete() ) {
		Closte_Sync_Listener::listen();
		Closte_Sync_Schedule::start();
		Closte_Sync_Routes::start();
		Closte_Sync_Status_Link::start();
	}
}

add_action(
	'init',
	static function () {
		load_muplugin_textdomain( 'closte-domain-sync' );
	}
);
closte_sync_start();
