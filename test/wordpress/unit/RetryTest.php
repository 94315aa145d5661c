<?php
use PHPUnit\Framework\TestCase;

final class RetryTest extends TestCase {

	public function test_the_waits_are_1_5_and_30_minutes_2_and_12_hours_then_a_day_each_time(): void {
		$minutes = array();
		foreach ( array( 0, 1, 2, 3, 4, 5, 6, 100 ) as $failed ) {
			$minutes[] = Closte_Domain_Sync_Sender::wait_after( $failed ) / 60;
		}
		$this->assertSame( array( 1, 5, 30, 120, 720, 1440, 1440, 1440 ), $minutes );
	}
}
