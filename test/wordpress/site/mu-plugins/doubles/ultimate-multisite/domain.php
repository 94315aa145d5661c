<?php
/**
 * A record of Ultimate Multisite and its table.
 *
 * @package Closte_Domain_Sync
 */

namespace WP_Ultimo\Models;

final class Domain {
	/** Stages in which a site is not shown under its domain. */
	const INACTIVE_STAGES = array( 'checking-dns', 'checking-ssl-cert', 'ssl-failed', 'failed' );

	private $saved;
	private $now;

	public function __construct( array $fields ) {
		$this->saved = $fields;
		$this->now   = $fields + array(
			'id'             => 0,
			'active'         => 1,
			'primary_domain' => 0,
			'secure'         => 0,
			'stage'          => 'checking-dns',
		);
	}

	public static function table() {
		global $wpdb;
		return $wpdb->base_prefix . 'wu_domain_mappings';
	}

	/** The real one makes its table when it is installed, and not when it is missed. */
	public static function create_table() {
		global $wpdb;
		$table = self::table();
		$wpdb->query(
			"CREATE TABLE IF NOT EXISTS $table (
			id bigint(20) NOT NULL AUTO_INCREMENT PRIMARY KEY, blog_id bigint(20) NOT NULL, domain varchar(191) NOT NULL,
			active tinyint(4) DEFAULT 1, primary_domain tinyint(4) DEFAULT 0, secure tinyint(4) DEFAULT 0,
			stage enum('checking-dns','checking-ssl-cert','done','done-without-ssl','failed','ssl-failed') DEFAULT 'checking-dns',
			date_created datetime DEFAULT CURRENT_TIMESTAMP, date_modified datetime DEFAULT CURRENT_TIMESTAMP, KEY domain (domain))"
		);
	}

	/** What its validation takes: no wildcard, no letters but those of ASCII, no port, no top-level name in A-labels. */
	private static function is_valid( $domain ) {
		return 1 === preg_match( '/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/D', $domain );
	}

	public static function find( $column, $value ) {
		global $wpdb;
		$table = self::table();
		$row   = $wpdb->get_row( $wpdb->prepare( "SELECT id, blog_id, domain, active, primary_domain, secure, stage FROM $table WHERE $column = %s ORDER BY id LIMIT 1", $value ), ARRAY_A );
		return $row ? new self( $row ) : false;
	}

	/** Ids of the primary records of a site, but one. */
	public static function other_primaries( $site_id, $id ) {
		global $wpdb;
		$table = self::table();
		return $wpdb->get_col( $wpdb->prepare( "SELECT id FROM $table WHERE blog_id = %d AND primary_domain = 1 AND id <> %d", $site_id, $id ) );
	}

	public function get_id() {
		return (int) $this->now['id'];
	}

	public function get_domain() {
		return $this->now['domain'];
	}

	public function get_site_id() {
		return (int) $this->now['blog_id'];
	}

	public function get_stage() {
		return $this->now['stage'];
	}

	/** Whether the site is shown under this domain. */
	public function is_active() {
		return $this->now['active'] && ! in_array( $this->now['stage'], self::INACTIVE_STAGES, true );
	}

	public function is_secure() {
		return (bool) $this->now['secure'];
	}

	public function is_primary_domain() {
		return (bool) $this->now['primary_domain'];
	}

	public function set_domain( $domain ) {
		$this->now['domain'] = strtolower( $domain );
	}

	public function set_stage( $stage ) {
		$this->now['stage'] = $stage;
	}

	public function set_secure( $secure ) {
		$this->now['secure'] = (int) $secure;
	}

	public function set_primary_domain( $primary ) {
		$this->now['primary_domain'] = (int) $primary;
	}

	/** Asks the domain over https, then over http, whoever it leads to; TEST_LEADS_HERE says what comes of it. */
	public function has_correct_dns() {
		foreach ( array( 'https', 'http' ) as $scheme ) {
			wp_remote_get( "$scheme://{$this->now['domain']}/", array( 'timeout' => 10 ) );
		}
		return defined( 'TEST_LEADS_HERE' );
	}

	public function has_valid_ssl_certificate() {
		wp_remote_get( "https://{$this->now['domain']}/", array( 'timeout' => 10 ) );
		return defined( 'TEST_LEADS_HERE' );
	}

	/** Saving what was not changed is an error, as it is for the plugin's REST API. */
	public function save() {
		global $wpdb;
		if ( defined( 'TEST_RECORDS_FAIL' ) ) {
			return new \WP_Error( 'not-valid', 'the record is not valid' );
		}
		$is_new = ! $this->now['id'];
		if ( ! $is_new && $this->now == $this->saved ) {
			return new \WP_Error( 'nothing-changed', 'nothing was changed' );
		}
		if ( ! self::is_valid( $this->now['domain'] ) ) {
			return new \WP_Error( 'invalid', 'the domain is not valid' );
		}
		$before = $is_new ? array() : $this->saved;
		if ( $is_new ) {
			if ( ! $wpdb->insert( self::table(), $this->now ) ) {
				return new \WP_Error( 'not-saved', 'the record was not saved' );
			}
			$this->now['id'] = $wpdb->insert_id;
		} else {
			$wpdb->update( self::table(), $this->now, array( 'id' => $this->now['id'] ) );
		}
		$this->saved = $this->now;
		wp_cache_flush();
		foreach ( array( 'domain', 'stage' ) as $field ) {
			$old = $before[ $field ] ?? 'new';
			if ( $old !== $this->saved[ $field ] ) {
				do_action( "wu_transition_domain_$field", $old, $this->saved[ $field ], $this->get_id() );
			}
		}
		do_action( 'wu_domain_post_save', $this->saved, $this, $is_new );
		if ( $this->saved['primary_domain'] && empty( $before['primary_domain'] ) ) {
			do_action( 'wu_async_remove_old_primary_domains', self::other_primaries( $this->get_site_id(), $this->get_id() ) );
			do_action( 'wu_domain_became_primary', $this, $this->get_site_id(), $is_new );
		}
		return true;
	}

	/** Caches of the real one may still have the record while its hook runs; so has this. */
	public function delete() {
		global $wpdb;
		$GLOBALS['test_cached_record'] = $this;
		$result                        = $wpdb->delete( self::table(), array( 'id' => $this->now['id'] ) );
		do_action( 'wu_domain_post_delete', $result, $this );
		unset( $GLOBALS['test_cached_record'] );
		return $result;
	}
}
