<?php
/**
 * What is wanted of domains, written down.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Writes down what the truth says of names, and has the functions told once the page is done. Whoever calls only says of
 * which names something may have changed.
 */
final class Closte_Domain_Sync_Wishes {

	/**
	 * Looks at names and their www. again.
	 *
	 * @param array  $names    Names as WordPress has them. What can be no domain is left alone.
	 * @param string $delivery Delivery of the first event of a domain that the table did not have.
	 * @return int How many events this made.
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function look_at( array $names, $delivery = Closte_Domain_Sync_Event_Queue::WAITING ) {
		return self::write( self::with_www( $names ), $delivery, 0 );
	}

	/**
	 * Looks at names again that a site had until a moment ago. One that the table never had is written down as removed,
	 * since others may have told Closte of it.
	 *
	 * @param array  $names   Names as WordPress has them.
	 * @param int    $site_id Site.
	 * @param string $source  Where the site had them (Owners).
	 * @return int How many events this made.
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function look_at_lost( array $names, $site_id, $source = Closte_Domain_Sync_Owners::RECORD ) {
		foreach ( $names as $name ) {
			Closte_Domain_Sync_Truth::lost( Closte_Domain_Sync_Domain_Name::normalise( $name ) );
		}
		return self::write( self::with_www( $names ), Closte_Domain_Sync_Event_Queue::WAITING, (int) $site_id, $source );
	}

	/**
	 * The names, and their www., of which the table says something else than what is wanted.
	 *
	 * @param array $names Names as WordPress has them.
	 * @return string[]
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function differing( array $names ) {
		$names  = self::with_www( $names );
		$rows   = Closte_Domain_Sync_Domain_Table::rows( $names );
		$wishes = Closte_Domain_Sync_Truth::of( $names );
		return array_values(
			array_filter(
				$names,
				static function ( $name ) use ( $rows, $wishes ) {
					$row = $rows[ $name ] ?? null;
					return Closte_Domain_Sync_Switch::follows( $wishes[ $name ]['source'] ?? $row->source ?? '' ) && self::differs( $name, $row, $wishes[ $name ], 0 );
				}
			)
		);
	}

	/**
	 * Repairs rows that do not say what is wanted, of names that are looked after.
	 *
	 * @param object[] $rows     Rows.
	 * @param int      $removals How many domains may be taken back at most.
	 * @return int How many domains were not wanted any more, taken back or not.
	 * @throws Closte_Domain_Sync_Could_Not_Look If what is wanted cannot be read.
	 */
	public static function repair( array $rows, $removals ) {
		$rows    = array_column( $rows, null, 'domain' );
		$wishes  = Closte_Domain_Sync_Truth::of( array_map( 'strval', array_keys( $rows ) ) );
		$gone    = 0;
		$to_note = array();
		foreach ( $rows as $domain => $row ) {
			if ( ! Closte_Domain_Sync_Domain_Form::is_good( (string) $domain ) ) {
				Closte_Domain_Sync_Domain_Table::forget( $domain );
			} elseif ( ! Closte_Domain_Sync_Truth::agrees( $row, $wishes[ $domain ] ) ) {
				if ( ! Closte_Domain_Sync_Switch::follows( $wishes[ $domain ]['source'] ?? $row->source ) ) {
					continue;
				}
				$gone += null === $wishes[ $domain ] ? 1 : 0;
				if ( null !== $wishes[ $domain ] || $gone <= $removals ) {
					self::store( $row->domain, $wishes[ $domain ], (int) $row->site_id );
				}
			} else {
				$to_note[ $domain ] = $row;
			}
		}
		self::note_owners( $to_note, $wishes );
		return $gone;
	}

	/**
	 * Names in their normal form, each behind its www.: a request that is killed between the two leaves a www. whose domain
	 * is found by the sweep, not a domain whose www. nobody asks for any more.
	 *
	 * @param array $names Names as WordPress has them.
	 * @return string[]
	 */
	private static function with_www( array $names ) {
		$all = array();
		foreach ( $names as $name ) {
			$name = Closte_Domain_Sync_Domain_Name::normalise( $name );
			if ( Closte_Domain_Sync_Domain_Form::is_good( $name ) ) {
				$all = array_merge( $all, Closte_Domain_Sync_Www::can_have( $name ) ? array( Closte_Domain_Sync_Www::of( $name ), $name ) : array( $name ) );
			}
		}
		return array_values( array_unique( $all ) );
	}

	/**
	 * Writes down what is wanted of names where the table says something else.
	 *
	 * @param string[] $names    Names in their normal form.
	 * @param string   $delivery Delivery of the first event of a domain that the table did not have.
	 * @param int      $lost_by  Site that had the names until a moment ago; 0 if none lost them.
	 * @param string   $lost_in  Where it had them (Owners).
	 * @return int How many events this made.
	 */
	private static function write( array $names, $delivery, $lost_by, $lost_in = '' ) {
		$rows   = Closte_Domain_Sync_Domain_Table::rows( $names );
		$wishes = Closte_Domain_Sync_Truth::of( $names );
		$events = 0;
		foreach ( $names as $name ) {
			$row         = isset( $rows[ $name ] ) ? $rows[ $name ] : null;
			$is_followed = Closte_Domain_Sync_Switch::follows( $wishes[ $name ]['source'] ?? $row->source ?? $lost_in );
			if ( $is_followed && self::differs( $name, $row, $wishes[ $name ], $lost_by ) ) {
				$events += self::store( $name, $wishes[ $name ], $row ? (int) $row->site_id : $lost_by, $delivery, $lost_in );
			}
		}
		self::note_owners( $rows, $wishes );
		return $events;
	}

	/**
	 * Writes down of rows that say what is wanted which network the functions are told and where the wish was read, if they
	 * do not say that yet. That is no new wish.
	 *
	 * @param object[] $rows   Rows by name.
	 * @param array[]  $wishes Wishes by name.
	 */
	private static function note_owners( array $rows, array $wishes ) {
		$of_owners = array();
		foreach ( $rows as $name => $row ) {
			$wish = $wishes[ $name ];
			if ( null !== $wish && Closte_Domain_Sync_Truth::agrees( $row, $wish ) && ( ! (int) $row->network_id || $row->source !== $wish['source'] ) ) {
				$of_owners[ $wish['network_id'] ][ $wish['source'] ][] = $row->domain;
			}
		}
		foreach ( $of_owners as $network_id => $of_sources ) {
			foreach ( $of_sources as $source => $domains ) {
				Closte_Domain_Sync_Domain_Table::note_owner( $network_id, $source, $domains );
			}
		}
	}

	/**
	 * Whether the table says something else of a name than what is wanted.
	 *
	 * @param string      $name    Name.
	 * @param object|null $row     Row.
	 * @param array|null  $wish    Wish.
	 * @param int         $lost_by Site that had the name until a moment ago; 0 if none lost it.
	 * @return bool
	 */
	private static function differs( $name, $row, $wish, $lost_by ) {
		return $row ? ! Closte_Domain_Sync_Truth::agrees( $row, $wish ) : ( null !== $wish || ( $lost_by && self::went( $name ) ) );
	}

	/**
	 * Whether a name that the table never had went with what was lost: the main network's own did not, and of a www. the
	 * setting decides.
	 *
	 * @param string $name Name.
	 * @return bool
	 */
	private static function went( $name ) {
		$base = Closte_Domain_Sync_Www::base_of( $name );
		return Closte_Domain_Sync_Network::main_domain() !== $name
			&& ( Closte_Domain_Sync_Truth::was_lost( $name ) || ( '' !== $base && Closte_Domain_Sync_Www::goes_with( $base ) ) );
	}

	/**
	 * Writes down one wish, and has the functions told after this request.
	 *
	 * @param string     $domain   Domain.
	 * @param array|null $wish     Wish.
	 * @param int        $site_id  Site of a domain that nobody wants.
	 * @param string     $delivery Delivery of the first event of a domain that the table did not have.
	 * @param string     $lost_in  Where the site had a domain that nobody wants and that the table never had.
	 * @return int 1 if it made an event, 0 if not.
	 */
	private static function store( $domain, $wish, $site_id, $delivery = Closte_Domain_Sync_Event_Queue::WAITING, $lost_in = '' ) {
		$is_news = null === $wish
			? Closte_Domain_Sync_Domain_Table::store_wish( $domain, $site_id, Closte_Domain_Sync_Domain_Table::REMOVED, $delivery, 0, $lost_in )
			: Closte_Domain_Sync_Domain_Table::store_wish( $domain, $wish['site_id'], Closte_Domain_Sync_Domain_Table::MAPPED, $delivery, $wish['network_id'], $wish['source'] );
		if ( $is_news ) {
			Closte_Domain_Sync_Schedule::after_this_request();
		}
		return $is_news ? 1 : 0;
	}
}
