<?php
use PHPUnit\Framework\TestCase;

final class ActionWordsTest extends TestCase {

	/** @dataProvider actions */
	public function test_an_action_stands_on_one_line( $action, string $words ): void {
		$this->assertSame( $words, Closte_Domain_Sync_Action_Words::of( $action ) );
	}

	public function actions(): array {
		$record = array(
			'type'  => 'CNAME',
			'name'  => 'shop.example.com',
			'host'  => 'shop',
			'value' => 'network.example',
		);
		$old    = array(
			'type'  => 'A',
			'name'  => 'shop.example.com',
			'value' => '192.0.2.1',
		);
		return array(
			array(
				array(
					'who'    => 'owner',
					'do'     => 'set',
					'record' => $record,
					'where'  => 'dns-provider',
				),
				'owner: set shop.example.com CNAME network.example (dns-provider)',
			),
			array(
				array(
					'who'        => 'owner',
					'do'         => 'change',
					'record'     => $record,
					'instead_of' => $old,
				),
				'owner: change shop.example.com A 192.0.2.1 → shop.example.com CNAME network.example',
			),
			array(
				array(
					'who'  => 'owner',
					'do'   => 'switch-off',
					'what' => 'proxy',
				),
				'owner: switch-off proxy',
			),
			array(
				array(
					'who'  => 'owner',
					'do'   => 'ask',
					'whom' => 'closte',
				),
				'owner: ask closte',
			),
			array(
				array(
					'who'   => 'nobody',
					'do'    => 'wait',
					'until' => '2026-01-05T09:00:00Z',
				),
				'nobody: wait 2026-01-05T09:00:00Z',
			),
			array( array( 'who' => 'owner' ), '' ),
			array( array( 'do' => 'set' ), '' ),
			array( array( 'who' => 'owner', 'do' => array() ), '' ),
			array( 'set', '' ),
			array( null, '' ),
		);
	}
}
