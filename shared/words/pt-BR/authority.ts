import type { Translated } from '../catalog.ts';
import type { AUTHORITY as ENGLISH } from '../en/authority.ts';

export const AUTHORITY = {
  'caa-forbids.title': 'Um registro CAA proíbe o certificado do site',
  'caa-forbids.explanation.other-authority':
    'Os registros CAA dizem quais autoridades podem emitir certificados para um domínio. Os que valem para {domain} não autorizam a Let’s Encrypt, que emite o certificado deste site.',
  'caa-forbids.explanation.malformed':
    'Os registros CAA dizem quais autoridades podem emitir certificados para um domínio. Os que valem para {domain} citam a Let’s Encrypt, que emite o certificado deste site, mas de uma forma que ela não consegue ler.',
  'caa-forbids.explanation.other-method':
    'Os registros CAA dizem quais autoridades podem emitir certificados para um domínio. Os que valem para {domain} autorizam a Let’s Encrypt, que emite o certificado deste site, mas só com uma prova (validationmethods) diferente da que é usada aqui.',
  'caa-forbids.explanation.unknown-account':
    'Os registros CAA dizem quais autoridades podem emitir certificados para um domínio. Os que valem para {domain} autorizam a Let’s Encrypt, que emite o certificado deste site, mas só para uma conta (accounturi), e a hospedagem deste site parece usar outra.',
  'caa-forbids.explanation.no-account':
    'Os registros CAA dizem quais autoridades podem emitir certificados para um domínio. Os que valem para {domain} autorizam a Let’s Encrypt, que emite o certificado deste site, mas só para uma conta (accounturi) que não existe lá.',
  'caa-forbids.remedy.own':
    'Adicione um registro CAA para {place} com o sinalizador (flag) {flags}, a etiqueta (tag) {tag} e o valor {value}. Os outros podem ficar como estão.',
  'caa-forbids.remedy.network':
    'Quem administra o seu site precisa cuidar disso: estes registros CAA estão no domínio para o qual o seu registro CNAME aponta, e esse domínio é de quem administra o seu site. É preciso adicionar lá um registro com a etiqueta (tag) {tag} e o valor {value}.',
  'caa-forbids.remedy.target':
    'Estes registros CAA estão em {target}, para onde aponta o registro CNAME de {alias}. Peça ao titular desse domínio que adicione um registro com a etiqueta (tag) {tag} e o valor {value}.',

  'caa-unknown-critical.title': 'Um registro CAA que a autoridade não conhece',
  'caa-unknown-critical.explanation':
    'Os registros CAA dizem quais autoridades podem emitir certificados para um domínio. Um que vale para {domain} está marcado como crítico e tem a etiqueta (tag) {tags}, que a Let’s Encrypt não conhece: nesse caso, ela não pode emitir o certificado.',
  'caa-unknown-critical.remedy.remove':
    'Remova de {place} o registro CAA com a etiqueta (tag) {tags}, ou altere o sinalizador (flag) dele para 0.',
  'caa-unknown-critical.remedy.own':
    'Adicione um registro CAA para {place} com o sinalizador (flag) 0, a etiqueta (tag) issue e o valor letsencrypt.org: ele tem prioridade sobre os de {above}.',
  'caa-unknown-critical.remedy.network':
    'Quem administra o seu site precisa cuidar disso: estes registros CAA estão no domínio para o qual o seu registro CNAME aponta, e esse domínio é de quem administra o seu site. É preciso remover lá o registro com a etiqueta (tag) {tags}, ou alterar o sinalizador (flag) dele para 0.',
  'caa-unknown-critical.remedy.target':
    'Estes registros CAA estão em {target}, para onde aponta o registro CNAME de {alias}. Peça ao titular desse domínio que remova o registro com a etiqueta (tag) {tags}, ou que altere o sinalizador (flag) dele para 0.',

  'caa.or-replace-alias': 'Ou substitua o registro CNAME de {place} por {records}.',

  'caa-not-answered.title': 'O DNS não responde sobre registros CAA',
  'caa-not-answered.explanation':
    'Os registros CAA dizem quais autoridades podem emitir certificados para um domínio. Quando os de {asked} são consultados no DNS, a consulta falha, e não só uma vez. Nesse caso, a Let’s Encrypt não pode emitir o certificado: poderia haver um registro que o proíba.',
  'caa-not-answered.remedy.of-the-domain':
    'Peça à empresa em que os registros DNS de {asked} são gerenciados que os servidores dela respondam a consultas de registros CAA (tipo 257).',
  'caa-not-answered.remedy.of-the-network':
    'Quem administra o seu site precisa fazer com que os servidores DNS de {asked} respondam a consultas de registros CAA (tipo 257).',
  'caa-not-answered.remedy.of-somebody-else':
    'Isso cabe a quem administra os servidores DNS de {asked}. Na maioria das vezes, passa sozinho; se não passar, avise quem administra o seu site.',

  'caa.consequence':
    '{severity, select, fatal {Por isso, o site não consegue obter um certificado.} other {O site tem um certificado agora, mas ele não pode ser renovado.}}',

  'wildcard-needs-dns-validation.title': 'Um certificado curinga precisa de uma prova por DNS',
  'wildcard-needs-dns-validation.explanation':
    'A Let’s Encrypt só fornece um certificado para {domain} se um determinado registro DNS provar que o domínio é seu. A Closte precisa solicitar esse registro, e talvez ele tenha de ser configurado por você.',
  'wildcard-needs-dns-validation.remedy':
    'Pergunte a quem administra o seu site: é preciso combinar com a Closte qual é esse registro. Se for um registro que você precisa configurar, você será informado.',
} as const satisfies Translated<typeof ENGLISH>;
