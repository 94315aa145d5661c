<?php
/**
 * The rows that the list shows.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * Reads the rows of the list in the network admin: filtered, in order, and page by page. However many there are, a page
 * finds its names by an index alone and only then reads their rows.
 */
final class Closte_Domain_Sync_Domain_Query {

	/**
	 * By what the list can be in order, and the columns of the index that has that order.
	 */
	const ORDERS = array(
		'domain' => array( 'domain' ),
		'site'   => array( 'site_id', 'domain' ),
		'since'  => array( 'updated_at', 'wanted', 'stage', 'state', 'domain' ),
	);

	/**
	 * Group (see Stage_Group); empty for all rows.
	 *
	 * @var string
	 */
	public $group = '';

	/**
	 * Part of a name that is searched for; empty for all.
	 *
	 * @var string
	 */
	public $search = '';

	/**
	 * Site; 0 for all.
	 *
	 * @var int
	 */
	public $site_id = 0;

	/**
	 * Key of ORDERS.
	 *
	 * @var string
	 */
	public $orderby = 'domain';

	/**
	 * Whether the order is the other way round.
	 *
	 * @var bool
	 */
	public $descending = false;

	/**
	 * How many rows there are of each kind, as counted() found it.
	 *
	 * @var object[]|null
	 */
	private $kinds = null;

	/**
	 * What an address asks for. What it asks for that there is not counts as nothing.
	 *
	 * @param array $asked Fields of the address, without slashes.
	 * @return self
	 */
	public static function asked_for( array $asked ) {
		$query  = new self();
		$asked  = array_filter( $asked, 'is_scalar' );
		$asked += array(
			'group'   => '',
			's'       => '',
			'site_id' => 0,
			'orderby' => '',
			'order'   => '',
		);

		$query->group      = isset( Closte_Domain_Sync_Stage_Group::labels()[ $asked['group'] ] ) ? $asked['group'] : '';
		$query->search     = trim( (string) $asked['s'] );
		$query->site_id    = absint( $asked['site_id'] );
		$query->orderby    = isset( self::ORDERS[ $asked['orderby'] ] ) ? $asked['orderby'] : 'domain';
		$query->descending = 'desc' === strtolower( (string) $asked['order'] );
		return $query;
	}

	/**
	 * How many rows of the whole table there are in each group.
	 *
	 * @return int[] By group.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public function counts() {
		$counts = array_fill_keys( array_keys( Closte_Domain_Sync_Stage_Group::labels() ), 0 );
		foreach ( $this->kinds() as $kind ) {
			$counts[ Closte_Domain_Sync_Stage_Group::of( $kind->wanted, $kind->state, $kind->stage ) ] += (int) $kind->domains;
		}
		return $counts;
	}

	/**
	 * How many rows it finds.
	 *
	 * @return int
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public function total() {
		global $wpdb;
		if ( '' === $this->search && ! $this->site_id ) {
			$counts = $this->counts();
			return '' === $this->group ? array_sum( $counts ) : $counts[ $this->group ];
		}
		list( $conditions, $values ) = $this->conditions();

		$table = Closte_Domain_Sync_Schema::domains();
		$total = $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM $table WHERE $conditions", $values ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return (int) $total;
	}

	/**
	 * A page of the rows that it finds, in its order.
	 *
	 * @param int $offset How many rows come before.
	 * @param int $limit  How many at most.
	 * @return object[]
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public function page( $offset, $limit ) {
		global $wpdb;
		list( $conditions, $values ) = $this->conditions();

		$way     = $this->descending ? 'DESC' : 'ASC';
		$columns = implode( " $way, ", self::ORDERS[ $this->orderby ] ) . " $way";
		$table   = Closte_Domain_Sync_Schema::domains();
		$names   = $wpdb->get_col( $wpdb->prepare( "SELECT domain FROM $table WHERE $conditions ORDER BY $columns LIMIT %d, %d", array_merge( $values, array( $offset, $limit ) ) ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return self::rows( $names );
	}

	/**
	 * The rows that it finds behind a name, in the order of the name.
	 *
	 * @param string $after Name; empty for the first ones.
	 * @param int    $limit How many at most.
	 * @return object[]
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public function behind( $after, $limit ) {
		global $wpdb;
		list( $conditions, $values ) = $this->conditions( $after );

		$table = Closte_Domain_Sync_Schema::domains();
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $table WHERE $conditions ORDER BY domain LIMIT %d", array_merge( $values, array( $limit ) ) ) );
		Closte_Domain_Sync_Could_Not_Look::check();
		return $rows;
	}

	/**
	 * Rows in the order of their names' list.
	 *
	 * @param string[] $names Names.
	 * @return object[]
	 */
	private static function rows( array $names ) {
		$rows = Closte_Domain_Sync_Domain_Table::rows( $names );
		// One may have gone in between.
		return array_values( array_filter( array_map( static fn( $name ) => $rows[ $name ] ?? null, $names ) ) );
	}

	/**
	 * What a row has to be to be found, for the database.
	 *
	 * @param string $after Name behind which it has to be; empty for none.
	 * @return array{0: string, 1: array} Fixed texts with marks, and the values for these.
	 */
	private function conditions( $after = '' ) {
		global $wpdb;
		// A bound on the name where there is none would keep the database from every other index.
		$conditions = array( '' === $after ? '1 = %d' : 'domain > %s' );
		$values     = array( '' === $after ? 1 : $after );
		if ( '' !== $this->group ) {
			$kinds = array( '1 = 0' );
			foreach ( $this->kinds() as $kind ) {
				if ( Closte_Domain_Sync_Stage_Group::of( $kind->wanted, $kind->state, $kind->stage ) === $this->group ) {
					$kinds[] = '( wanted = %s AND stage = %s AND state = %s )';
					array_push( $values, $kind->wanted, $kind->stage, $kind->state );
				}
			}
			$conditions[] = '( ' . implode( ' OR ', $kinds ) . ' )';
		}
		if ( '' !== $this->search ) {
			$conditions[] = 'domain LIKE %s';
			$values[]     = '%' . $wpdb->esc_like( self::searched( $this->search ) ) . '%';
		}
		if ( $this->site_id ) {
			$conditions[] = 'site_id = %d';
			$values[]     = $this->site_id;
		}
		return array( implode( ' AND ', $conditions ), $values );
	}

	/**
	 * What is looked for in the names: the table has them in lower case and A-labels. An address is taken for its host.
	 *
	 * @param string $text What somebody typed.
	 * @return string
	 */
	private static function searched( $text ) {
		$host = preg_replace( '#^[a-z]+://([^/]*).*$#Di', '$1', $text );
		$name = Closte_Domain_Sync_Domain_Name::normalise( $host );
		return '' === $name ? strtolower( $host ) : $name;
	}

	/**
	 * The kinds of rows that there are: what is wanted, stage and delivery. They come from an index.
	 *
	 * @return object[] Each with wanted, stage, state and how many domains.
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	private function kinds() {
		global $wpdb;
		if ( null === $this->kinds ) {
			$table = Closte_Domain_Sync_Schema::domains();
			$kinds = $wpdb->get_results( "SELECT wanted, stage, state, COUNT(*) AS domains FROM $table GROUP BY wanted, stage, state" );
			Closte_Domain_Sync_Could_Not_Look::check();
			$this->kinds = $kinds;
		}
		return $this->kinds;
	}
}
