<?php
use PHPUnit\Framework\TestCase;

final class RemovalBoundTest extends TestCase {

	public function test_it_is_10_or_a_tenth_of_what_is_mapped_whichever_is_more(): void {
		foreach ( array( array( 0, 10 ), array( 109, 10 ), array( 110, 11 ), array( 100000, 10000 ) ) as list( $mapped, $bound ) ) {
			$this->assertSame( $bound, Closte_Domain_Sync_Removal_Bound::of( $mapped ) );
		}
	}

	/** @dataProvider sweeps */
	public function test_all_are_held_back_or_none( int $found, int $held, int $allowed, int $held_now ): void {
		$this->assertSame( $held_now, Closte_Domain_Sync_Removal_Bound::held_back( $found, $held, $allowed, 10 ) );
	}

	public function sweeps(): array {
		return array(
			'nothing to remove'             => array( 0, 0, 0, 0 ),
			'the data came back'            => array( 0, 11, 0, 0 ),
			'as many as it may'             => array( 10, 0, 0, 0 ),
			'one more'                      => array( 11, 0, 0, 11 ),
			'fewer by now'                  => array( 3, 11, 0, 3 ),
			'allowed'                       => array( 11, 11, 11, 0 ),
			'allowed before anything held'  => array( 11, 0, 11, 0 ),
			'more than was allowed'         => array( 12, 11, 11, 12 ),
			'less allowed than it may'      => array( 10, 0, 5, 0 ),
		);
	}
}
