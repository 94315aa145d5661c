<?php
/**
 * What the network wants.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Decides from WordPress's own tables which site wants a name at this moment. The plugin's table has no say in it, but for
 * two things that only a memory knows: that a www. was mapped with its domain, and which of two owners it was so far.
 *
 * A wish is an owner (see Owners), with the source that counts most among those of the name; null is none.
 */
final class Closte_Domain_Sync_Truth {

	/**
	 * Names that were taken from their owner in this request. That such a www. is mapped does not mean that it goes with
	 * its domain.
	 *
	 * @var bool[] By name.
	 */
	private static $lost = array();

	/**
	 * Takes down that a name was taken from its owner.
	 *
	 * @param string $name Name in its normal form.
	 */
	public static function lost( $name ) {
		self::$lost[ $name ] = true;
	}

	/**
	 * Whether a name was taken from its owner in this request.
	 *
	 * @param string $name Name in its normal form.
	 * @return bool
	 */
	public static function was_lost( $name ) {
		return isset( self::$lost[ $name ] );
	}

	/**
	 * What is wanted of names now.
	 *
	 * @param string[] $names Names in their normal form.
	 * @return array[] Wishes by name; null where nobody wants it.
	 * @throws Closte_Domain_Sync_Could_Not_Look If a table cannot be read.
	 */
	public static function of( array $names ) {
		$bases  = array_filter( array_map( array( 'Closte_Domain_Sync_Www', 'base_of' ), $names ) );
		$all    = array_values( array_unique( array_merge( $names, $bases ) ) );
		$owners = Closte_Domain_Sync_Owners::of( $all );
		$rows   = Closte_Domain_Sync_Domain_Table::rows( $all );
		$wishes = array();
		foreach ( $names as $name ) {
			$wishes[ $name ] = self::chosen( $name, $owners, $rows );
			$base            = Closte_Domain_Sync_Www::base_of( $name );
			$has_base        = null === $wishes[ $name ] && '' !== $base && ! Closte_Domain_Sync_Operator_Wishes::is_unmapped( $name );
			$of_base         = $has_base ? self::chosen( $base, $owners, $rows ) : null;
			$memory          = self::memory_of( $name, $rows );
			// To ask for the setting takes longer than all the rest.
			$is_asked_for = null !== $of_base && Closte_Domain_Sync_Domain_Table::MAPPED !== $memory && Closte_Domain_Sync_Www::goes_with( $base );
			if ( null !== $of_base && Closte_Domain_Sync_Www::is_wanted( $memory, self::memory_of( $base, $rows ), $is_asked_for ) ) {
				$wishes[ $name ] = $of_base;
			}
		}
		return $wishes;
	}

	/**
	 * Whether a row says what is wanted.
	 *
	 * @param object     $row  Row.
	 * @param array|null $wish Wish.
	 * @return bool
	 */
	public static function agrees( $row, $wish ) {
		if ( null === $wish ) {
			return Closte_Domain_Sync_Domain_Table::REMOVED === $row->wanted;
		}
		// Rows of the version before do not know their network.
		return Closte_Domain_Sync_Domain_Table::MAPPED === $row->wanted
			&& (int) $row->site_id === $wish['site_id']
			&& in_array( (int) $row->network_id, array( 0, $wish['network_id'] ), true );
	}

	/**
	 * The owner that a name counts for: the one that it was mapped for so far, or else the first.
	 *
	 * @param string   $name   Name.
	 * @param array[]  $owners Owners by name.
	 * @param object[] $rows   Rows by name.
	 * @return array|null
	 */
	private static function owner( $name, array $owners, array $rows ) {
		if ( ! Closte_Domain_Sync_Domain_Form::is_good( $name ) ) {
			return null;
		}
		foreach ( $owners[ $name ] as $owner ) {
			if ( isset( $rows[ $name ] ) && (int) $rows[ $name ]->site_id === $owner['site_id'] ) {
				return $owner;
			}
		}
		return $owners[ $name ] ? $owners[ $name ][0] : null;
	}

	/**
	 * The owner that a name counts for, with the source that counts most: it is the sites' as soon as one of them has it
	 * itself, whatever records there are.
	 *
	 * @param string   $name   Name.
	 * @param array[]  $owners Owners by name.
	 * @param object[] $rows   Rows by name.
	 * @return array|null
	 */
	private static function chosen( $name, array $owners, array $rows ) {
		$owner = self::owner( $name, $owners, $rows );
		if ( null !== $owner ) {
			$sources         = array_column( $owners[ $name ], 'source' );
			$owner['source'] = current( array_intersect( array( Closte_Domain_Sync_Owners::OPERATOR, Closte_Domain_Sync_Owners::SITE, Closte_Domain_Sync_Owners::RECORD ), $sources ) );
		}
		return $owner;
	}

	/**
	 * What the table remembers of a name.
	 *
	 * @param string   $name Name.
	 * @param object[] $rows Rows by name.
	 * @return string Domain_Table::MAPPED, REMOVED, or empty.
	 */
	private static function memory_of( $name, array $rows ) {
		$wanted = isset( $rows[ $name ] ) ? $rows[ $name ]->wanted : '';
		return '' !== $wanted && isset( self::$lost[ $name ] ) ? Closte_Domain_Sync_Domain_Table::REMOVED : $wanted;
	}
}
