<?php
use PHPUnit\Framework\TestCase;

final class NoticeTest extends TestCase {

	/** @dataProvider reports */
	public function test_a_report_tells_what_is_news( string $told, string $before, string $stage, string $event, string $notice, string $remembered ): void {
		$this->assertSame( array( $notice, $remembered ), Closte_Domain_Sync_Notice::after( $told, $before, $stage, $event ) );
	}

	public function reports(): array {
		$overdue = 'dns.overdue';
		return array(
			// A new wish.
			array( '', '', 'checking-dns', '', '', '' ),
			array( '', 'checking-dns', 'checking-ssl-cert', '', '', '' ),
			array( '', 'checking-ssl-cert', 'done', '', 'ready', 'ready' ),
			array( '', 'checking-ssl-cert', 'done-without-ssl', '', 'ready', 'ready' ),
			array( '', 'checking-dns', 'failed', '', 'failed', 'failed' ),
			array( '', 'checking-ssl-cert', 'ssl-failed', '', 'failed', 'failed' ),
			array( '', '', 'failed', '', 'failed', 'failed' ),
			array( '', 'checking-dns', 'checking-dns', $overdue, 'overdue', 'overdue' ),
			array( '', 'checking-dns', 'checking-dns', 'of.another.version', '', '' ),
			array( '', 'checking-dns', 'cancelled', '', '', '' ),
			array( '', 'removing-domain', 'removed', '', '', '' ),
			// What was told is not told again.
			array( 'overdue', 'checking-dns', 'checking-dns', $overdue, '', 'overdue' ),
			array( 'overdue', 'checking-dns', 'checking-ssl-cert', '', '', 'overdue' ),
			array( 'overdue', 'checking-dns', 'failed', '', 'failed', 'failed' ),
			array( 'overdue', 'checking-ssl-cert', 'done', '', 'ready', 'ready' ),
			array( 'failed', 'failed', 'failed', '', '', 'failed' ),
			array( 'failed', 'failed', 'ssl-failed', '', '', 'failed' ),
			array( 'failed', 'failed', 'checking-dns', '', '', 'failed' ),
			array( 'failed', 'checking-dns', 'checking-dns', $overdue, '', 'failed' ),
			array( 'failed', 'failed', 'done', '', 'ready', 'ready' ),
			array( 'ready', 'done', 'done', '', '', 'ready' ),
			// A domain that works is lost, once, and comes back.
			array( 'ready', 'done', 'failed', '', 'lost', 'lost' ),
			array( 'ready', 'done', 'ssl-failed', '', 'lost', 'lost' ),
			array( 'ready', 'done', 'adding-domain', '', '', 'ready' ),
			array( 'ready', 'checking-dns', 'done', '', '', 'ready' ),
			array( 'ready', 'checking-dns', 'failed', '', 'lost', 'lost' ),
			array( 'ready', 'checking-dns', 'checking-dns', $overdue, 'lost', 'lost' ),
			array( 'lost', 'failed', 'failed', '', '', 'lost' ),
			array( 'lost', 'failed', 'ssl-failed', '', '', 'lost' ),
			array( 'lost', 'checking-dns', 'checking-dns', $overdue, '', 'lost' ),
			array( 'lost', 'failed', 'done', '', 'ready', 'ready' ),
			// A domain that worked before anybody was told anything: imported, or of a version before.
			array( '', 'done', 'done', '', '', 'ready' ),
			array( '', 'done', 'failed', '', 'lost', 'lost' ),
			array( '', 'done-without-ssl', 'ssl-failed', '', 'lost', 'lost' ),
			array( '', 'done', 'checking-dns', '', '', 'ready' ),
			array( '', 'done', 'done', $overdue, '', 'ready' ),
			array( '', 'failed', 'done', '', 'ready', 'ready' ),
		);
	}
}
