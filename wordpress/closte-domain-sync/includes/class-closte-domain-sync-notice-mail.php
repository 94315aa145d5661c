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
	 * How many characters it has at most, some fewer than 60,000. What is to be done stands in it whole or not at all: of the domains behind those for
	 * which there is room, it is said on their pages.
	 */
	const MAX_LENGTH = 59900;

	/**
	 * How many bytes of a message stand in a line: SMTP takes 998 (RFC 5321, 4.5.3.1.6), and a mailer encodes what is longer.
	 */
	const MAX_LINE = 900;

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
		$last = array();
		$more = array_sum( $counts ) - count( $rows );
		if ( $more > 0 ) {
			/* translators: 1: number of notices, 2: command. */
			$last[] = sprintf( _n( 'There is %1$d more. See the list of domains, or run %2$s.', 'There are %1$d more. See the list of domains, or run %2$s.', $more, 'closte-domain-sync' ), $more, 'wp closte-sync list' );
		}
		/* translators: 1: a command, 2: another command. */
		$last[] = sprintf( __( 'Once what is said is done, %1$s has a domain that was given up looked at again. Which e-mails are sent is set by %2$s.', 'closte-domain-sync' ), 'wp closte-sync retry DOMAIN', 'wp closte-sync notices' );
		/* translators: 1: name of the network, 2: how many domains are lost, failed and so on. */
		$subject = sprintf( __( '[%1$s] Domains: %2$s', 'closte-domain-sync' ), self::plain( get_network_option( $network, 'site_name' ) ), implode( ', ', $said ) );
		$room    = self::MAX_LENGTH - mb_strlen( implode( "\n\n", $last ) );
		$parts   = array_merge( self::parts( $rows, $room ), $last );
		return wp_mail( get_network_option( $network, 'admin_email' ), $subject, implode( "\n\n", $parts ) );
	}

	/**
	 * What is said of each domain, with what is to be done as long as there is room for it.
	 *
	 * @param object[] $rows Rows of the queue.
	 * @param int      $room How many characters there are for all of them.
	 * @return string[]
	 */
	private static function parts( array $rows, $room ) {
		$now   = self::as_they_are( $rows );
		$short = array();
		$whole = array();
		foreach ( $rows as $row ) {
			$site = get_site( (int) $row->site_id );
			/* translators: 1: number of a site, 2: its address. */
			$of_site = $site ? sprintf( __( 'Site %1$d: %2$s', 'closte-domain-sync' ), $row->site_id, $site->domain . $site->path ) : '';
			$short[] = self::lines( $row, $now, $of_site, false );
			$whole[] = self::lines( $row, $now, $of_site, true );
		}
		foreach ( $short as $part ) {
			$room -= mb_strlen( "$part\n\n" );
		}
		foreach ( $whole as $index => $part ) {
			$longer = mb_strlen( $part ) - mb_strlen( $short[ $index ] );
			if ( $longer <= $room ) {
				$short[ $index ] = $part;
				$room           -= $longer;
			}
		}
		return $short;
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
		return wp_mail( $address, $subject, self::lines( $row, self::as_they_are( array( $row ) ), '', true ) );
	}

	/**
	 * What is said of a domain.
	 *
	 * @param object   $row     Row of the queue.
	 * @param object[] $now     Rows of the domains as they are, by domain.
	 * @param string   $of_site Which site it is of.
	 * @param bool     $whole   Whether there is room for what is to be done.
	 * @return string
	 */
	private static function lines( $row, array $now, $of_site, $whole ) {
		$message = Closte_Domain_Sync_Notice::READY === $row->kind ? '' : $row->message;
		/* translators: %s: address of a page. */
		$how   = '' === $message || $whole ? __( 'How it is now: %s', 'closte-domain-sync' ) : __( 'How it is now, and what to do: %s', 'closte-domain-sync' );
		$lines = array(
			Closte_Domain_Sync_Notice::sentence( $row->kind, $row->domain ),
			$of_site,
			$whole ? wordwrap( $message, self::MAX_LINE ) : '',
			self::since_then( $row, isset( $now[ $row->domain ] ) ? $now[ $row->domain ] : null ),
			sprintf( $how, Closte_Domain_Sync_Status_Link::url( $row->domain ) ),
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
