import type { Translated } from '../catalog.ts';
import type { CLOSTE as ENGLISH } from '../en/closte.ts';

export const CLOSTE = {
  'not-an-alias.title': 'Closte kennt die Domain nicht',
  'not-an-alias.explanation':
    'Closte, der Hosting-Anbieter der Website, hat keinen Alias für {domain}: Dort ist nicht bekannt, dass die Domain zur Website gehört.',
  'not-an-alias.remedy':
    'Sie müssen nichts tun: Closte wird innerhalb einer Stunde automatisch noch einmal informiert. Wenn das nicht hilft, muss die technische Betreuung Ihrer Website bei Closte nachfragen.',

  'key-refused.title': 'Closte lehnt Anfragen ab',
  'key-refused.explanation':
    'Closte, der Hosting-Anbieter der Website, gibt keine Auskunft darüber, ob {domain} dort bekannt ist: Die Anfrage wird abgelehnt, wahrscheinlich wegen des Schlüssels, mit dem sie gestellt wird.',
  'key-refused.remedy':
    'Sie müssen nichts tun. Die technische Betreuung Ihrer Website muss ihren Schlüssel (CLOSTE_CLIENT_API_KEY) und die App im Dashboard von Closte prüfen.',

  'closte-unreachable.title': 'Closte antwortet im Moment nicht',
  'closte-unreachable.explanation':
    'Closte, der Hosting-Anbieter der Website, konnte nicht gefragt werden, ob {domain} dort bekannt ist. Über die Domain sagt das nichts aus.',
  'closte-unreachable.remedy': 'Sie müssen nichts tun: Closte wird noch einmal gefragt.',

  'rejected-by-closte.title': 'Closte nimmt die Domain nicht an',
  'rejected-by-closte.explanation':
    'Closte, der Hosting-Anbieter der Website, erkennt {domain} nicht als Domain an, die einer Website zugeordnet werden kann.',
  'rejected-by-closte.remedy':
    'Prüfen Sie die Schreibweise. Wenn sie stimmt, muss die technische Betreuung Ihrer Website bei Closte nachfragen.',

  'held-elsewhere.title': 'Eine andere Website bei Closte hat die Domain',
  'held-elsewhere.explanation':
    'Closte, der Hosting-Anbieter der Website, meldet, dass {domain} schon vergeben ist, und zwar nicht an diese Website: Eine andere Website bei Closte hat die Domain. Eine Domain kann nur zu einer Website gehören.',
  'held-elsewhere.remedy':
    'Wenn Sie bei Closte eine andere Website mit {domain} haben oder hatten, entfernen Sie die Domain dort. Wenn nicht, muss die technische Betreuung Ihrer Website bei Closte nachfragen, wer sie hat. Einmal am Tag wird es erneut versucht.',
} as const satisfies Translated<typeof ENGLISH>;
