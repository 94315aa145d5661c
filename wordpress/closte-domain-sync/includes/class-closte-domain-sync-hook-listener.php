<?php
/**
 * The hooks that say what is wanted.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Listens to WordPress and to Ultimate Multisite.
 *
 * Some hooks say what has just been done; they are believed. Others come later, from a queue, when the opposite may have
 * been done in the meantime; with these the state of the records decides.
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
		add_action( 'wu_add_domain', array( __CLASS__, 'domain_added' ), 10, 2 );
		add_action( 'wu_remove_domain', array( __CLASS__, 'domain_removed' ), 10, 2 );
	}

	/**
	 * A site was created. In a network of subdirectories it has the network's domain, which is not its own.
	 *
	 * @param WP_Site $site Site.
	 */
	public static function site_inserted( $site ) {
		Closte_Domain_Sync_Wishes::map( $site->domain, $site->id );
	}

	/**
	 * A site was changed. Only its name matters here: archiving a site or marking it as deleted can be undone.
	 *
	 * @param WP_Site $site Site as it is.
	 * @param WP_Site $old  Site as it was.
	 */
	public static function site_updated( $site, $old ) {
		if ( Closte_Domain_Sync_Domain_Name::normalise( $site->domain ) === Closte_Domain_Sync_Domain_Name::normalise( $old->domain ) ) {
			return;
		}
		Closte_Domain_Sync_Wishes::remove( $old->domain, $site->id );
		Closte_Domain_Sync_Wishes::map( $site->domain, $site->id );
	}

	/**
	 * A site was deleted: its own name goes, every name that the table has for it, and those of Ultimate Multisite's
	 * records, which stay behind and point to no site.
	 *
	 * @param WP_Site $site Site that was deleted.
	 */
	public static function site_deleted( $site ) {
		$domains   = Closte_Domain_Sync_Domain_Table::mapped_to( $site->id );
		$domains[] = Closte_Domain_Sync_Domain_Name::normalise( $site->domain );
		foreach ( Closte_Domain_Sync_Ultimate_Multisite::rows_of_records( $site->id ) as $record ) {
			$domains[] = Closte_Domain_Sync_Domain_Name::normalise( $record->domain );
		}
		foreach ( array_unique( $domains ) as $domain ) {
			Closte_Domain_Sync_Wishes::remove( $domain, $site->id );
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
		$old_row = 'new' === $old ? null : Closte_Domain_Sync_Domain_Table::row( Closte_Domain_Sync_Domain_Name::normalise( $old ) );
		$site_id = $record ? (int) $record->get_site_id() : (int) ( $old_row ? $old_row->site_id : 0 );
		if ( 'new' !== $old ) {
			Closte_Domain_Sync_Wishes::remove( $old, $site_id, true );
		}
		if ( $site_id ) {
			Closte_Domain_Sync_Wishes::map( $new, $site_id );
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
			Closte_Domain_Sync_Wishes::remove( $record->get_domain(), $record->get_site_id(), true );
		}
	}

	/**
	 * In the background: Ultimate Multisite added a domain, some time ago.
	 *
	 * @param string     $domain  Domain.
	 * @param int|string $site_id Site.
	 */
	public static function domain_added( $domain, $site_id ) {
		$site = Closte_Domain_Sync_Network::site_to_map( Closte_Domain_Sync_Domain_Name::normalise( $domain ) );
		if ( $site || ! Closte_Domain_Sync_Ultimate_Multisite::is_there() ) {
			Closte_Domain_Sync_Wishes::map( $domain, $site ? $site : (int) $site_id );
		}
	}

	/**
	 * In the background: Ultimate Multisite removed a domain, some time ago.
	 *
	 * @param string     $domain  Domain.
	 * @param int|string $site_id Site.
	 */
	public static function domain_removed( $domain, $site_id ) {
		Closte_Domain_Sync_Wishes::remove( $domain, (int) $site_id );
	}
}
