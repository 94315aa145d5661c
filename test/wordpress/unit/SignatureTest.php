<?php
use PHPUnit\Framework\TestCase;

final class SignatureTest extends TestCase {

	/** The example of Standard Webhooks (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md). */
	private const SECRET    = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
	private const ID        = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
	private const TIME      = 1614265330;
	private const BODY      = '{"test": 2432232314}';
	private const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

	private function verify( array $changed = array() ): bool {
		$asked = $changed + array(
			'secret'     => self::SECRET,
			'id'         => self::ID,
			'time'       => (string) self::TIME,
			'signatures' => self::SIGNATURE,
			'body'       => self::BODY,
			'now'        => self::TIME,
		);
		return Closte_Domain_Sync_Signature::verify( ...array_values( array_replace( array_fill_keys( array( 'secret', 'id', 'time', 'signatures', 'body', 'now' ), null ), $asked ) ) );
	}

	public function test_a_signature_is_that_of_standard_webhooks(): void {
		$this->assertSame( self::SIGNATURE, Closte_Domain_Sync_Signature::sign( self::SECRET, self::ID, self::TIME, self::BODY ) );
		$this->assertSame(
			array(
				'webhook-id'        => self::ID,
				'webhook-timestamp' => '1614265330',
				'webhook-signature' => self::SIGNATURE,
			),
			Closte_Domain_Sync_Signature::headers( self::SECRET, self::ID, self::TIME, self::BODY )
		);
		$this->assertTrue( $this->verify() );
	}

	/** @dataProvider not_good */
	public function test_a_signature_is_not_good_with( array $changed ): void {
		$this->assertFalse( $this->verify( $changed ) );
	}

	public function not_good(): array {
		return array(
			'another secret'                => array( array( 'secret' => 'whsec_AAAA' ) ),
			'another id'                    => array( array( 'id' => 'msg_other' ) ),
			'no id'                         => array( array( 'id' => '' ) ),
			'another time'                  => array( array( 'time' => (string) ( self::TIME + 1 ) ) ),
			'a time that is no number'      => array( array( 'time' => 'now' ) ),
			'a time with a line feed'       => array( array( 'time' => self::TIME . "\n" ) ),
			'another body'                  => array( array( 'body' => self::BODY . ' ' ) ),
			'no signature'                  => array( array( 'signatures' => '' ) ),
			'a signature of another scheme' => array( array( 'signatures' => str_replace( 'v1,', 'v1a,', self::SIGNATURE ) ) ),
			'a clock that is too early'     => array( array( 'now' => self::TIME - 301 ) ),
			'a clock that is too late'      => array( array( 'now' => self::TIME + 301 ) ),
		);
	}

	public function test_the_clock_may_be_five_minutes_off_and_other_signatures_may_stand_beside(): void {
		$this->assertTrue( $this->verify( array( 'now' => self::TIME + 300 ) ) );
		$this->assertTrue( $this->verify( array( 'now' => self::TIME - 300 ) ) );
		$this->assertTrue( $this->verify( array( 'signatures' => 'v1,AAAA ' . self::SIGNATURE . ' v1,BBBB' ) ) );
	}

	public function test_a_secret_without_its_form_has_no_key(): void {
		foreach ( array( '', 'secret', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_not base64!', 'whsec_' ) as $secret ) {
			$this->assertSame( '', Closte_Domain_Sync_Signature::key( $secret ), $secret );
		}
	}

	public function test_the_derived_secret_has_a_key_of_256_bits_and_is_another_for_another_key_of_closte(): void {
		$secret = Closte_Domain_Sync_Signature::derive_secret( 'a key' );
		$this->assertSame( 32, strlen( Closte_Domain_Sync_Signature::key( $secret ) ) );
		$this->assertNotSame( $secret, Closte_Domain_Sync_Signature::derive_secret( 'another key' ) );
	}
}
