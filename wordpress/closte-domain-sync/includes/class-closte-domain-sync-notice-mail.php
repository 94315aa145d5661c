<?php
/**
 * E-mails about domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Writes the e-mails about domains, and gives them to wp_mail().
 */
final class Closte_Domain_Sync_Notice_Mail {

	/**
	 * How many notices stand in an e-mail to the network's address at most; of the others it says how many there are.
	 */
	const MOST = 50;

	/**
	 * How many characters of a message stand in it.
	 */
	const MAX_MESSAGE = 600;

	/**
	 * Sends notices to the network's address.
	 *
	 * @param object[] $rows   Rows of the queue, MOST at most.
	 * @param int[]    $counts How many there are, by notice.
	 * @return bool Whether the e-mail was taken.
	 */
	public static function to_admin( array $rows, array $counts ) {
		$network = get_main_network_id();
		$said    = array();
		foreach ( array_intersect( Closte_Domain_Sync_Notice::KINDS, array_keys( $counts ) ) as $kind ) {
			$said[] = self::count_in_words( $kind, $counts[ $kind ] );
		}
		$now   = self::as_they_are( $rows );
		$parts = array();
		foreach ( $rows as $row ) {
			$site = get_site( (int) $row->site_id );
			/* translators: 1: number of a site, 2: its address. */
			$of_site = $site ? sprintf( __( 'Site %1$d: %2$s', 'closte-domain-sync' ), $row->site_id, $site->domain . $site->path ) : '';
			$parts[] = self::lines( $row, $now, $of_site );
		}
		$more = array_sum( $counts ) - count( $rows );
		if ( $more > 0 ) {
			/* translators: 1: number of notices, 2: command. */
			$parts[] = sprintf( _n( 'There is %1$d more. See the list of domains, or run %2$s.', 'There are %1$d more. See the list of domains, or run %2$s.', $more, 'closte-domain-sync' ), $more, 'wp closte-sync list' );
		}
		/* translators: 1: a command, 2: another command. */
		$parts[] = sprintf( __( 'Once what is said is done, %1$s has a domain that was given up looked at again. Which e-mails are sent is set by %2$s.', 'closte-domain-sync' ), 'wp closte-sync retry DOMAIN', 'wp closte-sync notices' );
		/* translators: 1: name of the network, 2: how many domains are lost, failed and so on. */
		$subject = sprintf( __( '[%1$s] Domains: %2$s', 'closte-domain-sync' ), self::plain( get_network_option( $network, 'site_name' ) ), implode( ', ', $said ) );
		return wp_mail( get_network_option( $network, 'admin_email' ), $subject, implode( "\n\n", $parts ) );
	}

	/**
	 * Sends a notice to the owner of its site. Where there is no site any more, or no address, there is nobody to tell.
	 *
	 * @param object $row Row of the queue.
	 * @return bool Whether the e-mail was taken, or there is none to send.
	 */
	public static function to_owner( $row ) {
		$site    = get_site( (int) $row->site_id );
		$address = $site ? get_blog_option( (int) $row->site_id, 'admin_email' ) : '';
		if ( ! is_email( $address ) ) {
			return true;
		}
		/* translators: 1: name of a site, 2: domain. */
		$subject = sprintf( __( '[%1$s] Your domain %2$s', 'closte-domain-sync' ), self::plain( get_blog_option( (int) $row->site_id, 'blogname' ) ), $row->domain );
		return wp_mail( $address, $subject, self::lines( $row, self::as_they_are( array( $row ) ), '' ) );
	}

	/**
	 * What is said of a domain.
	 *
	 * @param object   $row     Row of the queue.
	 * @param object[] $now     Rows of the domains as they are, by domain.
	 * @param string   $of_site Which site it is of.
	 * @return string
	 */
	private static function lines( $row, array $now, $of_site ) {
		$lines = array(
			Closte_Domain_Sync_Notice::sentence( $row->kind, $row->domain ),
			$of_site,
			Closte_Domain_Sync_Notice::READY === $row->kind ? '' : mb_substr( $row->message, 0, self::MAX_MESSAGE ),
			self::since_then( $row, isset( $now[ $row->domain ] ) ? $now[ $row->domain ] : null ),
			/* translators: %s: address of a page. */
			sprintf( __( 'How it is now: %s', 'closte-domain-sync' ), Closte_Domain_Sync_Status_Link::url( $row->domain ) ),
		);
		return implode( "\n", array_filter( $lines ) );
	}

	/**
	 * What has become of a domain since there was something to tell. An e-mail may have waited for a day.
	 *
	 * @param object      $row Row of the queue.
	 * @param object|null $now Row of the domain as it is; null if it is forgotten.
	 * @return string Empty if it is as it was.
	 */
	private static function since_then( $row, $now ) {
		if ( ! $now || Closte_Domain_Sync_Domain_Table::MAPPED !== $now->wanted ) {
			return __( 'The network does not want it any more.', 'closte-domain-sync' );
		}
		return Closte_Domain_Sync_Notice::READY !== $row->kind && Closte_Domain_Sync_Notice::works( $now->told, $now->stage )
			? __( 'It works by now.', 'closte-domain-sync' )
			: '';
	}

	/**
	 * The rows of the domains as they are.
	 *
	 * @param object[] $rows Rows of the queue.
	 * @return object[] By domain.
	 */
	private static function as_they_are( array $rows ) {
		return Closte_Domain_Sync_Domain_Table::rows( array_unique( array_column( $rows, 'domain' ) ) );
	}

	/**
	 * How many domains there are of a notice.
	 *
	 * @param string $kind  Notice.
	 * @param int    $count How many.
	 * @return string
	 */
	private static function count_in_words( $kind, $count ) {
		$texts = array(
			/* translators: %d: number of domains. */
			Closte_Domain_Sync_Notice::READY   => __( '%d ready', 'closte-domain-sync' ),
			/* translators: %d: number of domains. */
			Closte_Domain_Sync_Notice::OVERDUE => __( '%d overdue', 'closte-domain-sync' ),
			/* translators: %d: number of domains. */
			Closte_Domain_Sync_Notice::FAILED  => __( '%d failed', 'closte-domain-sync' ),
			/* translators: %d: number of domains. */
			Closte_Domain_Sync_Notice::LOST    => __( '%d lost', 'closte-domain-sync' ),
		);
		return sprintf( $texts[ $kind ], $count );
	}

	/**
	 * A name as WordPress keeps it, as it is read.
	 *
	 * @param string $name Name, with entities.
	 * @return string
	 */
	private static function plain( $name ) {
		return wp_specialchars_decode( (string) $name, ENT_QUOTES );
	}
}
