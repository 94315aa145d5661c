<?php
/**
 * The list of the domains in the network admin.
 *
 * @package Closte_Domain_Sync
 */

defined( 'ABSPATH' ) || exit;

/**
 * The screen with the list of the domains: every row of the table, what the plugin itself reports, and the operator's forms.
 */
final class Closte_Domain_Sync_List_Screen {

	/**
	 * The menu's name in addresses.
	 */
	const SLUG = 'closte-domain-sync';

	/**
	 * How WordPress calls the screen.
	 */
	const SCREEN = 'toplevel_page_closte-domain-sync-network';

	/**
	 * What whoever looks at it must be able to do.
	 */
	const CAPABILITY = 'manage_sites';

	/**
	 * Behind the menu of the sites, which has 5.
	 */
	const POSITION = 6;

	/**
	 * The user's own setting of how many rows a page has, and how many it has unless the user says otherwise.
	 */
	const PER_PAGE = 'closte_domain_sync_per_page';
	const ROWS     = 100;

	/**
	 * Fields of an address that say what was just done, and are not to be kept.
	 */
	const PASSING = array( 'came', 'name', 'of_site', 'count' );

	/**
	 * The rows; null where the table is not shown.
	 *
	 * @var Closte_Domain_Sync_List_Table|null
	 */
	private static $table = null;

	/**
	 * What the address asks for.
	 *
	 * @var Closte_Domain_Sync_Domain_Query
	 */
	private static $query;

	/**
	 * Hooks in.
	 */
	public static function start() {
		add_action( 'network_admin_menu', array( __CLASS__, 'add_menu' ) );
		add_filter( 'set_screen_option_' . self::PER_PAGE, array( __CLASS__, 'keep_rows_per_page' ), 10, 3 );
		add_filter( 'removable_query_args', array( __CLASS__, 'add_passing' ) );
	}

	/**
	 * Adds the menu.
	 */
	public static function add_menu() {
		$hook = add_menu_page( __( 'Domains at Closte', 'closte-domain-sync' ), __( 'Closte Domains', 'closte-domain-sync' ), self::CAPABILITY, self::SLUG, array( __CLASS__, 'show' ), 'dashicons-admin-links', self::POSITION );
		add_action( "load-$hook", array( __CLASS__, 'load' ) );
	}

	/**
	 * The address of the screen.
	 *
	 * @param array $fields Fields of the address.
	 * @return string
	 */
	public static function url( array $fields = array() ) {
		return add_query_arg( urlencode_deep( array( 'page' => self::SLUG ) + $fields ), network_admin_url( 'admin.php' ) );
	}

	/**
	 * How many rows a page is to have, as the user sets it.
	 *
	 * @param mixed  $kept   What is kept unless somebody says otherwise.
	 * @param string $option Name of the setting.
	 * @param int    $value  What the user set.
	 * @return int
	 */
	public static function keep_rows_per_page( $kept, $option, $value ) {
		return min( 999, max( 1, (int) $value ) );
	}

	/**
	 * Forgets what users set for this screen: how many rows, and which columns are hidden.
	 */
	public static function forget_settings() {
		foreach ( array( self::PER_PAGE, 'manage' . self::SCREEN . 'columnshidden' ) as $setting ) {
			delete_metadata( 'user', 0, $setting, '', true );
		}
	}

	/**
	 * Adds the fields that an address loses once they were read.
	 *
	 * @param string[] $fields Fields.
	 * @return string[]
	 */
	public static function add_passing( $fields ) {
		$screen = function_exists( 'get_current_screen' ) ? get_current_screen() : null;
		return $screen && self::SCREEN === $screen->id ? array_merge( $fields, self::PASSING ) : $fields;
	}

	/**
	 * Before anything is shown: does what was asked for, and reads the rows.
	 */
	public static function load() {
		if ( ! Closte_Domain_Sync_Settings::are_complete() ) {
			return;
		}
		Closte_Domain_Sync_List_Actions::handle();
		add_action( 'admin_enqueue_scripts', array( __CLASS__, 'add_style' ) );
		Closte_Domain_Sync_List_Help::add();
		if ( '' !== Closte_Domain_Sync_Schema::trouble() || Closte_Domain_Sync_Names_View::is_asked_for() ) {
			return;
		}
		add_screen_option(
			'per_page',
			array(
				'label'   => __( 'Domains on a page', 'closte-domain-sync' ),
				'default' => self::ROWS,
				'option'  => self::PER_PAGE,
			)
		);
		require_once ABSPATH . 'wp-admin/includes/class-wp-list-table.php';
		self::$query = Closte_Domain_Sync_Domain_Query::asked_for( wp_unslash( $_GET ) );
		$table       = new Closte_Domain_Sync_List_Table( self::$query );
		try {
			$table->prepare_items();
			self::$table = $table;
		} catch ( Closte_Domain_Sync_Could_Not_Look $e ) {
			// The screen says so.
			self::$table = null;
		}
	}

	/**
	 * Adds the little style that WordPress's lists do not have.
	 */
	public static function add_style() {
		wp_add_inline_style(
			'list-tables',
			'.column-domain { width: 19%; overflow-wrap: anywhere; } .column-site { width: 12%; overflow-wrap: anywhere; } .column-site a { display: inline-block; line-height: 24px; } .column-wanted { width: 6%; }
			.column-stage { width: 12%; } .column-since, .column-next { width: 9%; } .column-problem { overflow-wrap: anywhere; }
			.closte-sync-failed { color: #8a2424; font-weight: 600; } .closte-sync-working { color: #00450c; }
			.closte-sync-forms form { margin: 0 0 1.5em; } .closte-sync-forms label { display: inline-block; margin-right: 1em; }
			.closte-sync-list .search-form { float: right; margin: 0; }
			@media screen and (max-width: 782px) {
				.closte-sync-list .search-form { float: none; } .closte-sync-list .search-form .search-box { position: static; float: none; height: auto; margin: 0 0 1em; }
				.closte-sync-forms label { display: block; margin: 0 0 1em; }
			}'
		);
	}

	/**
	 * Shows the screen.
	 */
	public static function show() {
		echo '<div class="wrap closte-sync-list"><h1 class="wp-heading-inline">' . esc_html__( 'Domains at Closte', 'closte-domain-sync' ) . '</h1>';
		if ( self::$query && '' !== self::$query->search ) {
			/* translators: %s: what was searched for. */
			echo '<span class="subtitle">' . esc_html( sprintf( __( 'Search results for: %s', 'closte-domain-sync' ), self::$query->search ) ) . '</span>';
		}
		echo '<hr class="wp-header-end">';
		Closte_Domain_Sync_List_Notices::show();
		if ( Closte_Domain_Sync_Settings::are_complete() ) {
			self::show_domains();
		}
		echo '</div>';
	}

	/**
	 * Shows the rows or the names, and the forms.
	 */
	private static function show_domains() {
		echo '<p>' . wp_kses( Closte_Domain_Sync_List_Notices::what_runs(), array( 'a' => array( 'href' => array() ) ) ) . '</p>';
		if ( self::$table ) {
			self::$table->views();
			self::show_search();
			echo '<form method="post" action="' . esc_url( self::url() ) . '">';
			self::$table->display();
			echo '</form>';
		} elseif ( Closte_Domain_Sync_Names_View::is_asked_for() ) {
			Closte_Domain_Sync_Names_View::show();
		}
		Closte_Domain_Sync_List_Forms::show();
	}

	/**
	 * Shows the search. It keeps what else is asked for.
	 */
	private static function show_search() {
		echo '<form class="search-form" method="get" action="' . esc_url( network_admin_url( 'admin.php' ) ) . '">';
		$kept = array_filter(
			array(
				'page'    => self::SLUG,
				'group'   => self::$query->group,
				'site_id' => self::$query->site_id,
			)
		);
		foreach ( $kept as $name => $value ) {
			printf( '<input type="hidden" name="%s" value="%s">', esc_attr( $name ), esc_attr( $value ) );
		}
		self::$table->search_box( __( 'Search domains', 'closte-domain-sync' ), 'closte-sync' );
		echo '</form>';
	}
}
