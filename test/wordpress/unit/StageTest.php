<?php
use PHPUnit\Framework\TestCase;

final class StageTest extends TestCase {

	/** @dataProvider reports */
	public function test_a_report_of_an_earlier_stage_is_late_unless_the_mapping_begins_anew( string $stage, string $current, bool $is_late ): void {
		$this->assertSame( $is_late, Closte_Domain_Sync_Stage::is_late( $stage, $current, false ) );
		$this->assertFalse( Closte_Domain_Sync_Stage::is_late( $stage, $current, true ) );
	}

	public function reports(): array {
		return array(
			array( 'adding-domain', '', false ),
			array( 'checking-dns', 'adding-domain', false ),
			array( 'checking-dns', 'checking-dns', false ),
			array( 'checking-ssl-cert', 'checking-dns', false ),
			array( 'done', 'checking-ssl-cert', false ),
			array( 'removed', 'removing-domain', false ),
			array( 'adding-domain', 'checking-dns', true ),
			array( 'checking-dns', 'checking-ssl-cert', true ),
			array( 'checking-ssl-cert', 'done', true ),
			array( 'checking-ssl-cert', 'failed', true ),
			array( 'removing-domain', 'removed', true ),
			// All final stages are equally far, those that this plugin does not know among them.
			array( 'done', 'failed', false ),
			array( 'failed', 'done', false ),
			array( 'a-new-one', 'done', false ),
			array( 'done', 'a-new-one', false ),
		);
	}

	public function test_a_stage_belongs_to_a_mapping_or_to_a_removal(): void {
		foreach ( array( 'removing-domain', 'removed' ) as $stage ) {
			$this->assertSame( 'removed', Closte_Domain_Sync_Stage::wish_of( $stage ) );
		}
		foreach ( array( 'adding-domain', 'checking-dns', 'done', 'cancelled', 'a-new-one' ) as $stage ) {
			$this->assertSame( 'mapped', Closte_Domain_Sync_Stage::wish_of( $stage ) );
		}
	}

	/** @dataProvider answers */
	public function test_the_first_stage_is_what_the_functions_say( string $wanted, $answer, string $stage ): void {
		$this->assertSame( $stage, Closte_Domain_Sync_Stage::first_stage( $wanted, $answer ) );
	}

	public function answers(): array {
		$next = static function ( $stage ) {
			return array( 'next' => array( 'stage' => $stage ) );
		};
		return array(
			'of a mapping'            => array( 'mapped', $next( 'checking-dns' ), 'checking-dns' ),
			'of a removal'            => array( 'removed', $next( 'removing-domain' ), 'removing-domain' ),
			'removed at once'         => array( 'removed', array( 'closte' => 'removed' ), 'removed' ),
			'none for a mapping'      => array( 'mapped', array( 'closte' => 'added' ), '' ),
			'next is null'            => array( 'mapped', array( 'next' => null ), '' ),
			'no stage'                => array( 'mapped', $next( 'Not a stage!' ), '' ),
			'no stage for a removal'  => array( 'removed', $next( 'Not a stage!' ), '' ),
			'no text'                 => array( 'mapped', $next( array( 'checking-dns' ) ), '' ),
			'no object'               => array( 'mapped', 'checking-dns', '' ),
			'no answer'               => array( 'mapped', null, '' ),
		);
	}

	/** @dataProvider records */
	public function test_a_report_may_overwrite_a_record( string $stage, bool $secure, string $on_record, bool $is_secure, array $changes ): void {
		$this->assertSame( $changes, Closte_Domain_Sync_Stage::changes_to_record( $stage, $secure, false, $on_record, $is_secure ) );
		$this->assertSame( array(), Closte_Domain_Sync_Stage::changes_to_record( $stage, $secure, true, $on_record, $is_secure ), 'what came too late changes nothing' );
	}

	public function records(): array {
		$stage  = static function ( $stage ) {
			return array( 'stage' => $stage );
		};
		$secure = array( 'secure' => true );
		return array(
			'the next stage'                  => array( 'checking-ssl-cert', false, 'checking-dns', false, $stage( 'checking-ssl-cert' ) ),
			'the same stage'                  => array( 'checking-dns', false, 'checking-dns', false, array() ),
			'done is secure'                  => array( 'done', false, 'checking-ssl-cert', false, $stage( 'done' ) + $secure ),
			'done and secure already'         => array( 'done', true, 'done', true, array() ),
			'done, not secure yet'            => array( 'done', true, 'done', false, $secure ),
			'without certificate: not secure' => array( 'done-without-ssl', false, 'checking-ssl-cert', false, $stage( 'done-without-ssl' ) ),
			'the flag is not lowered'         => array( 'ssl-failed', false, 'checking-ssl-cert', true, $stage( 'ssl-failed' ) ),
			'a second look: stays on the air' => array( 'checking-dns', false, 'done', true, array() ),
			'the same without a certificate'  => array( 'checking-ssl-cert', false, 'done-without-ssl', false, array() ),
			'a second look, but secure'       => array( 'checking-ssl-cert', true, 'done-without-ssl', false, $secure ),
			'a finding does not take it off'  => array( 'failed', false, 'done', true, array() ),
			'nor one of the certificate'      => array( 'ssl-failed', false, 'done-without-ssl', false, array() ),
			'done is not made less'           => array( 'done-without-ssl', false, 'done', true, array() ),
			'without certificate, then with'  => array( 'done', false, 'done-without-ssl', false, $stage( 'done' ) + $secure ),
			'a failed one is looked at again' => array( 'checking-dns', false, 'failed', false, $stage( 'checking-dns' ) ),
			'the alias is to be added anew'   => array( 'adding-domain', false, 'failed', false, $stage( 'checking-dns' ) ),
			'the alias is to be added at all' => array( 'adding-domain', false, 'checking-dns', false, array() ),
			'the same while it is served'     => array( 'adding-domain', false, 'done', true, array() ),
			'a stage that it does not know'   => array( 'cancelled', true, 'checking-dns', false, array() ),
			'a stage of a removal'            => array( 'removed', false, 'done', true, array() ),
		);
	}

	/** @dataProvider refusals */
	public function test_what_stands_in_the_way_of_the_alias_is_remembered( string $before, string $delivery, string $stage, string $problem, string $after ): void {
		$this->assertSame( $after, Closte_Domain_Sync_Stage::refusal_after( $before, $delivery, $stage, $problem ) );
	}

	public function refusals(): array {
		return array(
			'another app has it'              => array( '', 'sent', 'failed', 'held-elsewhere', 'held-elsewhere' ),
			'Closte takes no such name'       => array( '', 'sent', 'failed', 'rejected-by-closte', 'rejected-by-closte' ),
			'another problem'                 => array( '', 'sent', 'failed', 'no-records', '' ),
			'it failed of something else'     => array( 'held-elsewhere', 'sent', 'failed', 'no-records', '' ),
			'it is tried again'               => array( 'held-elsewhere', 'sent', 'adding-domain', '', '' ),
			'the alias is there'              => array( 'held-elsewhere', 'sent', 'checking-dns', 'no-records', '' ),
			'not given up for it'             => array( '', 'sent', 'adding-domain', 'held-elsewhere', '' ),
			'refused, and tried again'        => array( 'held-elsewhere', 'refused', 'adding-domain', '', 'held-elsewhere' ),
			'refused for something else'      => array( 'invalid-domain', 'refused', 'failed', 'closte-unreachable', 'invalid-domain' ),
			'refused, and found by a visit'   => array( 'unheard-of', 'refused', 'failed', 'held-elsewhere', 'held-elsewhere' ),
		);
	}

	public function test_a_stage_is_written_in_small_letters_and_hyphens(): void {
		foreach ( array( 'done', 'checking-ssl-cert', str_repeat( 'a', 40 ) ) as $text ) {
			$this->assertTrue( Closte_Domain_Sync_Stage::is_stage( $text ), $text );
		}
		foreach ( array( '', '-done', 'Done', 'done!', "done\n", 'done2', str_repeat( 'a', 41 ), 7, null, array( 'done' ) ) as $text ) {
			$this->assertFalse( Closte_Domain_Sync_Stage::is_stage( $text ), print_r( $text, true ) );
		}
	}
}
