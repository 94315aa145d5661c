import type { Translated } from '../catalog.ts';
import type { CERTIFICATE as ENGLISH } from '../en/certificate.ts';

export const CERTIFICATE = {
  'no-https.title': '安全な接続(HTTPS)ができません',
  'no-https.no-answer.explanation':
    '{domain} は {addresses} で HTTPS に応答しません。そのため、ブラウザーでサイトを開けません。',
  'no-https.no-answer.remedy':
    'サイトの手前にファイアウォールやプロキシがある場合は、ポート 443 を許可してください。ない場合は、HTTPS が応答しない理由を、サイトの運営担当者が Closte に問い合わせる必要があります。',
  'no-https.no-tls.explanation':
    '{addresses} では、サーバーがポート 443 で {domain} に応答しますが、安全な接続を確立できません。そのため、ブラウザーでサイトを開けません。',
  'no-https.no-tls.remedy':
    '安全な接続を確立できない理由を、サイトの運営担当者が Closte に問い合わせる必要があります。',
  'no-https.no-way-there.title': 'HTTPS を確認できませんでした',
  'no-https.no-way-there.explanation':
    '{domain} には IPv6 アドレスしかなく({addresses})、確認を行う場所からはそこに到達できません。IPv6 を使用していない訪問者も、到達できません。',
  'no-https.no-way-there.remedy':
    'IPv4 用の A レコードも設定するよう案内されていた場合は、設定してください。そうでない場合は、サイトの運営担当者が IPv6 で確認する必要があります。',

  'no-certificate.title': 'サーバーにこのドメインの証明書がありません',
  'no-certificate.explanation':
    '{addresses} では、安全な接続が始まる前にサーバーが接続を終了します。サーバーに {domain} の証明書がありません。そのため、ブラウザーで HTTPS を使ってサイトを開けません。',
  'no-certificate.remedy':
    '{domain} の証明書がない理由を、サイトの運営担当者が Closte に問い合わせる必要があります。',

  'default-certificate.title': 'ドメイン専用の証明書がまだありません',
  'default-certificate.explanation':
    '{count, plural, =0 {サーバーは、{domain} の証明書ではなく、名前のない証明書を提示しています} other {サーバーは、{domain} の証明書ではなく、{names} の証明書を提示しています}}。そのため、ブラウザーが訪問者に警告を表示します。ドメインの証明書がない間は、この証明書が提示されます。',
  'default-certificate.remedy':
    '{domain} の証明書がない理由を、サイトの運営担当者が Closte に問い合わせる必要があります。',

  'wrong-name.title': '証明書が別の名前のものです',
  'wrong-name.explanation':
    '{count, plural, =0 {サーバーは、名前のない証明書を提示しています。} other {サーバーは、{names} の証明書を提示しています。}}この証明書は {domain} には有効でないため、ブラウザーが訪問者に警告を表示します。',
  'wrong-name.remedy': 'サイトの運営担当者が、{domain} の証明書を Closte に依頼する必要があります。',

  'expired.title': '証明書の有効期限が切れています',
  'expired.explanation':
    '{domain} の証明書は有効期限が切れています。そのため、ブラウザーが訪問者に警告を表示します。',
  'expired.remedy':
    '証明書が更新されなかった理由を、サイトの運営担当者が Closte に問い合わせる必要があります。',

  'not-yet-valid.title': '証明書がまだ有効になっていません',
  'not-yet-valid.explanation':
    '{domain} の証明書は、有効期間がまだ始まっていません。それまでは、ブラウザーが訪問者に警告を表示します。',
  'not-yet-valid.remedy': 'サイトの運営担当者が、現在有効な証明書を Closte に依頼する必要があります。',

  'self-signed.title': '証明書が認証局の発行したものではありません',
  'self-signed.explanation':
    'サーバーは、{domain} の証明書として、サーバー自身が署名したものを提示しています。ブラウザーは認証局の証明書しか信頼しないため、訪問者に警告を表示します。',
  'self-signed.remedy': 'サイトの運営担当者が、認証局の証明書を Closte に依頼する必要があります。',

  'untrusted-issuer.title': '証明書が不明な認証局のものです',
  'untrusted-issuer.explanation':
    'サーバーは、{domain} の証明書として、ブラウザーが信頼しない認証局のものを提示しています。そのため、ブラウザーが訪問者に警告を表示します。',
  'untrusted-issuer.remedy':
    'サイトの運営担当者が、ブラウザーに信頼されている認証局の証明書を Closte に依頼する必要があります。',

  'incomplete-chain.title': '証明書の一部が不足しています',
  'incomplete-chain.explanation':
    '{domain} の証明書を、ブラウザーが認識している認証局につなぐ証明書の一部が、サーバーから送信されていません。{count, plural, =0 {} other {送信される証明書は {issuers} で途切れています。}}不足分を自動的に補うブラウザーもありますが、訪問者に警告を表示するブラウザーもあります。',
  'incomplete-chain.remedy':
    'サイトの運営担当者が、ブラウザーに信頼されている認証局までの証明書チェーン全体を送信するよう、Closte に依頼する必要があります。',

  'expiring-soon.title': '証明書の有効期限がまもなく切れます',
  'expiring-soon.explanation':
    '{domain} の証明書の有効期限は {end} です。本来であれば、すでに更新されているはずです。',
  'expiring-soon.remedy':
    'ほかにも問題が表示されている場合は、先にそちらを解決してください。それが更新を妨げている可能性があります。ほかに問題がない場合は、更新されなかった理由を、サイトの運営担当者が Closte に問い合わせる必要があります。',

  'still-being-issued.title': '証明書を発行しています',
  'still-being-issued.explanation':
    '{domain} の DNS は、正しく設定されてからまだ間もない状態です。証明書の発行には、その時点から 5~10 分かかります。発行されるまでは、ブラウザーが訪問者に警告を表示します。',
} as const satisfies Translated<typeof ENGLISH>;
