<?php
/**
 * The hooks that say what is wanted.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Listens to WordPress and to Ultimate Multisite. A hook says of which names something may have changed, not what is
 * wanted: some come late, when the opposite was done in the meantime, and one name may have several owners.
 */
final class Closte_Domain_Sync_Hook_Listener {

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_action( 'wp_insert_site', array( __CLASS__, 'site_inserted' ) );
		add_action( 'wp_update_site', array( __CLASS__, 'site_updated' ), 10, 2 );
		add_action( 'wp_delete_site', array( __CLASS__, 'site_deleted' ) );
		add_action( 'wu_transition_domain_domain', array( __CLASS__, 'record_named' ), 10, 3 );
		add_action( 'wu_domain_post_delete', array( __CLASS__, 'record_deleted' ), 10, 2 );
		add_action( 'wu_add_domain', array( __CLASS__, 'domain_added' ) );
		add_action( 'wu_remove_domain', array( __CLASS__, 'domain_removed' ), 10, 2 );
	}

	/**
	 * A site was created.
	 *
	 * @param WP_Site $site Site.
	 */
	public static function site_inserted( $site ) {
		self::look( 'look_at', array( $site->domain ) );
	}

	/**
	 * A site was changed. Its name matters, and its network, which is another wish for all of its names. Archiving a site or
	 * marking it as deleted can be undone.
	 *
	 * @param WP_Site $site Site as it is.
	 * @param WP_Site $old  Site as it was.
	 */
	public static function site_updated( $site, $old ) {
		if ( Closte_Domain_Sync_Domain_Name::normalise( $site->domain ) !== Closte_Domain_Sync_Domain_Name::normalise( $old->domain ) ) {
			self::look( 'look_at_lost', array( $old->domain ), $site->id, Closte_Domain_Sync_Owners::SITE );
			self::look( 'look_at', array( $site->domain ) );
		}
		if ( (int) $site->network_id !== (int) $old->network_id ) {
			self::look( 'look_at', Closte_Domain_Sync_Domain_Table::mapped_to( $site->id ) );
		}
	}

	/**
	 * A site was deleted: its own name goes, every name that the table has for it, and those of Ultimate Multisite's
	 * records, which stay behind and point to no site.
	 *
	 * @param WP_Site $site Site that was deleted.
	 */
	public static function site_deleted( $site ) {
		try {
			$of_records = Closte_Domain_Sync_Records::domains_of( $site->id );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			$of_records = array();
		}
		self::look( 'look_at_lost', array_merge( Closte_Domain_Sync_Domain_Table::mapped_to( $site->id ), array( $site->domain ) ), $site->id, Closte_Domain_Sync_Owners::SITE );
		self::look( 'look_at_lost', $of_records, $site->id, Closte_Domain_Sync_Owners::RECORD );
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
		if ( 'new' !== $old ) {
			$record = function_exists( 'wu_get_domain' ) ? wu_get_domain( $record_id ) : null;
			self::look( 'look_at_lost', array( $old ), $record ? $record->get_site_id() : 0 );
		}
		self::look( 'look_at', array( $new ) );
	}

	/**
	 * At once: a record of Ultimate Multisite was deleted.
	 *
	 * @param mixed  $result Whether it really was.
	 * @param object $record Record.
	 */
	public static function record_deleted( $result, $record ) {
		if ( $result && ! is_wp_error( $result ) ) {
			Closte_Domain_Sync_Records::leave_out( $record->get_id() );
			self::look( 'look_at_lost', array( $record->get_domain() ), $record->get_site_id() );
		}
	}

	/**
	 * In the background: Ultimate Multisite added a domain, some time ago.
	 *
	 * @param string $domain Domain.
	 */
	public static function domain_added( $domain ) {
		self::look( 'look_at', array( $domain ) );
	}

	/**
	 * In the background: Ultimate Multisite removed a domain, some time ago.
	 *
	 * @param string     $domain  Domain.
	 * @param int|string $site_id Site.
	 */
	public static function domain_removed( $domain, $site_id ) {
		self::look( 'look_at_lost', array( $domain ), $site_id );
	}

	/**
	 * Has names looked at. Where nobody can look now, the sweep does as soon as it can: what happens in the page must not
	 * fail because of us.
	 *
	 * @param string $how     Method of Wishes.
	 * @param array  ...$what Its arguments.
	 */
	private static function look( $how, ...$what ) {
		try {
			Closte_Domain_Sync_Wishes::$how( ...$what );
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			Closte_Domain_Sync_Sweep::begin_soon();
			error_log( 'Closte Domain Sync could not look what is wanted: ' . $e->getMessage() );
		}
	}
}
