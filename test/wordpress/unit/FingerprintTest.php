<?php
use PHPUnit\Framework\TestCase;

final class FingerprintTest extends TestCase {

	const TRAITS = array(
		'place'    => 'network.example/',
		'constant' => 'network.example',
		'type'     => 'production',
		'key'      => 'whsec_a2V5',
	);

	/** @dataProvider installations */
	public function test_an_installation_is_the_network_or_a_copy( array $changed, bool $on_address, string $with, string $without ): void {
		$traits = $changed + self::TRAITS;
		$this->assertSame( $with, Closte_Domain_Sync_Fingerprint::judge( Closte_Domain_Sync_Fingerprint::take( self::TRAITS, 'salt' ), $traits, $on_address ) );
		$this->assertSame( $without, Closte_Domain_Sync_Fingerprint::judge( null, $traits, $on_address ) );
	}

	public function installations(): array {
		return array(
			'the same'                      => array( array(), false, 'own', 'fresh' ),
			'another domain'                => array( array( 'place' => 'staging.example/' ), false, 'copy', 'fresh' ),
			'another path'                  => array( array( 'place' => 'network.example/wp/' ), false, 'copy', 'fresh' ),
			'another domain in wp-config'   => array( array( 'constant' => 'staging.example' ), false, 'copy', 'fresh' ),
			'no domain in wp-config'        => array( array( 'constant' => '' ), false, 'own', 'fresh' ),
			'another type'                  => array( array( 'type' => 'staging' ), false, 'copy', 'unadopted' ),
			'another key'                   => array( array( 'key' => 'whsec_b3RoZXI=' ), false, 'own', 'fresh' ),
			'another key and type'          => array( array( 'key' => 'whsec_b3RoZXI=', 'type' => 'local' ), false, 'copy', 'unadopted' ),
			'an IP address'                 => array( array( 'place' => '192.0.2.1/' ), true, 'copy', 'on-address' ),
			'an IP address, and staging'    => array( array( 'place' => '192.0.2.1/', 'type' => 'staging' ), true, 'copy', 'on-address' ),
		);
	}

	public function test_it_shows_nothing_that_a_search_and_replace_would_find(): void {
		$text = implode( ' ', Closte_Domain_Sync_Fingerprint::take( self::TRAITS, 'salt' ) );
		foreach ( self::TRAITS as $trait ) {
			$this->assertStringNotContainsString( $trait, $text );
		}
	}
}
