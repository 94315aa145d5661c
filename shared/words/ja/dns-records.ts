import type { Translated } from '../catalog.ts';
import type { DNS_RECORDS as ENGLISH } from '../en/dns-records.ts';

export const DNS_RECORDS = {
  'no-records.title': 'DNS レコードがまだありません',
  'no-records.explanation':
    '{domain} の接続先を示す DNS レコードがありません。そのため、この名前ではサイトにアクセスできません。',

  'domain-not-registered.title': '{registrable} は登録されていません',
  'domain-not-registered.explanation':
    'インターネット上に {registrable} が存在しません。つづりの誤り、登録の期限切れや停止、または登録直後でまだ反映されていない可能性があります。',
  'domain-not-registered.explanation.below':
    'インターネット上に {registrable} が存在しないため、{domain} も存在しません。つづりの誤り、登録の期限切れや停止、または登録直後でまだ反映されていない可能性があります。',
  'domain-not-registered.remedy':
    'つづりを確認してください。正しい場合は、ドメイン名の登録事業者で {registrable} を登録または更新してください。',

  'wrong-address.title': 'ドメインが別のサーバーを指しています',
  'wrong-address.explanation': '{domain} は {wrong} を指していますが、このサイトはそこにはありません。',

  'stray-ipv6.title': 'IPv6 アドレスが別のサーバーを指しています',
  'stray-ipv6.explanation':
    '{domain} の IPv4 アドレス(A レコード)は正しく設定されています。しかし、IPv6 用の{records}もあり、別の場所を指しています。ブラウザーや証明書を発行する認証局は IPv6 を優先するため、別のサーバーに接続してしまいます。',

  'some-addresses-wrong.title': '一部のアドレスが別のサーバーを指しています',
  'some-addresses-wrong.explanation':
    '{domain} は、正しい接続先の {right} のほかに、このサイトのない {wrong} も指しています。訪問者の一部は、そちらに接続してしまいます。',

  'reserved-address.title': 'インターネット上にないアドレスが設定されています',
  'reserved-address.explanation':
    '{domain} は {wrong} を指しています。このようなアドレスは、プライベートネットワーク、テスト、または例示用のものです。インターネットからは、そこにあるサイトに誰もアクセスできません。',

  'cname-to-elsewhere.title': 'CNAME レコードが別の場所を指しています',
  'cname-to-elsewhere.explanation':
    '{domain} には CNAME レコードがあり、{to} の別名になっています。{leads, select, elsewhere {その名前は別のサーバーを指しており、このサイトはそこにはありません。} other {その名前にはアドレスがないため、どこにもつながりません。}}',

  'cname-loop.title': 'CNAME レコードが循環しています',
  'cname-loop.explanation':
    '{domain} には CNAME レコードがあり、別の名前の別名になっていますが、1 つ以上の CNAME レコードをたどると元に戻ります。そのため、アドレスにたどり着きません。',

  'cname-at-apex.title': '設定できない場所に CNAME レコードがあります',
  'cname-at-apex.explanation':
    '{domain} は、DNS ゾーン(お客様の DNS レコード全体)の頂点にあたる名前です。ここに CNAME レコードを設定することはできません。メール用など、同じ名前の他のレコードが隠れてしまい、また、この CNAME レコードをたどらない DNS サーバーもあります。',

  'behind-a-proxy.works.title':
    '{proxy, select, none {プロキシ経由で動作しています} other {{proxy} 経由で動作しています}}',
  'behind-a-proxy.works.explanation':
    '{proxy, select, none {{domain} は別のサーバーを指しています。} other {{domain} は {proxy} を指しています。}}これは訪問者とこのサイトの間にあり、訪問者のリクエストを中継します。テストの結果、リクエストはここに届いています。',
  'behind-a-proxy.title': 'サイトの手前に {proxy} があります',
  'behind-a-proxy.explanation':
    '{domain} は {proxy} を指しています。これは訪問者とサイトの間にあり、訪問者のリクエストを中継します。{arrives, select, no {テストの結果、リクエストはここに届いていません。} other {リクエストがここに届くかどうかは、確認できませんでした。}}',
  'behind-a-proxy.remedy.Cloudflare':
    'ドメインに {proxy} を使用している場合は、レコードのプロキシ ステータスを「DNS のみ」(DNS only、灰色の雲)に設定してください。使用していない場合、このレコードは別のサービスのために作成されたものです。',
} as const satisfies Translated<typeof ENGLISH>;
