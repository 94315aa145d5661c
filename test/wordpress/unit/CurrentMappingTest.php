<?php
use PHPUnit\Framework\TestCase;

final class CurrentMappingTest extends TestCase {

	/** @dataProvider reports */
	public function test_a_report_counts_from_the_mapping_that_is_current( string $id, ?string $mapped_at, bool $is_current ): void {
		$seconds = null === $mapped_at ? null : strtotime( $mapped_at );
		$wished  = strtotime( '2026-11-26T15:30:00Z' );
		$this->assertSame( $is_current, Closte_Domain_Sync_Current_Mapping::is_current( $id, $seconds, 'evt_1', $wished, $wished ) );
	}

	public function reports(): array {
		return array(
			'the row\'s event'                       => array( 'evt_1', null, true ),
			'the row\'s event, mapped late'          => array( 'evt_1', '2026-11-27T00:00:00Z', true ),
			'another event'                          => array( 'evt_0', null, false ),
			'another event that was mapped later'    => array( 'evt_0', '2026-11-27T00:00:00Z', false ),
			'reconcile, after the wish'              => array( 'reconcile-add-2026112615-00ff', '2026-11-26T15:30:01Z', true ),
			'reconcile, in the second of the wish'   => array( 'reconcile-add-2026112615-00ff', '2026-11-26T15:30:00Z', true ),
			'reconcile, before the wish'             => array( 'reconcile-add-2026112615-00ff', '2026-11-26T15:29:59Z', false ),
			'mapped_at goes before the id'           => array( 'reconcile-add-2027112615-00ff', '2026-11-26T15:29:59Z', false ),
			'the hour of the wish'                   => array( 'reconcile-recheck-2026112615-00ff', null, true ),
			'the hour before'                        => array( 'reconcile-recheck-2026112614-00ff', null, false ),
			'the hour after, another day'            => array( 'reconcile-recheck-2026112700-00ff', null, true ),
			'a daily check of the day of the wish'   => array( 'reconcile-watch-20261126-00ff', null, true ),
			'a daily check of the day before'        => array( 'reconcile-watch-20261125-00ff', null, false ),
			'a daily check of the day after'         => array( 'reconcile-watch-20261127-00ff', null, true ),
			'what only looks like reconcile'         => array( 'reconcile-add-20261126151-00ff', null, false ),
			'no id, and wished since the update'     => array( '', null, false ),
		);
	}

	public function test_without_an_id_it_counts_where_the_wish_is_older_than_the_update(): void {
		$this->assertTrue( Closte_Domain_Sync_Current_Mapping::is_current( '', null, 'evt_1', 99, 100 ) );
		$this->assertFalse( Closte_Domain_Sync_Current_Mapping::is_current( '', null, 'evt_1', 100, 100 ) );
	}

	public function test_a_time_is_one_of_rfc_3339(): void {
		$this->assertSame( 1795707000, Closte_Domain_Sync_Current_Mapping::seconds_of( '2026-11-26T15:30:00.999Z' ) );
		$this->assertSame( 1795707000, Closte_Domain_Sync_Current_Mapping::seconds_of( '2026-11-26T16:30:00+01:00' ) );
		$this->assertNull( Closte_Domain_Sync_Current_Mapping::seconds_of( '' ) );
		foreach ( array( 'now', '2026-11-26', 1795707000, array(), null ) as $text ) {
			$this->assertFalse( Closte_Domain_Sync_Current_Mapping::seconds_of( $text ) );
		}
	}
}
