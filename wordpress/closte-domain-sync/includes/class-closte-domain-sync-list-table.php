<?php
/**
 * The table of the list of the domains.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The rows of the list in the network admin, as WordPress shows lists.
 */
final class Closte_Domain_Sync_List_Table extends WP_List_Table {

	/**
	 * What is shown.
	 *
	 * @var Closte_Domain_Sync_Domain_Query
	 */
	private $query;

	/**
	 * What stands beside the rows: the stages of the records, and the names that are not mapped.
	 *
	 * @var array{0: string[], 1: string[]}
	 */
	private $beside = array( array(), array() );

	/**
	 * Begins.
	 *
	 * @param Closte_Domain_Sync_Domain_Query $query What is shown.
	 */
	public function __construct( Closte_Domain_Sync_Domain_Query $query ) {
		$this->query = $query;
		parent::__construct(
			array(
				'singular' => 'domain',
				'plural'   => 'domains',
			)
		);
	}

	/**
	 * Reads the rows.
	 *
	 * @throws Closte_Domain_Sync_Could_Not_Look If the table cannot be read.
	 */
	public function prepare_items() {
		$rows  = $this->get_items_per_page( Closte_Domain_Sync_List_Screen::PER_PAGE, Closte_Domain_Sync_List_Screen::ROWS );
		$total = $this->query->total();
		$this->set_pagination_args(
			array(
				'total_items' => $total,
				'per_page'    => $rows,
			)
		);
		$this->items  = $this->query->page( ( $this->get_pagenum() - 1 ) * $rows, $rows );
		$this->beside = array(
			Closte_Domain_Sync_Shown_Records::of( array_column( $this->items, 'domain' ) ),
			Closte_Domain_Sync_Companions::beside( $this->items ),
		);
		self::read_sites( array_unique( array_column( $this->items, 'site_id' ) ) );
	}

	/**
	 * Has WordPress read sites at once: each row asks for its own.
	 *
	 * @param string[] $ids Sites.
	 */
	private static function read_sites( array $ids ) {
		if ( $ids ) {
			get_sites(
				array(
					'site__in'               => $ids,
					'number'                 => count( $ids ),
					'update_site_meta_cache' => false,
				)
			);
		}
	}

	/**
	 * The columns.
	 *
	 * @return string[]
	 */
	public function get_columns() {
		return array(
			'cb'      => '<input type="checkbox">',
			'domain'  => __( 'Domain', 'closte-domain-sync' ),
			'site'    => __( 'Site', 'closte-domain-sync' ),
			'wanted'  => __( 'Wanted', 'closte-domain-sync' ),
			'stage'   => __( 'Stage', 'closte-domain-sync' ),
			'since'   => __( 'Since', 'closte-domain-sync' ),
			'problem' => __( 'What is wrong', 'closte-domain-sync' ),
			'next'    => __( 'Next look', 'closte-domain-sync' ),
		);
	}

	/**
	 * What a row shows, column by column.
	 *
	 * @param object $row    Row.
	 * @param string $column Column.
	 * @return string HTML.
	 */
	protected function column_default( $row, $column ) {
		return Closte_Domain_Sync_List_Cells::cell( $column, $row, $this->beside[0][ $row->domain ] ?? '', $this->beside[1][ $row->domain ] ?? '' );
	}

	/**
	 * The checkbox of a row. Its value is the domain.
	 *
	 * @param object $row Row.
	 * @return string HTML.
	 */
	protected function column_cb( $row ) {
		return Closte_Domain_Sync_List_Cells::checkbox( $row );
	}

	/**
	 * The links under a domain.
	 *
	 * @param object $row     Row.
	 * @param string $column  Column.
	 * @param string $primary The column that has them.
	 * @return string HTML.
	 */
	protected function handle_row_actions( $row, $column, $primary ) {
		return $column === $primary ? $this->row_actions( Closte_Domain_Sync_List_Cells::actions( $row ) ) : '';
	}

	/**
	 * The column that has the links.
	 *
	 * @return string
	 */
	protected function get_default_primary_column_name() {
		return 'domain';
	}

	/**
	 * By which columns it can be in order: those that have an index.
	 *
	 * @return array[]
	 */
	protected function get_sortable_columns() {
		return array(
			'domain' => array( 'domain', false ),
			'site'   => array( 'site', false ),
			// The latest first.
			'since'  => array( 'since', true ),
		);
	}

	/**
	 * What can be done with many rows at once.
	 *
	 * @return string[]
	 */
	protected function get_bulk_actions() {
		return array( Closte_Domain_Sync_List_Actions::CHECK_AGAIN => __( 'Check again', 'closte-domain-sync' ) );
	}

	/**
	 * The groups, each with how many rows it has, and the names that are not mapped.
	 *
	 * @return string[] HTML by name.
	 */
	protected function get_views() {
		$counts = $this->query->counts();
		$views  = array( 'all' => self::view( '', __( 'All', 'closte-domain-sync' ), array_sum( $counts ), '' === $this->query->group ) );
		foreach ( Closte_Domain_Sync_Stage_Group::labels() as $group => $label ) {
			$views[ $group ] = self::view( $group, $label, $counts[ $group ], $group === $this->query->group );
		}
		return $views + array( 'names' => Closte_Domain_Sync_Names_View::link() );
	}

	/**
	 * A link to a group.
	 *
	 * @param string $group   Group.
	 * @param string $label   What it is called.
	 * @param int    $count   How many rows it has.
	 * @param bool   $current Whether it is the one that is shown.
	 * @return string HTML.
	 */
	private static function view( $group, $label, $count, $current ) {
		return sprintf(
			'<a href="%s"%s>%s <span class="count">(%s)</span></a>',
			esc_url( Closte_Domain_Sync_List_Screen::url( '' === $group ? array() : array( 'group' => $group ) ) ),
			$current ? ' class="current" aria-current="page"' : '',
			esc_html( $label ),
			esc_html( number_format_i18n( $count ) )
		);
	}

	/**
	 * The button that exports what is shown, beside those of the bulk actions.
	 *
	 * @param string $which Which of the two: top or bottom.
	 */
	protected function extra_tablenav( $which ) {
		if ( 'top' === $which ) {
			printf( '<div class="alignleft actions"><a class="button" href="%s">%s</a></div>', esc_url( Closte_Domain_Sync_List_Actions::export_url( $this->query ) ), esc_html__( 'Export as CSV', 'closte-domain-sync' ) );
		}
	}

	/**
	 * What is shown where there is no row.
	 */
	public function no_items() {
		esc_html_e( 'No domains.', 'closte-domain-sync' );
	}
}
