<?php
use PHPUnit\Framework\TestCase;

final class DomainFormTest extends TestCase {

	/** @dataProvider names */
	public function test_a_name_that_dns_cannot_have_is_told_by_its_form( string $name, string $fault ): void {
		$this->assertSame( $fault, Closte_Domain_Sync_Domain_Form::fault( $name ) );
		$this->assertSame( '' === $fault, Closte_Domain_Sync_Domain_Form::is_good( $name ) );
	}

	public function names(): array {
		$label = str_repeat( 'a', 63 );
		return array(
			'a name'                          => array( 'shop.example.com', '' ),
			'a wildcard'                      => array( '*.example.com', '' ),
			'A-labels'                        => array( 'xn--bcher-kva.xn--p1ai', '' ),
			'a label as long as it may be'    => array( "$label.example.com", '' ),
			'a digit in front'                => array( '4.example.com', '' ),
			'an underscore, which DNS has'    => array( '_dmarc.example.com', '' ),
			'one label'                       => array( 'localhost', '' ),
			'nothing'                         => array( '', 'no-text' ),
			'an empty label in front'         => array( '.native.example.com', 'empty-label' ),
			'an empty label within'           => array( 'www..native.example.com', 'empty-label' ),
			'a dot'                           => array( '.', 'empty-label' ),
			'an empty label behind a *'       => array( '*..example.com', 'empty-label' ),
			'a label that is too long'        => array( "a$label.example.com", 'long-label' ),
			'an IPv4 address'                 => array( '192.0.2.7', 'address' ),
			'an IPv6 address'                 => array( '[2001:db8::7]', 'address' ),
			'a * within'                      => array( 'a.*.example.com', 'character' ),
			'a * and more'                    => array( '*a.example.com', 'character' ),
			'two of them'                     => array( '*.*.example.com', 'character' ),
			'a path'                          => array( 'example.com/shop', 'character' ),
			'a user'                          => array( 'me@example.com', 'character' ),
		);
	}
}
