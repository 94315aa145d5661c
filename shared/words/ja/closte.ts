import type { Translated } from '../catalog.ts';
import type { CLOSTE as ENGLISH } from '../en/closte.ts';

export const CLOSTE = {
  'not-an-alias.title': 'Closte にドメインが登録されていません',
  'not-an-alias.explanation':
    'サイトをホスティングしている Closte に、{domain} のエイリアスがありません。このドメインがサイトのものであることが、Closte に伝わっていません。',
  'not-an-alias.remedy':
    'お客様の作業は必要ありません。1 時間以内に、Closte へ自動的に再度通知されます。それでも解決しない場合は、サイトの運営担当者が Closte に問い合わせる必要があります。',

  'key-refused.title': 'Closte が問い合わせを拒否しています',
  'key-refused.explanation':
    'サイトをホスティングしている Closte に {domain} が登録されているかどうか、確認できません。問い合わせが拒否されており、原因はおそらく問い合わせに使うキーにあります。',
  'key-refused.remedy':
    'お客様の作業は必要ありません。サイトの運営担当者が、キー(CLOSTE_CLIENT_API_KEY)と Closte のダッシュボードにあるアプリを確認する必要があります。',

  'closte-unreachable.title': '現在、Closte が応答していません',
  'closte-unreachable.explanation':
    'サイトをホスティングしている Closte に {domain} が登録されているかどうか、問い合わせることができませんでした。ドメインに問題があるという意味ではありません。',
  'closte-unreachable.remedy': 'お客様の作業は必要ありません。Closte への問い合わせは再度行われます。',

  'rejected-by-closte.title': 'Closte がドメインを受け付けません',
  'rejected-by-closte.explanation':
    'サイトをホスティングしている Closte が、{domain} をサイトに割り当て可能なドメインと認めていません。',
  'rejected-by-closte.remedy':
    'つづりを確認してください。正しい場合は、サイトの運営担当者が Closte に問い合わせる必要があります。',

  'held-elsewhere.title': 'Closte の別のサイトがこのドメインを使用しています',
  'held-elsewhere.explanation':
    'サイトをホスティングしている Closte によると、{domain} はすでに使用されています。使用しているのはこのサイトではなく、Closte の別のサイトです。1 つのドメインを使用できるサイトは 1 つだけです。',
  'held-elsewhere.remedy':
    'Closte の別のサイトで {domain} を使用している、または使用していた場合は、そのサイトからドメインを削除してください。心当たりがない場合は、どのサイトが使用しているかを、サイトの運営担当者が Closte に問い合わせる必要があります。1 日に 1 回、再試行されます。',
} as const satisfies Translated<typeof ENGLISH>;
