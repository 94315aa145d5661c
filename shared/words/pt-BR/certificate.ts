import type { Translated } from '../catalog.ts';
import type { CERTIFICATE as ENGLISH } from '../en/certificate.ts';

export const CERTIFICATE = {
  'no-https.title': 'Sem conexão segura (HTTPS)',
  'no-https.no-answer.explanation':
    '{domain} não responde por HTTPS em {addresses}, por isso os navegadores não conseguem abrir o site lá.',
  'no-https.no-answer.remedy':
    'Se você tem um firewall ou um proxy na frente do site, libere a porta 443. Caso contrário, quem administra o seu site precisa perguntar à Closte por que o HTTPS não responde.',
  'no-https.no-tls.explanation':
    'Em {addresses}, um servidor responde por {domain} na porta 443, mas não se consegue estabelecer uma conexão segura com ele. Por isso, os navegadores não conseguem abrir o site lá.',
  'no-https.no-tls.remedy':
    'Quem administra o seu site precisa perguntar à Closte por que não se consegue estabelecer uma conexão segura.',
  'no-https.no-way-there.title': 'Não foi possível testar o HTTPS',
  'no-https.no-way-there.explanation':
    '{domain} só tem endereços IPv6 ({addresses}), e não há como chegar a eles de onde o teste é feito. Visitantes sem IPv6 também não conseguem chegar a eles.',
  'no-https.no-way-there.remedy':
    'Se você recebeu a instrução de configurar também um registro A, para IPv4, configure-o. Caso contrário, quem administra o seu site precisa fazer o teste por IPv6.',

  'no-certificate.title': 'O servidor não tem nenhum certificado para o domínio',
  'no-certificate.explanation':
    'Em {addresses}, o servidor encerra a conexão segura antes que ela comece: ele não tem nenhum certificado para {domain}. Por isso, os navegadores não conseguem abrir o site por HTTPS.',
  'no-certificate.remedy':
    'Quem administra o seu site precisa perguntar à Closte por que não há nenhum certificado para {domain}.',

  'default-certificate.title': 'Ainda não há um certificado próprio',
  'default-certificate.explanation':
    '{count, plural, =0 {O servidor mostra um certificado sem nome em vez de um para {domain}} other {O servidor mostra um certificado para {names} em vez de um para {domain}}}, por isso os navegadores alertam os visitantes para não entrar. É isso que ele mostra enquanto não tem um certificado para o domínio.',
  'default-certificate.remedy':
    'Quem administra o seu site precisa perguntar à Closte por que não há nenhum certificado para {domain}.',

  'wrong-name.title': 'O certificado é para outros nomes',
  'wrong-name.explanation':
    '{count, plural, =0 {O servidor mostra um certificado sem nome.} other {O servidor mostra um certificado para {names}.}} Ele não é válido para {domain}, por isso os navegadores alertam os visitantes para não entrar.',
  'wrong-name.remedy': 'Quem administra o seu site precisa pedir à Closte um certificado para {domain}.',

  'expired.title': 'O certificado expirou',
  'expired.explanation':
    'O certificado de {domain} não é mais válido, por isso os navegadores alertam os visitantes para não entrar.',
  'expired.remedy': 'Quem administra o seu site precisa perguntar à Closte por que ele não foi renovado.',

  'not-yet-valid.title': 'O certificado ainda não é válido',
  'not-yet-valid.explanation':
    'O certificado de {domain} só será válido mais tarde. Até lá, os navegadores alertam os visitantes para não entrar.',
  'not-yet-valid.remedy':
    'Quem administra o seu site precisa pedir à Closte um certificado que seja válido agora.',

  'self-signed.title': 'O certificado não é de uma autoridade',
  'self-signed.explanation':
    'O servidor mostra para {domain} um certificado que ele mesmo assinou. Os navegadores só confiam em certificados de uma autoridade, por isso alertam os visitantes para não entrar.',
  'self-signed.remedy': 'Quem administra o seu site precisa pedir à Closte um certificado de uma autoridade.',

  'untrusted-issuer.title': 'O certificado é de uma autoridade desconhecida',
  'untrusted-issuer.explanation':
    'O servidor mostra para {domain} um certificado de uma autoridade em que os navegadores não confiam, por isso eles alertam os visitantes para não entrar.',
  'untrusted-issuer.remedy':
    'Quem administra o seu site precisa pedir à Closte um certificado de uma autoridade em que os navegadores confiem.',

  'incomplete-chain.title': 'Falta uma parte do certificado',
  'incomplete-chain.explanation':
    'O servidor não envia todos os certificados que ligam o de {domain} a uma autoridade que os navegadores conhecem. {count, plural, =0 {} other {O que ele envia termina em {issuers}. }}Alguns navegadores encontram o resto sozinhos; outros alertam os visitantes para não entrar.',
  'incomplete-chain.remedy':
    'Quem administra o seu site precisa pedir à Closte que envie a cadeia completa de certificados, até uma autoridade em que os navegadores confiem.',

  'expiring-soon.title': 'O certificado expira em breve',
  'expiring-soon.explanation':
    'O certificado de {domain} é válido até {end}. Ele já deveria ter sido renovado.',
  'expiring-soon.remedy':
    'Se outro problema for citado junto com este, corrija primeiro o outro: pode ser ele que impede a renovação. Caso contrário, quem administra o seu site precisa perguntar à Closte por que ele não foi renovado.',

  'still-being-issued.title': 'O certificado está sendo emitido',
  'still-being-issued.explanation':
    'O DNS de {domain} está correto há pouco tempo, e a partir daí o certificado leva de 5 a 10 minutos. Até que ele esteja pronto, os navegadores alertam os visitantes para não entrar.',
} as const satisfies Translated<typeof ENGLISH>;
