import type { Translated } from '../catalog.ts';
import type { ACTIONS as ENGLISH } from '../en/actions.ts';

export const ACTIONS = {
  'action.set.owner': '{place}の {type} レコードを {value} に設定してください。',
  'action.set.operator':
    'お客様の作業は必要ありません。サイトの運営担当者が、{place}の {type} レコードを {value} に設定する必要があります。',
  'action.set.closte':
    'お客様の作業は必要ありません。サイトをホスティングしている Closte が、{place}の {type} レコードを {value} に設定する必要があります。',

  'action.set-caa.owner':
    '{place}に、値が {value} の CAA レコードを追加してください。他の CAA レコードはそのままでかまいません。',
  'action.set-caa.operator':
    'お客様の作業は必要ありません。サイトの運営担当者が、{place}に、値が {value} の CAA レコードを追加する必要があります。他の CAA レコードはそのままでかまいません。',
  'action.set-caa.closte':
    'お客様の作業は必要ありません。サイトをホスティングしている Closte が、{place}に、値が {value} の CAA レコードを追加する必要があります。他の CAA レコードはそのままでかまいません。',

  'action.change.owner': '{place}の {type} レコード {old} を {value} に変更してください。',
  'action.change.operator':
    'お客様の作業は必要ありません。サイトの運営担当者が、{place}の {type} レコード {old} を {value} に変更する必要があります。',
  'action.change.closte':
    'お客様の作業は必要ありません。サイトをホスティングしている Closte が、{place}の {type} レコード {old} を {value} に変更する必要があります。',

  'action.change-type.owner':
    '{place}の {old_type} レコード {old} を、値が {value} の {type} レコードに変更してください。フォームで変更できない場合は、元のレコードを削除してから、新しいレコードを設定してください。',
  'action.change-type.operator':
    'お客様の作業は必要ありません。サイトの運営担当者が、{place}の {old_type} レコード {old} を、値が {value} の {type} レコードに変更する必要があります。フォームで変更できない場合は、元のレコードを削除してから、新しいレコードを設定します。',
  'action.change-type.closte':
    'お客様の作業は必要ありません。サイトをホスティングしている Closte が、{place}の {old_type} レコード {old} を、値が {value} の {type} レコードに変更する必要があります。フォームで変更できない場合は、元のレコードを削除してから、新しいレコードを設定します。',

  'action.remove.owner': '{place}の {type} レコード {value} を削除してください。',
  'action.remove.operator':
    'お客様の作業は必要ありません。サイトの運営担当者が、{place}の {type} レコード {value} を削除する必要があります。',
  'action.remove.closte':
    'お客様の作業は必要ありません。サイトをホスティングしている Closte が、{place}の {type} レコード {value} を削除する必要があります。',

  'action.remove-at-registrar.owner':
    '{name} を登録している会社(レジストラ)で、{name} の {type} レコード {value} を削除してください。',
  'action.remove-at-registrar.operator':
    'お客様の作業は必要ありません。サイトの運営担当者が、{name} を登録している会社(レジストラ)で、{name} の {type} レコード {value} を削除する必要があります。',
  'action.remove-at-registrar.closte':
    'お客様の作業は必要ありません。サイトをホスティングしている Closte が、{name} を登録している会社(レジストラ)で、{name} の {type} レコード {value} を削除する必要があります。',

  'action.switch-off-proxy.owner':
    '{domain} が手前のプロキシを経由しないようにしてください(Cloudflare の場合:レコードのプロキシ ステータスを「DNS のみ」(DNS only、灰色の雲)に設定します)。',
  'action.switch-off-proxy.operator':
    'お客様の作業は必要ありません。サイトの運営担当者が、{domain} が手前のプロキシを経由しないようにする必要があります(Cloudflare の場合:レコードのプロキシ ステータスを「DNS のみ」(DNS only、灰色の雲)に設定します)。',
  'action.switch-off-proxy.closte':
    'お客様の作業は必要ありません。サイトをホスティングしている Closte が、{domain} が手前のプロキシを経由しないようにする必要があります(Cloudflare の場合:レコードのプロキシ ステータスを「DNS のみ」(DNS only、灰色の雲)に設定します)。',

  'action.switch-off-redirect.owner': '{domain} に設定したリダイレクトまたは転送を無効にしてください。',
  'action.switch-off-redirect.operator':
    'お客様の作業は必要ありません。サイトの運営担当者が、{domain} に設定されているリダイレクトまたは転送を無効にする必要があります。',
  'action.switch-off-redirect.closte':
    'お客様の作業は必要ありません。サイトをホスティングしている Closte が、{domain} に設定されているリダイレクトまたは転送を無効にする必要があります。',

  'action.register.owner':
    '{name} のつづりを確認してください。ドメイン名の登録事業者で、{name} を登録または更新してください。',
  'action.register.operator':
    '{name} のつづりを確認してください。それ以外にお客様の作業は必要ありません。サイトの運営担当者が、ドメイン名の登録事業者で {name} を登録または更新する必要があります。',
  'action.register.closte':
    '{name} のつづりを確認してください。それ以外にお客様の作業は必要ありません。サイトをホスティングしている Closte が、ドメイン名の登録事業者で {name} を登録または更新する必要があります。',

  'action.ask.owner':
    '{whom, select, operator {サイトの運営担当者に問い合わせてください。} closte {サイトをホスティングしている Closte に問い合わせてください。} other {DNS レコードを管理している会社(DNS プロバイダー)に、修正を依頼してください。}}',
  'action.ask.operator':
    '{whom, select, operator {お客様の作業は必要ありません。サイトの運営担当者が確認する必要があります。} closte {お客様の作業は必要ありません。サイトの運営担当者が、Closte に修正を依頼する必要があります。} other {お客様の作業は必要ありません。サイトの運営担当者が、自身の DNS レコードを管理している会社に修正を依頼する必要があります。}}',
  'action.ask.closte':
    '{whom, select, operator {お客様の作業は必要ありません。サイトをホスティングしている Closte が、サイトの運営担当者に問い合わせる必要があります。} closte {お客様の作業は必要ありません。サイトをホスティングしている Closte が確認する必要があります。} other {お客様の作業は必要ありません。サイトをホスティングしている Closte が、お客様の DNS レコードを管理している会社(DNS プロバイダー)に修正を依頼する必要があります。}}',

  'action.ask.to-map':
    '{domain} をお客様のサイトにつなげたい場合は、サイトの運営担当者に割り当てを依頼してください。',

  'action.wait': 'お客様の作業は必要ありません。遅くとも {until} までに完了します。',
  'action.or': 'それができない場合:{way}',
} as const satisfies Translated<typeof ENGLISH>;
