import type { Translated } from '../catalog.ts';
import type { DNS_SERVERS as ENGLISH } from '../en/dns-servers.ts';

export const DNS_SERVERS = {
  'not-propagated-yet.title': '正しい応答がまだ全体に反映されていません',
  'not-propagated-yet.explanation':
    '{domain} の正しい応答は得られていますが、{all, select, yes {問い合わせたすべての公開 DNS サーバー} other {問い合わせた公開 DNS サーバー {asked, number} 台のうち {some, number} 台}}({names})は、まだ別の応答を{some, plural, other {返しています}}。DNS サーバーは、応答をしばらく保持してから再度問い合わせます。',
  'not-propagated-yet.remedy':
    'お客様の作業は必要ありません。通常は数分で反映されますが、最大 2 日かかることもあります。',
  'not-propagated-yet.remedy.known':
    'お客様の作業は必要ありません。反映されるまで、今から最大で {duration}かかります。',

  'dns-server-failing.name-servers.title': '{count, plural, other {一部のネームサーバーが応答していません}}',
  'dns-server-failing.name-servers.explanation':
    'ネームサーバーは、{apex} の DNS レコードを保持しているコンピューターです。{count, plural, other {{servers} が応答していません。}}他のネームサーバーは応答しているため、サイトにはほとんどの場合アクセスできますが、できないこともあります。',
  'dns-server-failing.all-name-servers.title': 'ネームサーバーが応答していません',
  'dns-server-failing.all-name-servers.explanation':
    'ネームサーバーは、{apex} の DNS レコードを保持しているコンピューターです。{count, plural, other {{servers} が応答していません。}}そのため、{domain} が見つかりません。',
  'dns-server-failing.name-servers.remedy':
    '{servers} について、DNS プロバイダーに問い合わせてください。別のプロバイダーに移行した場合は、{apex} の登録先に以前のプロバイダーのネームサーバーが残っている可能性があります。その場合は、登録先でネームサーバーを変更してください。',

  'dns-server-failing.look-ups.title': 'DNS の応答がありません',
  'dns-server-failing.look-ups.explanation':
    '公開 DNS サーバーが {domain} についての応答を得られないため、ブラウザーでサイトが見つかりません。多くの場合、原因はネームサーバー(ドメインの DNS レコードを保持しているコンピューター)の障害です。',
  'dns-server-failing.look-ups.remedy':
    '1 時間以上続く場合は、{domain} の名前解決ができない理由を DNS プロバイダーに問い合わせてください。',

  'dns-server-failing.one-type.title': '{version} について DNS の応答がありません',
  'dns-server-failing.one-type.explanation':
    '{domain} の DNS サーバーは、{version} アドレス({type} レコード)の問い合わせに応答しません。もう一方の種類の問い合わせには応答するため、サイトにはほとんどの場合アクセスできますが、時間がかかることがあります。',
  'dns-server-failing.one-type.remedy':
    '{domain} の {type} レコードについて応答がない理由を、DNS プロバイダーに問い合わせてください。レコードがない場合は、「ない」と応答する必要があります。',

  'dns-server-failing.resolvers.title': 'DNS に問い合わせできませんでした',
  'dns-server-failing.resolvers.explanation':
    '{domain} について問い合わせる公開 DNS サーバーが、問い合わせを受け付けませんでした。ドメインに問題があるという意味ではありません。',
  'dns-server-failing.resolvers.remedy':
    'お客様の作業は必要ありません。問い合わせは再度行われます。この状態が続く場合は、サイトの運営担当者が確認する必要があります。',

  'dnssec-failing.title': 'DNSSEC の署名が一致しません',
  'dnssec-failing.explanation':
    '{apex} の DNS レコードは署名されています(DNSSEC)が、署名が一致しません。署名を検証する DNS サーバーは応答を返さないため、多くの訪問者と、証明書を発行する認証局が {domain} を見つけられません。',
  'dnssec-failing.remedy':
    '{apex} の DNSSEC の修正を DNS プロバイダーに依頼してください。プロバイダーを変更した場合は、おそらく {apex} の登録先に以前のプロバイダーの DS レコードが残っています。その場合は、登録先で DS レコードを削除してください。',
  'dnssec-failing.at-some.title': '一部の DNS サーバーで DNSSEC の署名が一致しません',
  'dnssec-failing.at-some.explanation':
    '{apex} の DNS レコードは署名されています(DNSSEC)。{all, select, yes {問い合わせたすべての公開 DNS サーバー} other {問い合わせた公開 DNS サーバー {asked, number} 台のうち {some, number} 台}}({names})では署名が一致しないため、{some, plural, =1 {このサーバー} other {これらのサーバー}}の利用者は {domain} を見つけられません。他のサーバーではこの問題は確認されておらず、自然に解消する可能性があります。',
  'dnssec-failing.at-some.remedy':
    '1 日以上続く場合は、{apex} の DNSSEC の確認を DNS プロバイダーに依頼してください。',

  'blocked-by-a-filter.title': 'フィルターによってドメインがブロックされています',
  'blocked-by-a-filter.explanation':
    '一部の DNS サーバーは、特定のサイトから利用者を保護しています。{all, select, yes {問い合わせたすべての公開 DNS サーバー} other {問い合わせた公開 DNS サーバー {asked, number} 台のうち {some, number} 台}}({names})が、{some, plural, =1 {{domain} をそのようなサイトとしてブロックしています。このサーバーの利用者は} other {{domain} をそのようなサイトとしてブロックしています。これらのサーバーの利用者は}}、このドメインを見つけられません。お客様の DNS レコードとは関係ありません。',
  'blocked-by-a-filter.remedy':
    '{domain} に有害なものが置かれていないことを確認してください。そのうえで、{names} の運営元に、リストからの削除を依頼してください。そのためのページが用意されています。',

  'name-servers-disagree.title': 'ネームサーバーの応答が一致していません',
  'name-servers-disagree.explanation':
    'ネームサーバーは、{apex} の DNS レコードを保持しているコンピューターです。{domain} について、ネームサーバーごとに応答が異なります。{right_count, plural, =0 {{wrong} は異なる応答を返し、どれも正しくありません。} other {{right} の応答は正しいですが、{wrong_count, plural, other {{wrong} の応答は正しくありません}}。}}訪問者がどの応答を受け取るかは、その時々で変わります。',
  'name-servers-disagree.remedy':
    '1 時間以内にレコードを変更した場合は、しばらくお待ちください。変更していない場合は、{wrong} について DNS プロバイダーに問い合わせてください。ネームサーバーが 2 つのプロバイダーのものである場合は、両方のレコードを同じにする必要があります。',

  'network-not-resolvable.title': 'ネットワークのアドレスが見つかりません',
  'network-not-resolvable.explanation':
    '{network, select, none {サイトのネットワーク自体のアドレスが DNS にないため、} other {{network} 自体のアドレスが DNS にないため、}}現在、{domain} の正しい接続先を確認できません。お客様のドメインの問題ではありません。',
  'network-not-resolvable.remedy':
    'お客様の作業は必要ありません。{network, select, none {サイトの運営担当者が、サイトのネットワークにアドレスを設定する必要があります。} other {サイトの運営担当者が、{network} にアドレスを設定する必要があります。}}',
} as const satisfies Translated<typeof ENGLISH>;
