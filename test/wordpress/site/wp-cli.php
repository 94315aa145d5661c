<?php
/**
 * As much of WP-CLI as the commands use, and as strict: what a command takes is read from its docblock, as WP-CLI does,
 * and everything else is refused (WP_CLI\Dispatcher\Subcommand::validate_args, WP_CLI\SynopsisValidator). It writes to a
 * list instead of a terminal.
 *
 * @package Closte_Domain_Sync
 */

namespace {
	define( 'WP_CLI', true );

	/** The end of the process, with its exit code. */
	final class WP_CLI_Ended extends Exception {}

	final class WP_CLI {
		public static $commands = array();
		public static $output   = array();
		public static $bars     = array();

		/** A class, all of whose public methods are subcommands, or a class and one of its methods. */
		public static function add_command( $name, $callable ) {
			if ( is_array( $callable ) ? ! method_exists( ...$callable ) : ! class_exists( $callable ) ) {
				self::error( "Callable does not exist, and cannot be registered as `wp $name`." );
			}
			self::$commands[ $name ] = $callable;
		}

		public static function log( $message ) {
			self::$output[] = $message;
		}

		public static function line( $message = '' ) {
			self::$output[] = $message;
		}

		public static function success( $message ) {
			self::$output[] = "Success: $message";
		}

		public static function warning( $message ) {
			self::$output[] = "Warning: $message";
		}

		/** Nobody is there to say yes, which is no error. */
		public static function confirm( $question, $options = array() ) {
			if ( empty( $options['yes'] ) ) {
				self::$output[] = "$question [y/n]";
				throw new WP_CLI_Ended( '', 0 );
			}
		}

		public static function error( $message, $exit = true ) {
			self::$output[] = "Error: $message";
			if ( false !== $exit ) {
				self::halt( true === $exit ? 1 : $exit );
			}
		}

		public static function halt( $code ) {
			throw new WP_CLI_Ended( '', $code );
		}

		/** What `wp $command $subcommand …` does: its exit code and what it wrote. */
		public static function run( $command, $subcommand, $args, $options ) {
			try {
				list( $class, $method ) = self::method( $command, $subcommand );

				$synopsis = new WP_CLI_Synopsis( (string) ( new ReflectionMethod( $class, $method ) )->getDocComment() );
				$options  = $synopsis->checked( array_values( $args ), $options );
				( new $class() )->$method( array_values( $args ), $options );
				return array( 0, self::$output );
			} catch ( WP_CLI_Ended $e ) {
				return array( $e->getCode(), self::$output );
			}
		}

		private static function method( $command, $subcommand ) {
			if ( isset( self::$commands[ "$command $subcommand" ] ) ) {
				return self::$commands[ "$command $subcommand" ];
			}
			$class = self::$commands[ $command ];
			foreach ( ( new ReflectionClass( $class ) )->getMethods( ReflectionMethod::IS_PUBLIC ) as $method ) {
				$named = preg_match( '/@subcommand\s+([a-z-_0-9]+)/', (string) $method->getDocComment(), $match ) ? $match[1] : $method->getName();
				if ( $named === $subcommand && ! $method->isStatic() && 0 !== strpos( $named, '__' ) ) {
					return array( $class, $method->getName() );
				}
			}
			self::error( "'$subcommand' is not a registered subcommand of '$command'. See 'wp help $command' for available subcommands." );
		}
	}

	/** What a command takes: each part stands on a line of its own, before a line that begins with a colon. */
	final class WP_CLI_Synopsis {
		private $positional = array();
		private $optional   = array();
		private $repeats    = false;
		private $named      = array();

		public function __construct( $docblock ) {
			$text = preg_replace( '/^\s*(?:\*\/|\*[ \t]?)/m', '', $docblock );
			foreach ( preg_split( '/\n\n+/', $text ) as $paragraph ) {
				list( $part, $more ) = array_pad( explode( "\n: ", $paragraph, 2 ), 2, null );
				if ( null !== $more ) {
					$this->add( $part, $this->yaml( $more ) );
				}
			}
		}

		private function add( $part, array $more ) {
			if ( preg_match( '/^\[--([a-z-]+)\]$/', $part, $match ) ) {
				$this->named[ $match[1] ] = array( 'flag' => true ) + $more;
			} elseif ( preg_match( '/^(\[?)--([a-z-]+)=<[a-z-]+>\]?$/', $part, $match ) ) {
				$this->named[ $match[2] ] = array( 'flag' => false, 'needed' => '' === $match[1] ) + $more;
			} elseif ( preg_match( '/^(\[?)<[a-z-]+>(\.\.\.)?\]?(\.\.\.)?$/', $part, $match ) ) {
				$this->repeats      = $this->repeats || isset( $match[2] );
				$this->positional[] = '' === $match[1];
			} else {
				throw new Exception( "an invalid part of a synopsis: $part" );
			}
		}

		/** As much YAML as there is in docblocks: `default: a`, and a list of `options:`. */
		private function yaml( $text ) {
			if ( ! preg_match( '/^---\n(.*)^---\s*$/ms', $text, $match ) ) {
				return array();
			}
			preg_match( '/^default: (.*)$/m', $match[1], $default );
			preg_match_all( '/^  - (.*)$/m', $match[1], $options );
			return array_filter( array( 'default' => $default[1] ?? null, 'options' => $options[1] ) );
		}

		/** The options with what they are if they are not given. Without any synopsis WP-CLI looks at nothing. */
		public function checked( array $args, array $options ) {
			if ( ! $this->named && ! $this->positional ) {
				return $options;
			}
			if ( count( $args ) < count( array_filter( $this->positional ) ) ) {
				WP_CLI::line( 'usage: …' );
				WP_CLI::halt( 1 );
			}
			if ( ! $this->repeats && count( $args ) > count( $this->positional ) ) {
				WP_CLI::error( 'Too many positional arguments: ' . implode( ' ', array_slice( $args, count( $this->positional ) ) ) );
			}
			$errors = array();
			foreach ( $this->named as $name => $about ) {
				if ( ! isset( $options[ $name ] ) && isset( $about['default'] ) ) {
					$options[ $name ] = $about['default'];
				}
				if ( isset( $options[ $name ], $about['options'] ) && ! in_array( $options[ $name ], $about['options'], false ) ) {
					$errors[] = "Invalid value specified for '$name'";
				}
				if ( ! empty( $about['needed'] ) && ! isset( $options[ $name ] ) ) {
					$errors[] = "missing --$name parameter";
				}
				if ( ! $about['flag'] && true === ( $options[ $name ] ?? null ) ) {
					$errors[] = "--$name parameter needs a value";
				}
			}
			foreach ( array_diff_key( $options, $this->named ) as $name => $value ) {
				$errors[] = "unknown --$name parameter";
			}
			if ( $errors ) {
				WP_CLI::error( "Parameter errors:\n " . implode( "\n ", $errors ) );
			}
			return $options;
		}
	}
}

namespace WP_CLI\Utils {
	/** A format or a field that is not known ends the command. */
	function format_items( $format, $items, $fields ) {
		if ( ! in_array( $format, array( 'table', 'json', 'csv', 'yaml', 'count', 'ids' ), true ) ) {
			\WP_CLI::error( "Invalid format: $format" );
		}
		foreach ( $items as $item ) {
			foreach ( array_diff( $fields, array_keys( (array) $item ) ) as $field ) {
				\WP_CLI::error( "Invalid field: $field." );
			}
		}
		if ( 'count' === $format ) {
			\WP_CLI::$output[] = (string) count( $items );
			return;
		}
		foreach ( $items as $item ) {
			\WP_CLI::$output[] = array_intersect_key( (array) $item, array_flip( $fields ) );
		}
	}

	/** A bar that remembers how far it came. */
	function make_progress_bar( $message, $count ) {
		$bar = new class() {
			public $message;
			public $count;
			public $ticks    = 0;
			public $finished = false;

			public function tick( $increment = 1 ) {
				if ( $this->finished ) {
					throw new \Exception( 'the bar is finished' );
				}
				$this->ticks += $increment;
			}

			public function finish() {
				$this->finished = true;
			}
		};

		$bar->message = $message;
		$bar->count   = $count;
		\WP_CLI::$bars[] = $bar;
		return $bar;
	}
}
