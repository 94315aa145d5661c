import type { Translated } from '../catalog.ts';
import type { STATUS as ENGLISH } from '../en/status.ts';

export const STATUS = {
  'status.ready': '{domain} は準備完了です。サイトにつながり、証明書も有効です。',
  'status.action-needed': '{domain} はまだ利用できません。原因:{title}。',
  'status.action-needed.unknown': '{domain} はまだ利用できません。何らかの問題があります。',
  'status.not-mapped': '{domain} は、ここのサイトに割り当てられていません。',

  'status.waiting.hosting':
    '{domain} は準備中です。ホスティング側でドメインが受け入れられるのを待っています。',
  'status.waiting.dns': '{domain} は準備中です。DNS の変更が全体に反映されるのを待っています。',
  'status.waiting.certificate': '{domain} は準備中です。証明書の発行を待っています。',
  'status.what.hosting': 'ホスティング側でのドメインの受け入れ',
  'status.what.dns': 'DNS の変更の全体への反映',
  'status.what.certificate': '証明書の発行',
} as const satisfies Translated<typeof ENGLISH>;
