import type { Translated } from '../catalog.ts';
import type { PROXY as ENGLISH } from '../en/proxy.ts';

export const PROXY = {
  'https-behind-a-proxy.title':
    '{proxy, select, none {HTTPS がプロキシを通過できません} other {HTTPS が {proxy} を通過できません}}',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {訪問者とこのサイトの間にプロキシがあります。} other {訪問者とこのサイトの間に {proxy} があります。}}',
  'https-behind-a-proxy.handshake':
    '訪問者のリクエストは、暗号化されていない HTTP では届きますが、HTTPS では届きません。プロキシがサイトと安全な接続を確立できません(エラー 525)。そのため、ブラウザーでサイトを開けません。',
  'https-behind-a-proxy.certificate':
    '訪問者のリクエストは、暗号化されていない HTTP では届きますが、HTTPS では届きません。プロキシから見て、サイトに {domain} の有効な証明書がありません(エラー 526)。そのため、ブラウザーでサイトを開けません。',
  'https-behind-a-proxy.loop':
    '訪問者のリクエストは、暗号化されていない HTTP では届きますが、HTTPS では届きません。リダイレクトが無限に繰り返されます。そのため、ブラウザーでサイトを開けません。',
  'https-behind-a-proxy.to-http':
    '訪問者のリクエストは、暗号化されていない HTTP では届きますが、HTTPS では届きません。訪問者が HTTP に戻されます。そのため、ブラウザーでサイトを開けません。',
  'https-behind-a-proxy.untrusted':
    '訪問者のリクエストは、暗号化されていない HTTP では届きますが、HTTPS では届きません。提示される証明書がブラウザーに信頼されていません。そのため、ブラウザーでサイトを開けません。',
  'https-behind-a-proxy.error':
    '訪問者のリクエストは、暗号化されていない HTTP では届きますが、HTTPS では届きません。プロキシがエラーを返します。そのため、ブラウザーでサイトを開けません。',
  'https-behind-a-proxy.other-site':
    '訪問者のリクエストは、暗号化されていない HTTP では届きますが、HTTPS では届きません。別のサイトが応答します。そのため、ブラウザーでサイトを開けません。',
  'https-behind-a-proxy.no-answer':
    '訪問者のリクエストは、暗号化されていない HTTP では届きますが、HTTPS では届きません。どこからも応答がありません。そのため、ブラウザーでサイトを開けません。',

  'https-behind-a-proxy.remedy':
    'ドメインがプロキシを経由しないようにしてください。そうすると、{domain} はここに直接つながり、ここで証明書を取得します。',
  'https-behind-a-proxy.remedy.Cloudflare':
    'ドメインに {proxy} を使用している場合は、レコードのプロキシ ステータスを「DNS のみ」(DNS only、灰色の雲)に設定してください。そうすると、{domain} はここに直接つながり、ここで証明書を取得します。',
  'https-behind-a-proxy.instead.certificate':
    'プロキシを使い続ける必要がある場合は、サイトの運営担当者がその証明書を Closte に依頼する必要があります。',
  'https-behind-a-proxy.instead.loop':
    'プロキシを使い続ける必要がある場合は、プロキシが HTTPS でサイトに接続するように設定してください(Cloudflare の場合:SSL/TLS で「フル」(Full))。',
  'https-behind-a-proxy.instead.to-http':
    'プロキシを使い続ける必要がある場合は、訪問者を HTTP に転送するルールをプロキシから削除してください。',
  'https-behind-a-proxy.instead.untrusted':
    'プロキシを使い続ける必要がある場合は、プロキシでドメインの証明書を発行してください。',
  'https-behind-a-proxy.instead.other-site':
    'プロキシを使い続ける必要がある場合は、HTTPS を別のサイトに転送するルールをプロキシから削除してください。',
  'https-behind-a-proxy.instead.no-answer':
    'プロキシを使い続ける必要がある場合は、プロキシで HTTPS を有効にしてください。',
} as const satisfies Translated<typeof ENGLISH>;
