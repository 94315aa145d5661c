<?php
use PHPUnit\Framework\TestCase;

final class UnicodeNameTest extends TestCase {

	/** @dataProvider names */
	public function test_a_name_is_shown_in_its_own_letters( string $name, string $shown ): void {
		$this->assertSame( $shown, Closte_Domain_Sync_Unicode_Name::of( $name ) );
	}

	/** Those of RFC 3492, section 7.1, which are names, among them. */
	public function names(): array {
		return array(
			'ASCII'                           => array( 'shop.example.com', 'shop.example.com' ),
			'German'                          => array( 'xn--bcher-kva.example.com', 'bücher.example.com' ),
			'a wildcard'                      => array( '*.xn--bcher-kva.example', '*.bücher.example' ),
			'Gujarati'                        => array( 'xn--2dcky1czdp.xn--gecrj9c', 'ગુજરાત.ભારત' ),
			'Cyrillic, top-level as well'     => array( 'xn--e1afmkfd.xn--p1ai', 'пример.рф' ),
			'Chinese (RFC 3492, B)'           => array( 'xn--ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文' ),
			'Hebrew (RFC 3492, E)'            => array( 'xn--4dbcagdahymbxekheh6e0a7fei0b', 'למההםפשוטלאמדבריםעברית' ),
			'Hindi (RFC 3492, F)'             => array( 'xn--i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd', 'यहलोगहिन्दीक्योंनहींबोलसकतेहैं' ),
			'Japanese (RFC 3492, L)'          => array( 'xn--3b-ww4c5e180e575a65lsy2b', '3年b組金八先生' ),
			'a letter of four octets'         => array( 'xn--a-f27s.example', "\u{2000B}a.example" ),
			'with a joiner that it needs'     => array( 'xn--11b2ezcw70k.example', "\u{915}\u{94D}\u{200D}\u{937}.example" ),
			'no end of a number'              => array( 'xn--bcher-kv.example', 'xn--bcher-kv.example' ),
			'no digits'                       => array( 'xn--.example', 'xn--.example' ),
			'a character that is no digit'    => array( 'xn--b_cher.example', 'xn--b_cher.example' ),
			'ASCII only'                      => array( 'xn--abc-.example', 'xn--abc-.example' ),
			'a number that is too big'        => array( 'xn--99999999999999999999.example', 'xn--99999999999999999999.example' ),
		);
	}

	/** @dataProvider hidden */
	public function test_what_is_not_seen_is_not_decoded( string $name ): void {
		$this->assertSame( $name, Closte_Domain_Sync_Unicode_Name::of( $name ) );
	}

	public function hidden(): array {
		return array(
			'the other way round' => array( 'xn--ab-g4t.example' ),
			'no width'            => array( 'xn--ab-g1t.example' ),
			'a space'             => array( 'xn--b-3ba.example' ),
			'a soft hyphen'       => array( 'xn--ab-5da.example' ),
			'a private letter'    => array( 'xn--a-ro7g.example' ),
		);
	}
}
