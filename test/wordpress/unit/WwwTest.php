<?php
use PHPUnit\Framework\TestCase;

final class WwwTest extends TestCase {

	/** @dataProvider settings */
	public function test_the_setting_says_for_which_domains( string $setting, string $domain, bool $is_asked_for ): void {
		$this->assertSame( $is_asked_for, Closte_Domain_Sync_Www::is_asked_for( $setting, $domain ) );
	}

	public function settings(): array {
		return array(
			array( 'always', 'example.com', true ),
			array( 'always', 'shop.example.com', true ),
			array( 'never', 'example.com', false ),
			array( 'main_only', 'example.com', true ),
			array( 'main_only', 'shop.example.com', false ),
			array( 'main_only', 'example.co.uk', true ),
			array( 'main_only', 'example.com.br', true ),
			array( 'main_only', 'shop.example.co.uk', false ),
			array( 'main_only', 'example.co.museum', false ),
			array( 'something else', 'shop.example.com', true ),
		);
	}

	public function test_the_www_of_another_and_a_wildcard_have_none(): void {
		$this->assertFalse( Closte_Domain_Sync_Www::can_have( 'www.example.com' ) );
		$this->assertFalse( Closte_Domain_Sync_Www::can_have( '*.example.com' ) );
		$this->assertTrue( Closte_Domain_Sync_Www::can_have( 'example.com' ) );
		$this->assertTrue( Closte_Domain_Sync_Www::can_have( 'www2.example.com' ) );
	}

	public function test_a_name_is_the_www_of_its_base(): void {
		$this->assertSame( 'example.com', Closte_Domain_Sync_Www::base_of( 'www.example.com' ) );
		$this->assertSame( '', Closte_Domain_Sync_Www::base_of( 'example.com' ) );
		$this->assertSame( '', Closte_Domain_Sync_Www::base_of( 'shop.www.example.com' ) );
		$this->assertSame( 'www.example.com', Closte_Domain_Sync_Www::of( 'example.com' ) );
	}

	/** @dataProvider memories */
	public function test_www_is_wanted_with_its_domain( string $memory, string $base_memory, bool $is_asked_for, bool $is_wanted ): void {
		$this->assertSame( $is_wanted, Closte_Domain_Sync_Www::is_wanted( $memory, $base_memory, $is_asked_for ) );
	}

	public function memories(): array {
		return array(
			'once mapped'                    => array( 'mapped', 'mapped', false, true ),
			'a row that lags behind'         => array( 'removed', 'mapped', true, true ),
			'removed, and not asked for'     => array( 'removed', 'mapped', false, false ),
			'not asked for at the beginning' => array( '', 'mapped', true, false ),
			'its domain is mapped now'       => array( '', '', true, true ),
			'its domain is mapped again'     => array( '', 'removed', true, true ),
			'nobody asks for it'             => array( '', '', false, false ),
		);
	}
}
