<?php
use PHPUnit\Framework\TestCase;

final class EventAnswerTest extends TestCase {

	/** @dataProvider answers */
	public function test_an_answer_to_an_event_is_final_where_the_functions_say_so( int $status, $answer, string $delivery ): void {
		$this->assertSame( $delivery, Closte_Domain_Sync_Event_Answer::delivery_after( 'evt_1', $status, $answer ) );
	}

	public function answers(): array {
		$code = static function ( $code ) {
			return array( 'code' => $code );
		};
		return array(
			'taken'                          => array( 202, array( 'mapping_id' => 'evt_1' ), 'sent' ),
			'another event'                  => array( 202, array( 'mapping_id' => 'evt_2' ), 'waiting' ),
			'a page of somebody else'        => array( 200, null, 'waiting' ),
			'a faulty event'                 => array( 422, $code( 'invalid-domain' ), 'refused' ),
			'another network'                => array( 409, $code( 'another-network' ), 'refused' ),
			'still wanted'                   => array( 409, $code( 'still-wanted' ), 'refused' ),
			'never heard of'                 => array( 409, $code( 'unheard-of' ), 'refused' ),
			'held elsewhere'                 => array( 409, $code( 'held-elsewhere' ), 'refused' ),
			'a 409 of somebody else'         => array( 409, $code( 'edit-conflict' ), 'waiting' ),
			'a 409 without a code'           => array( 409, null, 'waiting' ),
			'the code with another status'   => array( 422, $code( 'still-wanted' ), 'waiting' ),
			'a faulty one with 409'          => array( 409, $code( 'invalid-domain' ), 'waiting' ),
			'the plugin is too old for them' => array( 503, $code( 'update-the-plugin' ), 'waiting' ),
			'Closte is down'                 => array( 503, $code( 'closte-unavailable' ), 'waiting' ),
			'a code that is no text'         => array( 409, $code( array( 'still-wanted' ) ), 'waiting' ),
			'nothing'                        => array( 0, null, 'waiting' ),
		);
	}
}
