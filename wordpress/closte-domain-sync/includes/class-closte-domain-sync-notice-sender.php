<?php
/**
 * The sender of notices.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Tells what is to be told of the domains: by the action hook and the events of Ultimate Multisite, by e-mails to the
 * network's address, many notices in one, and by e-mails to the owners of sites. It runs under the lease of the sender of
 * events.
 */
final class Closte_Domain_Sync_Notice_Sender {

	/**
	 * The action hook. Its arguments: the notice (ready, overdue, failed or lost), the domain, the number of the site, and an
	 * array with `id`, `stage`, `message`, `status_url` and `noted_at` (Unix seconds).
	 */
	const HOOK = 'closte_sync_domain_notice';

	/**
	 * Seconds: after which a run begins nothing further, and after which an e-mail that failed is tried again at the latest.
	 */
	const BUDGET  = 10;
	const LONGEST = HOUR_IN_SECONDS;

	/**
	 * The lease under which it runs.
	 *
	 * @var Closte_Domain_Sync_Lease
	 */
	private $lease;

	/**
	 * When it ends, in Unix seconds.
	 *
	 * @var int
	 */
	private $until = 0;

	/**
	 * Whether it ended before everything that is due was told.
	 *
	 * @var bool
	 */
	private $has_more = false;

	/**
	 * After how many seconds the next run may begin.
	 *
	 * @var int
	 */
	private $pause = 0;

	/**
	 * The lease under which it runs.
	 *
	 * @param Closte_Domain_Sync_Lease $lease Lease, taken.
	 */
	public function __construct( $lease ) {
		$this->lease = $lease;
	}

	/**
	 * Tells what is due, until nothing is or the time is up.
	 */
	public function run() {
		$this->until = time() + self::BUDGET;
		Closte_Domain_Sync_Notice_Queue::forget_old();
		$this->tell_each( Closte_Domain_Sync_Notice_Settings::HOOK, array( __CLASS__, 'call_listeners' ) );
		if ( $this->may_go_on() ) {
			Closte_Domain_Sync_Notice_Digest::send();
		}
		$this->tell_each( Closte_Domain_Sync_Notice_Settings::OWNER, array( 'Closte_Domain_Sync_Notice_Mail', 'to_owner' ) );
	}

	/**
	 * Whether it ended before everything that is due was told.
	 *
	 * @return bool
	 */
	public function has_more() {
		return $this->has_more;
	}

	/**
	 * After how many seconds the next run may begin: what could not be sent just now is not tried again at once.
	 *
	 * @return int
	 */
	public function pause() {
		return $this->pause;
	}

	/**
	 * When something is to be told next.
	 *
	 * @param int|null $other When something else is due.
	 * @return int|null The earliest of all, in Unix seconds; null if there is nothing.
	 */
	public static function next_due( $other ) {
		$due = array(
			$other,
			Closte_Domain_Sync_Notice_Queue::next_due( Closte_Domain_Sync_Notice_Settings::HOOK ),
			Closte_Domain_Sync_Notice_Digest::next_due(),
			Closte_Domain_Sync_Notice_Queue::next_due( Closte_Domain_Sync_Notice_Settings::OWNER ),
		);
		$due = array_diff( $due, array( null ) );
		return $due ? min( $due ) : null;
	}

	/**
	 * After how many seconds an e-mail is tried again. An outage ends at some time, and what waited for that should not wait
	 * for much longer.
	 *
	 * @param int $failed How many attempts had failed before the latest one.
	 * @return int
	 */
	public static function wait_after( $failed ) {
		return min( Closte_Domain_Sync_Sender::wait_after( $failed ), self::LONGEST );
	}

	/**
	 * Tells the rows of a channel that are due, one after another. After one that could not be told it is the next run's
	 * turn: every other one would wait for the same silence.
	 *
	 * @param string   $channel One of the channels.
	 * @param callable $tell    What tells a row; it returns whether that succeeded.
	 */
	private function tell_each( $channel, $tell ) {
		while ( $this->may_go_on() ) {
			$row = Closte_Domain_Sync_Notice_Queue::claim( $channel );
			if ( ! $row ) {
				return;
			}
			if ( ! self::succeeds( $tell, $row ) ) {
				Closte_Domain_Sync_Notice_Queue::put_off( $row, self::wait_after( (int) $row->attempts ) );
				$this->pause = self::wait_after( 0 );
				return;
			}
			Closte_Domain_Sync_Notice_Queue::told( $row );
		}
	}

	/**
	 * Calls whoever listens. What one of them throws is its own matter: the others have been told, and are not told twice.
	 *
	 * @param object $row Row of the queue.
	 * @return bool
	 */
	public static function call_listeners( $row ) {
		$notice = array(
			'id'         => $row->notice,
			'stage'      => $row->stage,
			'message'    => $row->message,
			'status_url' => Closte_Domain_Sync_Status_Link::url( $row->domain ),
			'noted_at'   => (int) $row->noted_at,
		);
		/**
		 * A domain is ready, overdue, failed or lost.
		 *
		 * @param string $kind    ready, overdue, failed or lost.
		 * @param string $domain  Domain, in A-labels.
		 * @param int    $site_id Site.
		 * @param array  $notice  `id`, which is the same should PHP die while it is told and it is told again; `stage`;
		 *                        `message`, what is wrong and what to do; `status_url`, a link that is good for 7 days;
		 *                        `noted_at`, Unix seconds.
		 */
		Closte_Domain_Sync_Schedule::guarded( 'do_action', self::HOOK, $row->kind, $row->domain, (int) $row->site_id, $notice );
		Closte_Domain_Sync_Schedule::guarded( array( 'Closte_Domain_Sync_Notice_Events', 'fire' ), $row, $notice );
		return true;
	}

	/**
	 * Does something that says whether it succeeded; it did not if it throws.
	 *
	 * @param callable $action       What to do.
	 * @param mixed    ...$arguments Its arguments.
	 * @return bool
	 */
	public static function succeeds( $action, ...$arguments ) {
		try {
			return (bool) $action( ...$arguments );
		} catch ( Throwable $e ) {
			error_log( 'Closte Domain Sync could not tell of a domain: ' . $e->getMessage() );
			return false;
		}
	}

	/**
	 * Whether there is time left, and no other run at it.
	 *
	 * @return bool
	 */
	private function may_go_on() {
		$this->has_more = time() > $this->until || ! $this->lease->take();
		return ! $this->has_more;
	}
}
