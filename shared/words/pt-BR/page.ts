import type { Translated } from '../catalog.ts';
import type { PAGE as ENGLISH } from '../en/page.ts';

export const PAGE = {
  'page.title.ready': '{domain}: pronto',
  'page.title.waiting': '{domain}: aguardando',
  'page.title.action-needed': '{domain}: ação necessária',
  'page.title.not-mapped': '{domain}: não vinculado',
  'page.title.others-turn': '{domain}: ainda não está pronto',

  'page.verdict.ready': 'Pronto',
  'page.verdict.waiting': 'Aguardando',
  'page.verdict.action-needed': 'Ação necessária',
  'page.verdict.not-mapped': 'Não vinculado',
  'page.verdict.others-turn': 'Ainda não está pronto',
  'page.waiting-for': 'Aguardando',
  'page.tried-until': 'Tentativas até',
  'page.given-up':
    'O acompanhamento foi encerrado em {since}. O domínio será verificado de novo em {next} e, se estiver correto, o acompanhamento será retomado.',
  'page.followed-again':
    'O acompanhamento foi encerrado em {since}. Agora o domínio está correto, e o acompanhamento foi retomado.',
  'page.name-in-dns': 'No DNS, o nome é escrito {name}.',

  'page.actions.heading': 'O que fazer',
  'page.actions.afterwards': 'Depois',
  'page.actions.instead': 'Se isso não for possível',
  'page.actions.where': 'Nas configurações de DNS de {zone}, no seu provedor de DNS.',
  'page.actions.where-at': 'Nas configurações de DNS de {zone}, em {provider}.',
  'page.actions.where-unknown': 'Nas configurações de DNS do seu domínio, no seu provedor de DNS.',
  'page.actions.at-sign':
    'O nome do host @ representa o próprio domínio; em alguns formulários, é preciso deixá-lo vazio.',
  'page.actions.apply': 'Deixar {provider} configurar os registros para você',
  'page.actions.apply-at':
    'Entre com a sua conta em {host}, veja o que será alterado e aceite. Ou configure os registros por conta própria:',

  'page.contact.heading': 'Dúvidas?',
  'page.contact.named': 'Quem administra o seu site: {name}',
  'page.contact.reached': 'Quem administra o seu site: {link}',
  'page.contact.named-and-reached': 'Quem administra o seu site: {name}, {link}',

  'page.checked': 'Verificado: {time}.',
  'page.look-again': 'Verificar de novo',
  'page.languages': 'Idioma',

  'page.script.copied': 'Copiado',
  'page.script.selected': 'Selecionado. Copie com o teclado ou o menu.',
  'page.script.looks-again':
    'Esta página verifica de novo a cada {seconds, plural, one {segundo} other {# segundos}}.',
  'page.script.no-answer':
    'Sem resposta no momento. Uma nova tentativa é feita a cada {seconds, plural, one {segundo} other {# segundos}}.',
  'page.script.pause': 'Pausar',
  'page.script.paused': 'Em pausa.',
  'page.script.go-on': 'Continuar',
  'page.script.link-over': 'Esta página não faz mais verificações: o link dela não é mais válido.',
  'page.script.given-up': 'Esta página não faz mais verificações: ficou tempo demais sem resposta.',

  'page.expired.title': 'Link expirado',
  'page.expired.sentence': 'Este link era válido por um tempo limitado, que já terminou.',
  'page.expired.remedy': 'Peça um novo a quem administra o seu site.',
  'page.wrong.title': 'Link inválido',
  'page.wrong.sentence': 'Este link não leva ao status de nenhum domínio.',
  'page.wrong.remedy':
    'Abra-o de novo a partir de onde você o recebeu e veja se está completo: programas de e-mail quebram links longos em dois. Se isso não ajudar, peça um novo a quem administra o seu site.',
  'page.busy.title': 'Ocupado, tente de novo',
  'page.busy.sentence':
    'Muitos domínios estão sendo verificados neste momento, e o seu não pôde ser verificado.',
  'page.busy.remedy':
    'Isso não significa que haja algo errado com o seu domínio. Recarregue esta página em meio minuto.',
  'page.unavailable.title': 'Indisponível agora',
  'page.unavailable.sentence': 'O status do domínio não pode ser mostrado no momento.',
  'page.unavailable.remedy':
    'Tente de novo em alguns minutos. Se isso não ajudar, avise quem administra o seu site.',
} as const satisfies Translated<typeof ENGLISH>;
