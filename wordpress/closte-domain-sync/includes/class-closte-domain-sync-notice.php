<?php
/**
 * What there is to tell a person of a domain.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Decides of a report whether a person is to be told of it. A row remembers in `told` what was told of its wish last, so
 * that nothing is told twice.
 */
final class Closte_Domain_Sync_Notice {

	/**
	 * What can be told of a domain: it works, it is late, it was given up, it worked and does not any more.
	 */
	const READY   = 'ready';
	const OVERDUE = 'overdue';
	const FAILED  = 'failed';
	const LOST    = 'lost';

	/**
	 * All of them, the one that matters most first.
	 */
	const KINDS = array( self::LOST, self::FAILED, self::OVERDUE, self::READY );

	/**
	 * The stages in which a domain was given up.
	 */
	const GIVEN_UP = array( 'failed', 'ssl-failed' );

	/**
	 * The event with which a report says that DNS is overdue. Others may come to be; a report with one that is not known
	 * is a report without.
	 */
	const EVENT_OVERDUE = 'dns.overdue';

	/**
	 * What a report leads to. A domain works if that was told last or, where nothing was, if its stage says so.
	 *
	 *     It works   Told last          Report                      Told now   Remembered
	 *     yes                           done, done-without-ssl                 ready
	 *     yes                           failed, ssl-failed          lost       lost
	 *     yes                           overdue                     lost       lost
	 *     yes                           anything else                          ready
	 *     no                            done, done-without-ssl      ready      ready
	 *     no         failed, lost       failed, ssl-failed                     the same
	 *     no         nothing, overdue   failed, ssl-failed          failed     failed
	 *     no         nothing            overdue                     overdue    overdue
	 *     no                            anything else                          the same
	 *
	 * @param string $told   What was told last; empty if nothing was.
	 * @param string $before Stage that the row has.
	 * @param string $stage  Stage of the report.
	 * @param string $event  Event of the report; empty if it has none.
	 * @return string[] What is to be told, empty if nothing is; and what is to be remembered.
	 */
	public static function after( $told, $before, $stage, $event ) {
		$works      = self::works( $told, $before );
		$is_served  = in_array( $stage, Closte_Domain_Sync_Stage::SERVED, true );
		$is_up      = in_array( $stage, self::GIVEN_UP, true );
		$is_overdue = self::EVENT_OVERDUE === $event && ! $is_served;
		if ( $works ) {
			return $is_up || $is_overdue ? array( self::LOST, self::LOST ) : array( '', self::READY );
		}
		if ( $is_served ) {
			return array( self::READY, self::READY );
		}
		if ( $is_up && in_array( $told, array( '', self::OVERDUE ), true ) ) {
			return array( self::FAILED, self::FAILED );
		}
		return $is_overdue && '' === $told ? array( self::OVERDUE, self::OVERDUE ) : array( '', $told );
	}

	/**
	 * Whether a domain works, as far as a person knows.
	 *
	 * @param string $told  What was told last.
	 * @param string $stage Stage.
	 * @return bool
	 */
	public static function works( $told, $stage ) {
		return self::READY === $told || ( '' === $told && in_array( $stage, Closte_Domain_Sync_Stage::SERVED, true ) );
	}

	/**
	 * A sentence that says it.
	 *
	 * @param string $kind   One of the constants.
	 * @param string $domain Domain.
	 * @return string
	 */
	public static function sentence( $kind, $domain ) {
		switch ( $kind ) {
			case self::READY:
				/* translators: %s: domain. */
				return sprintf( __( '%s is ready.', 'closte-domain-sync' ), $domain );
			case self::OVERDUE:
				/* translators: %s: domain. */
				return sprintf( __( '%s does not point to the network, two days after it was mapped.', 'closte-domain-sync' ), $domain );
			case self::LOST:
				/* translators: %s: domain. */
				return sprintf( __( '%s worked and does not work any more.', 'closte-domain-sync' ), $domain );
		}
		/* translators: %s: domain. */
		return sprintf( __( '%s could not be made to work and was given up.', 'closte-domain-sync' ), $domain );
	}
}
