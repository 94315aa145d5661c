import type { Translated } from '../catalog.ts';
import type { PORT_80 as ENGLISH } from '../en/port-80.ts';

export const PORT_80 = {
  'port-80-closed.title': 'A porta 80 está fechada',
  'port-80-closed.explanation':
    'A autoridade que emite o certificado acessa {domain} por HTTP sem criptografia, na porta 80, e o mesmo faz um visitante que digita só o nome. Em {addresses}, nenhum servidor web responde ali.',
  'port-80-timeout.title': 'A porta 80 não responde',
  'port-80-timeout.explanation':
    'A autoridade que emite o certificado acessa {domain} por HTTP sem criptografia, na porta 80, e o mesmo faz um visitante que digita só o nome. Em {addresses}, não há resposta a tempo, o que na maioria das vezes se deve a um firewall.',
  'port-80.remedy':
    'Se você tem um firewall ou um proxy na frente do site, libere a porta 80. Caso contrário, quem administra o seu site precisa perguntar à Closte.',
  'port-80.consequence':
    '{severity, select, fatal {Por isso, o site não consegue obter nenhum certificado.} other {Isso pode impedir que um certificado seja emitido ou renovado.}}',

  'http-redirects-elsewhere.title': 'A porta 80 redireciona para outro lugar',
  'http-redirects-elsewhere.explanation':
    'Quem acessa {domain} por HTTP sem criptografia é redirecionado para {to}. A autoridade que emite o certificado pede lá uma prova que só este site tem, e pode não encontrá-la.',
  'http-redirects-elsewhere.sent-on':
    'Quem acessa {domain} por HTTP sem criptografia é redirecionado para {to}.',
  'http-redirects-elsewhere.not-followed.status':
    'A autoridade que emite o certificado não segue esse redirecionamento: ela não segue nenhum que tenha o status 303.',
  'http-redirects-elsewhere.not-followed.unreadable':
    'A autoridade que emite o certificado não segue esse redirecionamento: ela não consegue ler o endereço.',
  'http-redirects-elsewhere.not-followed.scheme':
    'A autoridade que emite o certificado não segue esse redirecionamento: ela só segue os que levam a http: e https:.',
  'http-redirects-elsewhere.not-followed.no-host':
    'A autoridade que emite o certificado não segue esse redirecionamento: não há nenhum nome de host no endereço.',
  'http-redirects-elsewhere.not-followed.port':
    'A autoridade que emite o certificado não segue esse redirecionamento: ela só segue os que levam às portas 80 e 443.',
  'http-redirects-elsewhere.not-followed.missing-slash':
    'A autoridade que emite o certificado não segue esse redirecionamento: falta uma barra depois do nome do host, por isso esse host não existe.',
  'http-redirects-elsewhere.not-followed.reserved-address':
    'A autoridade que emite o certificado não segue esse redirecionamento: um endereço assim não está na internet.',
  'http-redirects-elsewhere.not-followed.no-public-name':
    'A autoridade que emite o certificado não segue esse redirecionamento: esse nome não existe na internet.',
  'http-redirects-elsewhere.not-followed.too-long':
    'A autoridade que emite o certificado não segue esse redirecionamento: o endereço é longo demais.',
  'http-redirects-elsewhere.remedy':
    'Se você configurou um redirecionamento ou encaminhamento para {domain} no seu provedor de DNS ou em um proxy, desative-o. Caso contrário, quem administra o seu site precisa verificar isso.',
  'http-redirects-elsewhere.remedy.missing-slash':
    'Se você configurou um redirecionamento ou encaminhamento para {domain} no seu provedor de DNS ou em um proxy, coloque uma barra no fim do endereço ao qual ele leva: {address}. Caso contrário, quem administra o seu site precisa verificar isso.',

  'http-redirect-loop.title': 'A porta 80 redireciona em círculo',
  'http-redirect-loop.explanation':
    'Quem acessa {domain} por HTTP sem criptografia é redirecionado repetidamente e não chega a nenhuma página. O mesmo acontece com a autoridade que emite o certificado.',

  'answers-differ-between-addresses.title': 'Os endereços não levam ao mesmo servidor',
  'answers-differ-between-addresses.explanation':
    '{domain} leva a {addresses}, e esses endereços respondem de formas diferentes à mesma solicitação. Portanto, é provável que nem todos sejam deste site, e o que um visitante recebe é questão de sorte.',
  'answers-differ-between-addresses.remedy':
    'Procure entre os registros A e AAAA de {domain} algum que tenha sobrado de outro servidor e remova-o. Se todos estiverem de acordo com as instruções que você recebeu, quem administra o seu site precisa verificar isso.',
} as const satisfies Translated<typeof ENGLISH>;
