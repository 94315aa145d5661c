import type { Translated } from '../catalog.ts';
import type { CLOSTE as ENGLISH } from '../en/closte.ts';

export const CLOSTE = {
  'not-an-alias.title': 'A Closte não conhece o domínio',
  'not-an-alias.explanation':
    'A Closte, onde o site está hospedado, não tem nenhum alias para {domain}: ela não foi informada de que o domínio pertence ao site.',
  'not-an-alias.remedy':
    'Você não precisa fazer nada: a Closte será informada de novo, automaticamente, em até uma hora. Se isso não ajudar, quem administra o seu site precisa perguntar à Closte.',

  'key-refused.title': 'A Closte recusa a consulta',
  'key-refused.explanation':
    'A Closte, onde o site está hospedado, não diz se conhece {domain}: ela recusa a consulta, muito provavelmente por causa da chave que a acompanha.',
  'key-refused.remedy':
    'Você não precisa fazer nada. Quem administra o seu site precisa verificar a chave (CLOSTE_CLIENT_API_KEY) e o aplicativo no painel da Closte.',

  'closte-unreachable.title': 'A Closte não responde no momento',
  'closte-unreachable.explanation':
    'Não foi possível perguntar à Closte, onde o site está hospedado, se ela conhece {domain}. Isso não diz nada sobre o domínio.',
  'closte-unreachable.remedy': 'Você não precisa fazer nada: a Closte será consultada de novo.',

  'rejected-by-closte.title': 'A Closte não aceita o domínio',
  'rejected-by-closte.explanation':
    'A Closte, onde o site está hospedado, não considera {domain} um domínio que possa ser vinculado a um site.',
  'rejected-by-closte.remedy':
    'Confira se o nome está escrito corretamente. Se estiver, quem administra o seu site precisa perguntar à Closte.',

  'held-elsewhere.title': 'Outro site na Closte tem o domínio',
  'held-elsewhere.explanation':
    'A Closte, onde o site está hospedado, informa que {domain} já está em uso, e não por este site: outro site na Closte tem esse domínio. Um domínio só pode pertencer a um site.',
  'held-elsewhere.remedy':
    'Se você tem ou teve outro site na Closte com {domain}, remova o domínio lá. Caso contrário, quem administra o seu site precisa perguntar à Closte quem tem o domínio. Uma nova tentativa é feita uma vez por dia.',
} as const satisfies Translated<typeof ENGLISH>;
