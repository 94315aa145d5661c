import type { Translated } from '../catalog.ts';
import type { DNS_SERVERS as ENGLISH } from '../en/dns-servers.ts';

export const DNS_SERVERS = {
  'not-propagated-yet.title': 'A resposta correta ainda não está em toda parte',
  'not-propagated-yet.explanation':
    'A resposta correta para {domain} já existe, mas {all, select, yes {todos os servidores DNS públicos consultados ({names}) ainda dão} other {{some, number} dos {asked, number} servidores DNS públicos consultados ({names}) ainda {some, plural, one {dá} other {dão}}}} outra resposta. Um servidor DNS guarda uma resposta por algum tempo antes de consultar de novo.',
  'not-propagated-yet.remedy':
    'Você não precisa fazer nada. Na maioria das vezes, isso leva alguns minutos; às vezes, até dois dias.',
  'not-propagated-yet.remedy.known':
    'Você não precisa fazer nada. A partir de agora, isso pode levar até {duration}.',

  'dns-server-failing.name-servers.title':
    '{count, plural, one {Um servidor de nomes não responde} other {Alguns servidores de nomes não respondem}}',
  'dns-server-failing.name-servers.explanation':
    'Servidores de nomes são os computadores que guardam os registros DNS de {apex}. {count, plural, one {{servers} não responde.} other {{servers} não respondem.}} Os outros respondem, por isso o site é encontrado na maioria das vezes, mas nem sempre.',
  'dns-server-failing.all-name-servers.title': 'Os servidores de nomes não respondem',
  'dns-server-failing.all-name-servers.explanation':
    'Servidores de nomes são os computadores que guardam os registros DNS de {apex}. {count, plural, one {{servers} não responde.} other {{servers} não respondem.}} Por isso, {domain} não pode ser encontrado.',
  'dns-server-failing.name-servers.remedy':
    'Pergunte ao seu provedor de DNS sobre {servers}. Se você mudou de provedor, talvez servidores de nomes do antigo ainda estejam indicados onde {apex} está registrado: substitua-os lá.',

  'dns-server-failing.look-ups.title': 'O DNS não responde',
  'dns-server-failing.look-ups.explanation':
    'Os servidores DNS públicos não obtêm resposta sobre {domain}, por isso os navegadores não conseguem encontrar o site. Na maioria das vezes, trata-se de uma falha dos servidores de nomes, os computadores que guardam os registros DNS do domínio.',
  'dns-server-failing.look-ups.remedy':
    'Se isso durar mais de uma hora, pergunte ao seu provedor de DNS por que {domain} não pode ser consultado.',

  'dns-server-failing.one-type.title': 'O DNS não responde sobre {version}',
  'dns-server-failing.one-type.explanation':
    'Os servidores DNS de {domain} não respondem quando são consultados os endereços {version} (registros {type}). A outra consulta é respondida, por isso o site é encontrado na maioria das vezes, embora às vezes com atraso.',
  'dns-server-failing.one-type.remedy':
    'Pergunte ao seu provedor de DNS por que não há resposta sobre os registros {type} de {domain}. Se não houver nenhum, é isso que deveria ser respondido.',

  'dns-server-failing.resolvers.title': 'Não foi possível consultar o DNS',
  'dns-server-failing.resolvers.explanation':
    'Os servidores DNS públicos consultados sobre {domain} não aceitaram a consulta. Isso não diz nada sobre o domínio.',
  'dns-server-failing.resolvers.remedy':
    'Você não precisa fazer nada: eles serão consultados de novo. Se continuar assim, quem administra o seu site precisa verificar isso.',

  'dnssec-failing.title': 'As assinaturas do DNSSEC não conferem',
  'dnssec-failing.explanation':
    'Os registros DNS de {apex} são assinados (DNSSEC), e as assinaturas não conferem. Nesse caso, os servidores DNS que as verificam não dão nenhuma resposta, por isso muitos visitantes e a autoridade que emite o certificado não conseguem encontrar {domain}.',
  'dnssec-failing.remedy':
    'Peça ao seu provedor de DNS que corrija o DNSSEC de {apex}. Se você mudou de provedor, provavelmente o registro DS do antigo ainda está indicado onde {apex} está registrado: remova-o lá.',
  'dnssec-failing.at-some.title': 'Para alguns servidores DNS, as assinaturas do DNSSEC não conferem',
  'dnssec-failing.at-some.explanation':
    'Os registros DNS de {apex} são assinados (DNSSEC). Segundo {all, select, yes {todos os servidores DNS públicos consultados} other {{some, number} dos {asked, number} servidores DNS públicos consultados}} ({names}), as assinaturas não conferem, por isso quem usa {some, plural, one {este servidor} other {estes servidores}} não consegue encontrar {domain}. Os outros não indicam isso: pode ser que passe.',
  'dnssec-failing.at-some.remedy':
    'Se isso durar mais de um dia, peça ao seu provedor de DNS que verifique o DNSSEC de {apex}.',

  'blocked-by-a-filter.title': 'Um filtro bloqueia o domínio',
  'blocked-by-a-filter.explanation':
    'Alguns servidores DNS protegem de certos sites quem os usa. {all, select, yes {Todos os servidores DNS públicos consultados ({names}) bloqueiam} other {{some, number} dos {asked, number} servidores DNS públicos consultados ({names}) {some, plural, one {bloqueia} other {bloqueiam}}}} {domain} como um site desse tipo: {some, plural, one {quem usa este servidor} other {quem usa um deles}} não consegue encontrá-lo. Isso não tem nada a ver com os seus registros DNS.',
  'blocked-by-a-filter.remedy':
    'Certifique-se de que ninguém colocou algo nocivo em {domain}. Depois, peça aos responsáveis por {names} que retirem o domínio da lista deles: eles têm uma página para isso.',

  'name-servers-disagree.title': 'Os servidores de nomes não concordam entre si',
  'name-servers-disagree.explanation':
    'Servidores de nomes são os computadores que guardam os registros DNS de {apex}. Sobre {domain}, eles dizem coisas diferentes: {right_count, plural, =0 {{wrong} dão respostas diferentes, nenhuma delas correta.} one {{right} responde corretamente, {wrong_count, plural, one {{wrong} não} other {{wrong} não}}.} other {{right} respondem corretamente, {wrong_count, plural, one {{wrong} não} other {{wrong} não}}.}} O que um visitante recebe é questão de sorte.',
  'name-servers-disagree.remedy':
    'Se você alterou os registros na última hora, espere um pouco. Caso contrário, pergunte ao seu provedor de DNS sobre {wrong}. Se os servidores de nomes são de dois provedores, os registros precisam ser iguais em ambos.',

  'network-not-resolvable.title': 'O endereço da rede não é encontrado',
  'network-not-resolvable.explanation':
    'No momento, não é possível saber para onde {domain} deve levar, porque {network, select, none {a própria rede do site} other {{network}}} não tem endereço no DNS. Isso não é uma falha do seu domínio.',
  'network-not-resolvable.remedy':
    'Você não precisa fazer nada. Quem administra o seu site precisa definir um endereço para {network, select, none {a rede do site} other {{network}}}.',
} as const satisfies Translated<typeof ENGLISH>;
