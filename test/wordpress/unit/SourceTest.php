<?php
use PhpParser\Lexer\Emulative;
use PhpParser\Node;
use PhpParser\NodeFinder;
use PhpParser\ParserFactory;
use PHPUnit\Framework\TestCase;

/**
 * Looks at the source with PHP's own eyes and with a parser of PHP.
 */
final class SourceTest extends TestCase {

	/** @dataProvider files */
	public function test_a_class_is_found_by_its_name_alone( string $file ): void {
		$found = array();
		foreach ( $this->parse( $file, Node\Stmt\Class_::class ) as $class ) {
			$found[] = $class->name->toString();
		}
		if ( 0 !== strpos( basename( $file ), 'class-' ) ) {
			$this->assertSame( array(), $found );
			return;
		}
		$this->assertCount( 1, $found );
		$this->assertSame( basename( $file ), 'class-' . strtolower( str_replace( '_', '-', $found[0] ) ) . '.php' );
		$this->assertTrue( class_exists( $found[0] ) );
	}

	/** @dataProvider files */
	public function test_a_file_needs_no_syntax_newer_than_php_7_4( string $file ): void {
		$newer = static function ( Node $node ) {
			$is_newer_kind = in_array( $node->getType(), array( 'Expr_Match', 'Expr_NullsafeMethodCall', 'Expr_NullsafePropertyFetch', 'Expr_Throw', 'Stmt_Enum', 'AttributeGroup', 'UnionType', 'IntersectionType', 'VariadicPlaceholder' ), true );
			return $is_newer_kind
				|| ( $node instanceof Node\Arg && null !== $node->name )
				|| ( $node instanceof Node\Param && 0 !== $node->flags )
				|| ( $node instanceof Node\Stmt\Catch_ && null === $node->var )
				|| ( $node instanceof Node\Stmt\Property && $node->isReadonly() );
		};
		$found = array_map(
			static function ( Node $node ) {
				return $node->getType() . ' in line ' . $node->getStartLine();
			},
			( new NodeFinder() )->find( $this->tree( $file ), $newer )
		);
		$this->assertSame( array(), $found );
	}

	/**
	 * Values reach the database by prepare() alone. What stands in the text of a query is the name of a table or of a
	 * column, a list of marks for values, conditions that are fixed texts with marks, or a fixed text.
	 *
	 * @dataProvider files
	 */
	public function test_a_query_has_no_value_in_its_text( string $file ): void {
		$allowed = array( 'table', 'columns', 'domains', 'request_ids', 'charset', 'same', 'marks', 'conditions', 'wpdb' );
		$found   = array();
		foreach ( $this->parse( $file, Node\Expr\MethodCall::class ) as $call ) {
			$is_query = $call->var instanceof Node\Expr\Variable && 'wpdb' === $call->var->name
				&& in_array( $call->name->toString(), array( 'query', 'prepare', 'get_var', 'get_row', 'get_col', 'get_results' ), true );
			if ( ! $is_query ) {
				continue;
			}
			$text = $call->args[0]->value;
			if ( $text instanceof Node\Expr\MethodCall && 'prepare' === $text->name->toString() ) {
				continue;
			}
			$this->assertTrue( $text instanceof Node\Scalar, $call->getStartLine() . ': the text of a query is written where it is sent' );
			foreach ( ( new NodeFinder() )->findInstanceOf( array( $text ), Node\Expr\Variable::class ) as $variable ) {
				$found[] = $variable->name;
			}
		}
		$this->assertSame( array(), array_values( array_diff( $found, $allowed ) ) );
	}

	/** @dataProvider files */
	public function test_a_text_is_translated_under_the_name_of_the_plugin( string $file ): void {
		$domains = array();
		foreach ( $this->parse( $file, Node\Expr\FuncCall::class ) as $call ) {
			$name = $call->name instanceof Node\Name ? $call->name->toString() : '';
			if ( in_array( $name, array( '__', '_e', '_n', '_x', '_nx', 'esc_html__', 'esc_html_e', 'esc_attr__', 'esc_attr_e' ), true ) ) {
				$last      = end( $call->args )->value;
				$domains[] = $last instanceof Node\Scalar\String_ ? $last->value : 'line ' . $call->getStartLine();
			}
		}
		$this->assertSame( array(), array_values( array_diff( $domains, array( 'closte-domain-sync' ) ) ) );
	}

	public function files(): array {
		$files = array();
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( PLUGIN_FOLDER, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( 'php' === $file->getExtension() ) {
				$files[ $file->getFilename() ] = array( $file->getPathname() );
			}
		}
		return $files;
	}

	private function parse( string $file, string $kind ): array {
		return ( new NodeFinder() )->findInstanceOf( $this->tree( $file ), $kind );
	}

	private function tree( string $file ): array {
		$lexer = new Emulative( array( 'phpVersion' => '7.4' ) );
		return ( new ParserFactory() )->create( ParserFactory::ONLY_PHP7, $lexer )->parse( file_get_contents( $file ) );
	}
}
