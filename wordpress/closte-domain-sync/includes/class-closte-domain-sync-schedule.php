<?php
/**
 * When the sender runs.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * When the sender runs: soon after a wish in a request of its own, and later attempts by Action Scheduler where it is
 * loaded, by WP-Cron where not, both of the main site. Whatever gets lost on the way to that is found by the sweep.
 */
final class Closte_Domain_Sync_Schedule {

	/**
	 * Hooks of the jobs: a run of the sender, and the sweep.
	 */
	const SEND  = 'closte_sync_send';
	const SWEEP = 'closte_sync_sweep';

	/**
	 * How WP-Cron calls the sweep's interval, and its seconds: the longest for which an event that was forgotten waits.
	 */
	const SWEEP_INTERVAL = 'closte_sync_five_minutes';
	const SWEEP_SECONDS  = 300;

	/**
	 * Group of the jobs in Action Scheduler.
	 */
	const GROUP = 'closte-domain-sync';

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_action( self::SEND, array( __CLASS__, 'send' ), 10, 0 );
		add_action( self::SWEEP, array( __CLASS__, 'sweep' ) );
		add_filter( 'cron_schedules', array( __CLASS__, 'add_interval' ) );
		if ( is_main_site() && is_main_network() ) {
			add_action( 'init', array( __CLASS__, 'keep_sweeping' ) );
		}
	}

	/**
	 * Adds the sweep's interval to those of WP-Cron.
	 *
	 * @param array $schedules Intervals.
	 * @return array
	 */
	public static function add_interval( $schedules ) {
		$schedules[ self::SWEEP_INTERVAL ] = array(
			'interval' => self::SWEEP_SECONDS,
			'display'  => __( 'Every five minutes (Closte Domain Sync)', 'closte-domain-sync' ),
		);
		return $schedules;
	}

	/**
	 * Schedules the sweep. WP-Cron's list is loaded with every request anyway, so this costs nothing.
	 */
	public static function keep_sweeping() {
		if ( ! wp_next_scheduled( self::SWEEP ) ) {
			wp_schedule_event( time(), self::SWEEP_INTERVAL, self::SWEEP );
			Closte_Domain_Sync_What_Runs::note( Closte_Domain_Sync_What_Runs::LISTENING );
			// Nobody listened until now.
			Closte_Domain_Sync_Sweep::begin_soon();
		}
	}

	/**
	 * Sends what is due and was forgotten, forgets what is no longer needed, and sees to the origin token.
	 */
	public static function sweep() {
		self::guarded( array( 'Closte_Domain_Sync_Request_Ids', 'forget_old' ) );
		self::guarded( array( 'Closte_Domain_Sync_Origin_Token', 'keep' ) );
		self::guarded( array( 'Closte_Domain_Sync_Sweep', 'go_on' ), Closte_Domain_Sync_Sender::BUDGET );
		self::guarded( array( 'Closte_Domain_Sync_Sender', 'run' ) );
		Closte_Domain_Sync_What_Runs::note( Closte_Domain_Sync_What_Runs::LISTENING );
		Closte_Domain_Sync_What_Runs::note( Closte_Domain_Sync_What_Runs::SWEPT );
		self::guarded( array( 'Closte_Domain_Sync_What_Runs', 'call_own_route' ) );
	}

	/**
	 * Does something whose failure, or that of another plugin in it, must not keep the rest from being done.
	 *
	 * @param callable $action       What to do.
	 * @param mixed    ...$arguments Its arguments.
	 * @return bool Whether it was done.
	 */
	public static function guarded( $action, ...$arguments ) {
		try {
			$action( ...$arguments );
			return true;
		} catch ( Throwable $e ) {
			error_log( 'Closte Domain Sync: ' . $e->getMessage() );
			return false;
		}
	}

	/**
	 * Runs the sender.
	 */
	public static function send() {
		self::guarded( array( 'Closte_Domain_Sync_Sender', 'run' ) );
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
	 * At the end of a request that wrote wishes: arranges a run, and has one begin at once elsewhere, unless it is WP-Cron's.
	 */
	public static function hand_over() {
		if ( wp_doing_cron() ) {
			self::send();
			return;
		}
		self::let_visitor_go();
		// First, so that nothing that goes wrong afterwards keeps the sender asleep.
		self::guarded( array( __CLASS__, 'wake' ) );
		self::arrange();
	}

	/**
	 * Has the sender run in a request of its own, whose end nobody waits for. Where that fails, the arranged run does it.
	 */
	public static function wake() {
		Closte_Domain_Sync_Loopback::calling();
		$id = 'wake_' . bin2hex( random_bytes( 16 ) );
		wp_remote_post(
			get_rest_url( get_main_site_id( get_main_network_id() ), Closte_Domain_Sync_Rest_Routes::ROUTES . '/send' ),
			array(
				'timeout'   => 0.01,
				'blocking'  => false,
				// WordPress's own filter for requests to itself.
				'sslverify' => apply_filters( 'https_local_ssl_verify', false ),
				'headers'   => Closte_Domain_Sync_Functions_Client::headers( $id, '{}' ) + array( 'Content-Type' => 'application/json' ),
				'body'      => '{}',
			)
		);
	}

	/**
	 * Ends the answer where the server can.
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
	 * Arranges the next run for when the next event or notice is due.
	 *
	 * @param int $pause Seconds that pass before it in any case.
	 */
	public static function arrange( $pause = 0 ) {
		$due = Closte_Domain_Sync_Notice_Sender::next_due( Closte_Domain_Sync_Event_Queue::next_due() );
		$at  = null === $due ? null : max( $due, time() + $pause );
		self::on_main_site(
			static function () use ( $at ) {
				// Action Scheduler throws where its tables are missing.
				if ( ! self::has_action_scheduler() || ! self::guarded( array( __CLASS__, 'arrange_action' ), $at ) ) {
					self::guarded( array( __CLASS__, 'arrange_cron_job' ), $at );
				}
			}
		);
	}

	/**
	 * Takes every job off the schedules. Events stay in the table.
	 */
	public static function clear() {
		if ( ! is_multisite() ) {
			return;
		}
		self::on_main_site(
			static function () {
				wp_clear_scheduled_hook( self::SEND );
				wp_clear_scheduled_hook( self::SWEEP );
				if ( function_exists( 'as_unschedule_all_actions' ) ) {
					self::guarded( 'as_unschedule_all_actions', self::SEND, array(), self::GROUP );
				}
			}
		);
	}

	/**
	 * Arranges the next run in Action Scheduler.
	 *
	 * @param int|null $at Unix seconds, or null for none.
	 */
	public static function arrange_action( $at ) {
		as_unschedule_all_actions( self::SEND, array(), self::GROUP );
		if ( null !== $at ) {
			as_schedule_single_action( $at, self::SEND, array(), self::GROUP );
		}
	}

	/**
	 * Arranges the next run in WP-Cron. An earlier one stays, since each run arranges the one after it. A later one goes
	 * first: WP-Cron refuses a job within ten minutes of another of the same hook.
	 *
	 * @param int|null $at Unix seconds, or null for none.
	 */
	public static function arrange_cron_job( $at ) {
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
			&& ( Closte_Domain_Sync_Ultimate_Multisite::is_there() || is_main_site() );
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
