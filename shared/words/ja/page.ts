import type { Translated } from '../catalog.ts';
import type { PAGE as ENGLISH } from '../en/page.ts';

export const PAGE = {
  'page.title.ready': '{domain}:準備完了',
  'page.title.waiting': '{domain}:待機中',
  'page.title.action-needed': '{domain}:対応が必要です',
  'page.title.not-mapped': '{domain}:未割り当て',
  'page.title.others-turn': '{domain}:まだ準備できていません',

  'page.verdict.ready': '準備完了',
  'page.verdict.waiting': '待機中',
  'page.verdict.action-needed': '対応が必要です',
  'page.verdict.not-mapped': '未割り当て',
  'page.verdict.others-turn': 'まだ準備できていません',
  'page.waiting-for': '完了待ちの処理',
  'page.tried-until': '試行の期限',
  'page.given-up':
    '試行は {since} に中止されました。{next} に再度確認し、正しく設定されていれば処理を再開します。',
  'page.followed-again':
    '試行は {since} に中止されました。現在は正しく設定されているため、処理を再開しています。',
  'page.name-in-dns': 'DNS では、この名前は {name} と表記されます。',

  'page.actions.heading': '必要な作業',
  'page.actions.afterwards': 'その後',
  'page.actions.instead': 'それができない場合',
  'page.actions.where': 'DNS プロバイダーの、{zone} の DNS 設定で行います。',
  'page.actions.where-at': '{provider} の、{zone} の DNS 設定で行います。',
  'page.actions.where-unknown': 'DNS プロバイダーの、お客様のドメインの DNS 設定で行います。',
  'page.actions.at-sign':
    'ホスト名 @ は、ドメイン自体を表します。フォームによっては、空欄にする必要があります。',
  'page.actions.apply': '{provider} でレコードを自動的に設定する',
  'page.actions.apply-at':
    '{host} にログインし、変更内容を確認して、承認してください。ご自身で設定する場合は、次のとおりです:',

  'page.contact.heading': 'ご不明な点がある場合',
  'page.contact.named': 'サイトの運営担当者:{name}',
  'page.contact.reached': 'サイトの運営担当者:{link}',
  'page.contact.named-and-reached': 'サイトの運営担当者:{name}、{link}',

  'page.checked': '確認日時:{time}',
  'page.look-again': '再確認',
  'page.languages': '言語',

  'page.script.copied': 'コピーしました',
  'page.script.selected': '選択しました。キーボードまたはメニューでコピーしてください。',
  'page.script.looks-again': 'このページは {seconds, plural, other {# 秒}}ごとに自動的に再確認します。',
  'page.script.no-answer': '現在、応答がありません。{seconds, plural, other {# 秒}}ごとに再試行します。',
  'page.script.pause': '一時停止',
  'page.script.paused': '一時停止中です。',
  'page.script.go-on': '再開',
  'page.script.link-over': 'リンクが無効になったため、このページの自動再確認は終了しました。',
  'page.script.given-up': '長時間応答がなかったため、このページの自動再確認は終了しました。',

  'page.expired.title': 'リンクの期限切れ',
  'page.expired.sentence': 'このリンクの有効期限が切れました。',
  'page.expired.remedy': 'サイトの運営担当者に、新しいリンクを依頼してください。',
  'page.wrong.title': '無効なリンク',
  'page.wrong.sentence': 'このリンクは、ドメインの状態を表示するリンクではありません。',
  'page.wrong.remedy':
    '元の場所からもう一度リンクを開き、リンク全体が含まれていることを確認してください。メールソフトによっては、長いリンクが途中で切れることがあります。それでも開けない場合は、サイトの運営担当者に新しいリンクを依頼してください。',
  'page.busy.title': '混雑しています。もう一度お試しください',
  'page.busy.sentence': '現在、多数のドメインを確認しているため、お客様のドメインはまだ確認できていません。',
  'page.busy.remedy':
    'これはドメインの問題ではありません。30 秒ほど待ってから、このページを再読み込みしてください。',
  'page.unavailable.title': '現在利用できません',
  'page.unavailable.sentence': '現在、ドメインの状態を表示できません。',
  'page.unavailable.remedy':
    '数分後にもう一度お試しください。それでも表示されない場合は、サイトの運営担当者に連絡してください。',
} as const satisfies Translated<typeof ENGLISH>;
