<?php
use PHPUnit\Framework\TestCase;

final class StageGroupTest extends TestCase {

	/** @dataProvider rows */
	public function test_a_row_is_in_one_group( string $delivery, string $wanted, string $stage, string $group ): void {
		$this->assertSame( $group, Closte_Domain_Sync_Stage_Group::of( $wanted, $delivery, $stage ) );
	}

	public function rows(): array {
		return array(
			array( 'sent', 'mapped', 'done', 'working' ),
			array( 'sent', 'mapped', 'done-without-ssl', 'working' ),
			array( 'sent', 'mapped', 'failed', 'failed' ),
			array( 'sent', 'mapped', 'ssl-failed', 'failed' ),
			array( 'sent', 'mapped', 'cancelled', 'failed' ),
			array( 'sent', 'mapped', '', 'on-way' ),
			array( 'waiting', 'mapped', '', 'on-way' ),
			array( 'sent', 'mapped', 'adding-domain', 'on-way' ),
			array( 'sent', 'mapped', 'checking-dns', 'on-way' ),
			array( 'sent', 'mapped', 'checking-ssl-cert', 'on-way' ),
			array( 'sent', 'mapped', 'of-a-later-version', 'on-way' ),
			array( 'waiting', 'removed', '', 'removed' ),
			array( 'sent', 'removed', 'removing-domain', 'removed' ),
			array( 'sent', 'removed', 'removed', 'removed' ),
			array( 'refused', 'mapped', '', 'failed' ),
			array( 'refused', 'mapped', 'done', 'failed' ),
			array( 'refused', 'removed', '', 'failed' ),
		);
	}
}
