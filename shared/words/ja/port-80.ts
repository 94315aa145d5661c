import type { Translated } from '../catalog.ts';
import type { PORT_80 as ENGLISH } from '../en/port-80.ts';

export const PORT_80 = {
  'port-80-closed.title': 'ポート 80 が閉じています',
  'port-80-closed.explanation':
    '証明書を発行する認証局は、暗号化されていない HTTP(ポート 80)で {domain} にアクセスします。名前だけを入力した訪問者も同様です。{addresses} では、そのポートでウェブサーバーが応答しません。',
  'port-80-timeout.title': 'ポート 80 が応答しません',
  'port-80-timeout.explanation':
    '証明書を発行する認証局は、暗号化されていない HTTP(ポート 80)で {domain} にアクセスします。名前だけを入力した訪問者も同様です。{addresses} では、時間内に応答がありません。多くの場合、ファイアウォールが原因です。',
  'port-80.remedy':
    'サイトの手前にファイアウォールやプロキシがある場合は、ポート 80 を許可してください。ない場合は、サイトの運営担当者が Closte に問い合わせる必要があります。',
  'port-80.consequence':
    '{severity, select, fatal {そのため、サイトは証明書を取得できません。} other {このため、証明書の発行や更新ができない可能性があります。}}',

  'http-redirects-elsewhere.title': 'ポート 80 が別の場所にリダイレクトしています',
  'http-redirects-elsewhere.explanation':
    '暗号化されていない HTTP で {domain} にアクセスすると、{to} に転送されます。証明書を発行する認証局は、このサイトだけが持つ検証用の情報をそこで確認しようとするため、見つけられない可能性があります。',
  'http-redirects-elsewhere.sent-on':
    '暗号化されていない HTTP で {domain} にアクセスすると、{to} に転送されます。',
  'http-redirects-elsewhere.not-followed.status':
    '証明書を発行する認証局は、このリダイレクトに従いません。ステータス 303 のリダイレクトには従わないためです。',
  'http-redirects-elsewhere.not-followed.unreadable':
    '証明書を発行する認証局は、このリダイレクトに従いません。アドレスを読み取れないためです。',
  'http-redirects-elsewhere.not-followed.scheme':
    '証明書を発行する認証局は、このリダイレクトに従いません。http: と https: のリダイレクト先にしか従わないためです。',
  'http-redirects-elsewhere.not-followed.no-host':
    '証明書を発行する認証局は、このリダイレクトに従いません。アドレスにホスト名がないためです。',
  'http-redirects-elsewhere.not-followed.port':
    '証明書を発行する認証局は、このリダイレクトに従いません。ポート 80 と 443 のリダイレクト先にしか従わないためです。',
  'http-redirects-elsewhere.not-followed.missing-slash':
    '証明書を発行する認証局は、このリダイレクトに従いません。ホスト名の後のスラッシュがなく、存在しないホストになっているためです。',
  'http-redirects-elsewhere.not-followed.reserved-address':
    '証明書を発行する認証局は、このリダイレクトに従いません。リダイレクト先が、インターネット上にないアドレスであるためです。',
  'http-redirects-elsewhere.not-followed.no-public-name':
    '証明書を発行する認証局は、このリダイレクトに従いません。リダイレクト先の名前がインターネット上に存在しないためです。',
  'http-redirects-elsewhere.not-followed.too-long':
    '証明書を発行する認証局は、このリダイレクトに従いません。アドレスが長すぎるためです。',
  'http-redirects-elsewhere.remedy':
    'DNS プロバイダーまたはプロキシで {domain} のリダイレクトや転送を設定している場合は、無効にしてください。設定していない場合は、サイトの運営担当者が確認する必要があります。',
  'http-redirects-elsewhere.remedy.missing-slash':
    'DNS プロバイダーまたはプロキシで {domain} のリダイレクトや転送を設定している場合は、転送先アドレスの末尾にスラッシュを付けて {address} としてください。設定していない場合は、サイトの運営担当者が確認する必要があります。',

  'http-redirect-loop.title': 'ポート 80 のリダイレクトが循環しています',
  'http-redirect-loop.explanation':
    '暗号化されていない HTTP で {domain} にアクセスすると、転送が繰り返され、ページにたどり着きません。証明書を発行する認証局も同様です。',

  'answers-differ-between-addresses.title': '各アドレスが同じサーバーを指していません',
  'answers-differ-between-addresses.explanation':
    '{domain} は {addresses} を指していますが、同じ問い合わせに対する応答がアドレスによって異なります。おそらく、その一部はこのサイトではなく、訪問者に何が表示されるかは、どのアドレスに接続するかによって変わります。',
  'answers-differ-between-addresses.remedy':
    '{domain} の A レコードと AAAA レコードの中に、別のサーバーの古いレコードが残っていないか確認し、あれば削除してください。すべて案内どおりに設定されている場合は、サイトの運営担当者が確認する必要があります。',
} as const satisfies Translated<typeof ENGLISH>;
