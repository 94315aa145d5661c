<?php
/**
 * As much of WP-CLI as the commands use. It writes to a list instead of a terminal.
 *
 * @package Closte_Domain_Sync
 */

namespace {
	define( 'WP_CLI', true );

	final class WP_CLI_Ended extends Exception {}

	final class WP_CLI {
		public static $commands = array();
		public static $output   = array();

		public static function add_command( $name, $class ) {
			self::$commands[ $name ] = $class;
		}

		public static function log( $message ) {
			self::$output[] = $message;
		}

		public static function line( $message ) {
			self::$output[] = $message;
		}

		public static function success( $message ) {
			self::$output[] = "Success: $message";
		}

		public static function warning( $message ) {
			self::$output[] = "Warning: $message";
		}

		/** Nobody is there to say yes. */
		public static function confirm( $question, $options = array() ) {
			self::$output[] = "$question [y/n]";
			if ( empty( $options['yes'] ) ) {
				throw new WP_CLI_Ended();
			}
		}

		public static function error( $message ) {
			self::$output[] = "Error: $message";
			throw new WP_CLI_Ended();
		}

		/** Finds the method by the name of the subcommand, as WP-CLI does: by its own name or an annotation. */
		public static function run( $command, $subcommand, $args, $options ) {
			$class = new ReflectionClass( self::$commands[ $command ] );
			foreach ( $class->getMethods( ReflectionMethod::IS_PUBLIC ) as $method ) {
				$named = preg_match( '/@subcommand\s+(\S+)/', (string) $method->getDocComment(), $match ) ? $match[1] : $method->getName();
				if ( $named === $subcommand ) {
					try {
						$method->invoke( $class->newInstance(), $args, $options );
					} catch ( WP_CLI_Ended $e ) {
						return array( 1, self::$output );
					}
					return array( 0, self::$output );
				}
			}
			throw new Exception( "no subcommand $subcommand" );
		}
	}
}

namespace WP_CLI\Utils {
	function format_items( $format, $items, $fields ) {
		foreach ( $items as $item ) {
			\WP_CLI::$output[] = array_intersect_key( $item, array_flip( $fields ) );
		}
	}
}
