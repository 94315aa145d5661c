<?php
use PHPUnit\Framework\TestCase;

final class OutcomeTest extends TestCase {

	/** @dataProvider rows */
	public function test_a_row_has_an_outcome_and_an_exit_code( string $wanted, string $state, string $stage, string $outcome, int $code ): void {
		$this->assertSame( $outcome, Closte_Domain_Sync_Outcome::of( (object) compact( 'wanted', 'state', 'stage' ) ) );
		$this->assertSame( $code, Closte_Domain_Sync_Outcome::EXIT_CODES[ $outcome ] );
	}

	public function rows(): array {
		return array(
			array( 'mapped', 'sent', 'done', 'done', 0 ),
			array( 'mapped', 'sent', 'done-without-ssl', 'done', 0 ),
			array( 'mapped', 'refused', 'done', 'done', 0 ),
			array( 'mapped', 'waiting', '', 'on-its-way', 1 ),
			array( 'mapped', 'sent', '', 'on-its-way', 1 ),
			array( 'mapped', 'sent', 'adding-domain', 'on-its-way', 1 ),
			array( 'mapped', 'sent', 'checking-dns', 'on-its-way', 1 ),
			array( 'mapped', 'refused', 'checking-dns', 'on-its-way', 1 ),
			array( 'mapped', 'sent', 'checking-ssl-cert', 'on-its-way', 1 ),
			array( 'mapped', 'sent', 'of-another-version', 'on-its-way', 1 ),
			array( 'mapped', 'sent', 'failed', 'failed', 2 ),
			array( 'mapped', 'sent', 'ssl-failed', 'failed', 2 ),
			array( 'mapped', 'sent', 'cancelled', 'failed', 2 ),
			array( 'mapped', 'refused', '', 'failed', 2 ),
			array( 'removed', 'sent', 'removed', 'unknown', 2 ),
			array( 'removed', 'waiting', '', 'unknown', 2 ),
			array( 'removed', 'sent', 'done', 'unknown', 2 ),
		);
	}

	public function test_a_domain_that_the_table_does_not_have_is_unknown(): void {
		$this->assertSame( 'unknown', Closte_Domain_Sync_Outcome::of( null ) );
	}
}
