import { postSigned, type Rig } from './rig.ts';

/** Domains of a network of which the functions report, and what is told of that. */
export function toldOf(rig: () => Rig) {
  /** Runs the sender as WP-Cron's job does, and says what the action hook was given. */
  const send = (before = '') =>
    rig().wordpress.php<[string, string, number, Record<string, unknown>][]>(
      `$calls = array();
       add_action( 'closte_sync_domain_notice', static function ( ...$arguments ) use ( &$calls ) { $calls[] = $arguments; }, 10, 4 );
       ${before}
       Closte_Domain_Sync_Schedule::send();
       return $calls;`,
    );
  const follow = async (site: number, domains: string[]) => {
    await rig().wordpress.php(
      `foreach ( $args['domains'] as $domain ) { test_map( $domain, $args['site'] ); }
       Closte_Domain_Sync_Sender::run();`,
      { site, domains },
    );
  };
  return {
    send,
    /** The notices of which the action hook is told now, as `ready shop.example.com`. */
    async told() {
      return (await send()).map(([kind, domain]) => `${kind} ${domain}`);
    },
    /** Domains that are mapped and followed by the functions. */
    follow: (...domains: string[]) => follow(2, domains),
    /** A site with all that belongs to one, whose domains are mapped and followed. */
    async site(address: string, ...domains: string[]) {
      const id = await rig().wordpress.php<number>(
        `$id = wp_insert_site( array( 'domain' => 'network.test', 'path' => '/real' . wp_rand() . '/', 'network_id' => 1, 'title' => "Anna's & Ben's", 'options' => array( 'admin_email' => $args['address'] ) ) );
         update_blog_option( $id, 'admin_email', $args['address'] );
         return $id;`,
        { address },
      );
      await follow(id, domains);
      return id;
    },
    /** The functions report of the mapping that is current. */
    async report(domain: string, stage: string, more: object = {}) {
      const row = (await rig().wordpress.rows()).find((candidate) => candidate.domain === domain);
      if (row === undefined) throw new Error(`no row of ${domain}`);
      return await postSigned(rig(), 'stage', { domain, stage, mapping_id: row.event_id, ...more });
    },
    /** How many rows wait in the queue of notices, by channel. */
    waiting: () =>
      rig().wordpress.php<Record<string, number>>(
        `return (object) array_map( 'intval', array_column( $GLOBALS['wpdb']->get_results( 'SELECT channel, COUNT(*) AS n FROM wp_closte_sync_notices GROUP BY channel' ), 'n', 'channel' ) );`,
      ),
  };
}
