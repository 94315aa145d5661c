import type { Translated } from '../catalog.ts';
import type { AUTHORITY as ENGLISH } from '../en/authority.ts';

export const AUTHORITY = {
  'caa-forbids.title': 'CAA レコードがサイトの証明書の発行を禁止しています',
  'caa-forbids.explanation.other-authority':
    'CAA レコードは、ドメインの証明書を発行できる認証局を指定するものです。{domain} に適用される CAA レコードは、このサイトの証明書を発行する Let’s Encrypt を許可していません。',
  'caa-forbids.explanation.malformed':
    'CAA レコードは、ドメインの証明書を発行できる認証局を指定するものです。{domain} に適用される CAA レコードは、このサイトの証明書を発行する Let’s Encrypt を指定していますが、Let’s Encrypt が読み取れない書き方になっています。',
  'caa-forbids.explanation.other-method':
    'CAA レコードは、ドメインの証明書を発行できる認証局を指定するものです。{domain} に適用される CAA レコードは、このサイトの証明書を発行する Let’s Encrypt を、ここで使われているものとは別の検証方法(validationmethods)でのみ許可しています。',
  'caa-forbids.explanation.unknown-account':
    'CAA レコードは、ドメインの証明書を発行できる認証局を指定するものです。{domain} に適用される CAA レコードは、このサイトの証明書を発行する Let’s Encrypt を、特定の 1 つのアカウント(accounturi)でのみ許可しています。このサイトのホスティングは、別のアカウントを使用しているようです。',
  'caa-forbids.explanation.no-account':
    'CAA レコードは、ドメインの証明書を発行できる認証局を指定するものです。{domain} に適用される CAA レコードは、このサイトの証明書を発行する Let’s Encrypt を、Let’s Encrypt に存在しないアカウント(accounturi)でのみ許可しています。',
  'caa-forbids.remedy.own':
    '{place}に、フラグが {flags}、タグが {tag}、値が {value} の CAA レコードを追加してください。他の CAA レコードはそのままでかまいません。',
  'caa-forbids.remedy.network':
    'サイトの運営担当者が対応する必要があります。これらの CAA レコードは、お客様の CNAME レコードが指すドメインにあり、そのドメインは運営担当者のものです。タグが {tag}、値が {value} の CAA レコードを追加する必要があります。',
  'caa-forbids.remedy.target':
    'これらの CAA レコードは、{alias} の CNAME レコードが指す {target} にあります。そのドメインの所有者に、タグが {tag}、値が {value} の CAA レコードの追加を依頼してください。',

  'caa-unknown-critical.title': '認証局が認識できない CAA レコードがあります',
  'caa-unknown-critical.explanation':
    'CAA レコードは、ドメインの証明書を発行できる認証局を指定するものです。{domain} に適用される CAA レコードの 1 つに、必須(critical)の指定があり、Let’s Encrypt が認識できないタグ {tags} が使われています。この場合、Let’s Encrypt は証明書を発行できません。',
  'caa-unknown-critical.remedy.remove':
    '{place}から、タグが {tags} の CAA レコードを削除するか、そのフラグを 0 に設定してください。',
  'caa-unknown-critical.remedy.own':
    '{place}に、フラグが 0、タグが issue、値が letsencrypt.org の CAA レコードを追加してください。このレコードは {above} の CAA レコードより優先されます。',
  'caa-unknown-critical.remedy.network':
    'サイトの運営担当者が対応する必要があります。これらの CAA レコードは、お客様の CNAME レコードが指すドメインにあり、そのドメインは運営担当者のものです。タグが {tags} の CAA レコードを削除するか、そのフラグを 0 に設定する必要があります。',
  'caa-unknown-critical.remedy.target':
    'これらの CAA レコードは、{alias} の CNAME レコードが指す {target} にあります。そのドメインの所有者に、タグが {tags} の CAA レコードを削除するか、そのフラグを 0 に設定するよう依頼してください。',

  'caa.or-replace-alias': 'または、{place}の CNAME レコードを削除し、代わりに{records}を設定してください。',

  'caa-not-answered.title': 'CAA レコードについて DNS の応答がありません',
  'caa-not-answered.explanation':
    'CAA レコードは、ドメインの証明書を発行できる認証局を指定するものです。{asked} の CAA レコードを DNS に問い合わせると、繰り返し失敗します。この場合、発行を禁止するレコードが存在する可能性があるため、Let’s Encrypt は証明書を発行できません。',
  'caa-not-answered.remedy.of-the-domain':
    '{asked} の DNS レコードを管理している会社に、サーバーが CAA レコード(タイプ 257)の問い合わせに応答するよう、対応を依頼してください。',
  'caa-not-answered.remedy.of-the-network':
    'サイトの運営担当者が、{asked} の DNS サーバーが CAA レコード(タイプ 257)の問い合わせに応答するように対応する必要があります。',
  'caa-not-answered.remedy.of-somebody-else':
    '{asked} の DNS サーバーの管理者が対応する問題です。多くの場合は自然に解消します。解消しない場合は、サイトの運営担当者に連絡してください。',

  'caa.consequence':
    '{severity, select, fatal {そのため、サイトは証明書を取得できません。} other {サイトには現在証明書がありますが、更新できません。}}',

  'wildcard-needs-dns-validation.title': 'ワイルドカード証明書には DNS による検証が必要です',
  'wildcard-needs-dns-validation.explanation':
    'Let’s Encrypt は、ドメインがお客様のものであることを特定の DNS レコードで確認できた場合にのみ、{domain} の証明書を発行します。そのレコードは Closte が指定する必要があり、お客様に設定していただく場合があります。',
  'wildcard-needs-dns-validation.remedy':
    'サイトの運営担当者に問い合わせてください。どのレコードが必要かを、運営担当者が Closte に確認する必要があります。お客様が設定するレコードであれば、運営担当者からお知らせします。',
} as const satisfies Translated<typeof ENGLISH>;
