import type { Translated } from '../catalog.ts';
import type { DNS_RECORDS as ENGLISH } from '../en/dns-records.ts';

export const DNS_RECORDS = {
  'no-records.title': 'Ainda não há nenhum registro DNS',
  'no-records.explanation':
    'Não há nenhum registro DNS que diga para onde {domain} leva, por isso ninguém consegue encontrar o site com este nome.',

  'domain-not-registered.title': '{registrable} não está registrado',
  'domain-not-registered.explanation':
    '{registrable} não existe na internet. O nome pode estar escrito errado, o registro dele pode ter expirado ou estar suspenso, ou ele pode ser tão novo que ainda não é conhecido.',
  'domain-not-registered.explanation.below':
    '{registrable} não existe na internet e, portanto, {domain} também não. O nome pode estar escrito errado, o registro dele pode ter expirado ou estar suspenso, ou ele pode ser tão novo que ainda não é conhecido.',
  'domain-not-registered.remedy':
    'Confira se o nome está escrito corretamente. Se estiver, registre ou renove {registrable} em uma empresa que venda nomes de domínio.',

  'wrong-address.title': 'O domínio leva a outro servidor',
  'wrong-address.explanation': '{domain} leva a {wrong}, onde este site não está.',

  'stray-ipv6.title': 'Um endereço IPv6 leva a outro servidor',
  'stray-ipv6.explanation':
    'O endereço IPv4 (registro A) de {domain} está correto. Mas o domínio também tem {records}, para IPv6, e isso leva a outro lugar. Os navegadores e a autoridade que emite o certificado preferem IPv6, por isso acabam em outro servidor.',

  'some-addresses-wrong.title': 'Alguns dos endereços levam a outro servidor',
  'some-addresses-wrong.explanation':
    '{domain} leva a {right}, o que está correto, e também a {wrong}, onde este site não está. Uma parte dos visitantes acaba lá.',

  'reserved-address.title': 'Um endereço que não está na internet',
  'reserved-address.explanation':
    '{domain} leva a {wrong}. Endereços assim são para redes privadas, testes ou exemplos: pela internet, ninguém consegue chegar ao site lá.',

  'cname-to-elsewhere.title': 'O registro CNAME leva a outro lugar',
  'cname-to-elsewhere.explanation':
    '{domain} tem um registro CNAME, que faz dele outro nome para {to}. {leads, select, elsewhere {Esse nome leva a outro servidor, onde este site não está.} other {Esse nome não leva a lugar nenhum: ele não tem endereço.}}',

  'cname-loop.title': 'Os registros CNAME andam em círculo',
  'cname-loop.explanation':
    '{domain} tem um registro CNAME, que faz dele outro nome para outra coisa, e esta, em um ou mais passos, leva de volta ao início. Assim, nunca se chega a um endereço.',

  'cname-at-apex.title': 'Um registro CNAME onde não pode haver nenhum',
  'cname-at-apex.explanation':
    'Em {domain} começa a sua zona DNS, ou seja, o conjunto dos seus registros DNS. Nenhum registro CNAME é permitido ali: ele oculta os outros registros desse nome, como os de e-mail, e nem todo servidor DNS o segue.',

  'behind-a-proxy.works.title': 'Funciona atrás de {proxy, select, none {um proxy} other {{proxy}}}',
  'behind-a-proxy.works.explanation':
    '{domain} leva a {proxy, select, none {outro servidor} other {{proxy}}}, que fica entre os visitantes e este site e repassa o que eles pedem. Um teste mostra que isso chega aqui.',
  'behind-a-proxy.title': '{proxy} está na frente do site',
  'behind-a-proxy.explanation':
    '{domain} leva a {proxy}, que fica entre os visitantes e um site e repassa o que eles pedem. {arrives, select, no {Um teste mostra que isso não chega aqui.} other {Não foi possível descobrir se isso chega aqui.}}',
  'behind-a-proxy.remedy.Cloudflare':
    'Se você usa {proxy} para o seu domínio, altere o status do proxy do registro para “DNS only”, ou seja, “Somente DNS” (a nuvem cinza). Se não usa, o registro foi criado para outro serviço.',
} as const satisfies Translated<typeof ENGLISH>;
