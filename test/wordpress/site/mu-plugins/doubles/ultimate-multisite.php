<?php
/**
 * The part of Ultimate Multisite that the plugin meets: the settings, the records with their table, and the hooks that
 * fire at once when a record is saved or deleted. The hooks that it fires later, from its queue, are fired by the tests.
 *
 * It is as unkind as the real one: it refuses names that are mapped all the same, flushes every cache when a record is
 * saved, finds one record where there are several of a name, serves no domain in an inactive stage, and has checks of its
 * own that give a domain up after six looks.
 *
 * @package Closte_Domain_Sync
 */

namespace WP_Ultimo\Models {
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

		public function set_domain( $domain ) {
			$this->now['domain'] = strtolower( $domain );
		}

		public function set_stage( $stage ) {
			$this->now['stage'] = $stage;
		}

		public function set_secure( $secure ) {
			$this->now['secure'] = (int) $secure;
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
			$old   = isset( $this->saved['domain'] ) && ! $is_new ? $this->saved['domain'] : 'new';
			$table = self::table();
			if ( $is_new ) {
				$wpdb->insert( $table, $this->now );
				$this->now['id'] = $wpdb->insert_id;
			} else {
				$wpdb->update( $table, $this->now, array( 'id' => $this->now['id'] ) );
			}
			$this->saved = $this->now;
			wp_cache_flush();
			if ( $old !== $this->now['domain'] ) {
				do_action( 'wu_transition_domain_domain', $old, $this->now['domain'], $this->get_id() );
			}
			do_action( 'wu_domain_post_save', $this->now, $this, $is_new );
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
}

namespace {
	// Its table is made when it is activated.
	WP_Ultimo\Models\Domain::table();

	function wu_get_setting( $name, $default = false ) {
		$settings = get_network_option( null, 'test_wu_settings', array() );
		return isset( $settings[ $name ] ) ? $settings[ $name ] : $default;
	}

	function wu_get_domain( $id ) {
		return WP_Ultimo\Models\Domain::find( 'id', $id );
	}

	function wu_get_domain_by_domain( $domain ) {
		if ( isset( $GLOBALS['test_cached_record'] ) && $GLOBALS['test_cached_record']->get_domain() === $domain ) {
			return $GLOBALS['test_cached_record'];
		}
		return WP_Ultimo\Models\Domain::find( 'domain', $domain );
	}

	function wu_create_domain( $fields ) {
		unset( $fields['id'] );
		$fields['domain'] = strtolower( $fields['domain'] );
		$domain           = new WP_Ultimo\Models\Domain( $fields );
		$saved            = $domain->save();
		return is_wp_error( $saved ) ? $saved : $domain;
	}

	/**
	 * Its own checks of a domain that does not lead here, from the first to the one that gives it up. In the background
	 * and with the interval between them, where it is real.
	 *
	 * @return int How many looks it took, of at most so many.
	 */
	function test_own_checks( $id, $most ) {
		for ( $tries = 1; $tries <= $most; $tries++ ) {
			$record = wu_get_domain( $id );
			$fails  = array(
				'checking-dns'      => 'failed',
				'checking-ssl-cert' => 'ssl-failed',
			);
			if ( ! isset( $fails[ $record->get_stage() ] ) ) {
				break;
			}
			if ( $tries > apply_filters( 'wu_async_process_domain_stage_max_tries', 5, $record ) ) {
				$record->set_stage( $fails[ $record->get_stage() ] );
				$record->save();
				return $tries;
			}
		}
		return $tries - 1;
	}

	// TEST_WITHOUT_TABLE stands for one that was dropped, or left out of a restore.
	if ( ! defined( 'TEST_WITHOUT_TABLE' ) ) {
		WP_Ultimo\Models\Domain::create_table();
	}

	// A site in subdomain mode gets a record by itself; deleting the site leaves the record behind.
	add_action(
		'wp_insert_site',
		static function ( $site ) {
			if ( get_network()->domain !== $site->domain ) {
				wu_create_domain(
					array(
						'blog_id' => $site->blog_id,
						'domain'  => $site->domain,
					)
				);
			}
		}
	);
}
