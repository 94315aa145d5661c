<?php
use PHPUnit\Framework\TestCase;

final class DomainNameTest extends TestCase {

	/** @dataProvider names */
	public function test_a_name_has_one_form( $text, string $name ): void {
		$this->assertSame( $name, Closte_Domain_Sync_Domain_Name::normalise( $text ) );
	}

	public function names(): array {
		return array(
			'as it is'               => array( 'shop.example.com', 'shop.example.com' ),
			'upper case'             => array( 'Shop.Example.COM', 'shop.example.com' ),
			'space around it'        => array( " shop.example.com\n", 'shop.example.com' ),
			'a dot at the end'       => array( 'shop.example.com.', 'shop.example.com' ),
			'a port'                 => array( 'shop.example.com:8443', 'shop.example.com' ),
			'a dot and a port'       => array( 'shop.example.com.:8443', 'shop.example.com' ),
			'a wildcard'             => array( '*.Example.com', '*.example.com' ),
			'A-labels'               => array( 'XN--bcher-kva.example', 'xn--bcher-kva.example' ),
			'as long as a name may'  => array( str_repeat( 'a', 253 ), str_repeat( 'a', 253 ) ),
			'longer'                 => array( str_repeat( 'a', 254 ), '' ),
			'space in it'            => array( 'not a name', '' ),
			'a line feed in it'      => array( "a.example\nb.example", '' ),
			'nothing'                => array( '', '' ),
			'a number'               => array( 7, '' ),
			'null'                   => array( null, '' ),
			'a list'                 => array( array( 'a.example' ), '' ),
		);
	}
}
