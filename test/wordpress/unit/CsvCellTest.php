<?php
use PHPUnit\Framework\TestCase;

final class CsvCellTest extends TestCase {

	/** @dataProvider cells */
	public function test_a_cell_is_no_formula( $text, string $cell ): void {
		$this->assertSame( $cell, Closte_Domain_Sync_Csv_Export::cell( $text ) );
	}

	public function cells(): array {
		return array(
			array( 'shop.example.com', 'shop.example.com' ),
			array( '*.example.com', '*.example.com' ),
			array( 'a = 1', 'a = 1' ),
			array( 7, '7' ),
			array( '', '' ),
			array( '=HYPERLINK("http://evil.example")', "'=HYPERLINK(\"http://evil.example\")" ),
			array( '+1', "'+1" ),
			array( '-1', "'-1" ),
			array( '@SUM(A1)', "'@SUM(A1)" ),
			array( "\t=1", "'\t=1" ),
			array( "\r=1", "'\r=1" ),
			array( "\n=1", "'\n=1" ),
		);
	}
}
