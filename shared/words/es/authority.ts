import type { Translated } from '../catalog.ts';
import type { AUTHORITY as ENGLISH } from '../en/authority.ts';

export const AUTHORITY = {
  'caa-forbids.title': 'Un registro CAA prohíbe el certificado del sitio',
  'caa-forbids.explanation.other-authority':
    'Los registros CAA dicen qué autoridades pueden emitir certificados para un dominio. Los que rigen para {domain} no permiten que lo haga Let’s Encrypt, que emite el de este sitio.',
  'caa-forbids.explanation.malformed':
    'Los registros CAA dicen qué autoridades pueden emitir certificados para un dominio. Los que rigen para {domain} nombran a Let’s Encrypt, que emite el de este sitio, pero en una forma que no puede leer.',
  'caa-forbids.explanation.other-method':
    'Los registros CAA dicen qué autoridades pueden emitir certificados para un dominio. Los que rigen para {domain} permiten que lo haga Let’s Encrypt, que emite el de este sitio, pero solo con una prueba (validationmethods) distinta de la que se usa aquí.',
  'caa-forbids.explanation.unknown-account':
    'Los registros CAA dicen qué autoridades pueden emitir certificados para un dominio. Los que rigen para {domain} permiten que lo haga Let’s Encrypt, que emite el de este sitio, pero solo para una cuenta (accounturi), y el alojamiento de este sitio parece usar otra.',
  'caa-forbids.explanation.no-account':
    'Los registros CAA dicen qué autoridades pueden emitir certificados para un dominio. Los que rigen para {domain} permiten que lo haga Let’s Encrypt, que emite el de este sitio, pero solo para una cuenta (accounturi) que no existe allí.',
  'caa-forbids.remedy.own':
    'Añada un registro CAA para {place} con el indicador (flag) {flags}, la etiqueta (tag) {tag} y el valor {value}. Los demás pueden quedarse como están.',
  'caa-forbids.remedy.network':
    'Quienes gestionan su sitio tienen que encargarse de ello: estos registros CAA están en el dominio al que lleva su registro CNAME, y ese dominio es de ellos. Tienen que añadir uno con la etiqueta (tag) {tag} y el valor {value}.',
  'caa-forbids.remedy.target':
    'Estos registros CAA están en {target}, adonde lleva el registro CNAME de {alias}. Pida al titular de ese dominio que añada uno con la etiqueta (tag) {tag} y el valor {value}.',

  'caa-unknown-critical.title': 'Un registro CAA que la autoridad no conoce',
  'caa-unknown-critical.explanation':
    'Los registros CAA dicen qué autoridades pueden emitir certificados para un dominio. Uno que rige para {domain} está marcado como crítico y tiene la etiqueta (tag) {tags}, que Let’s Encrypt no conoce: en ese caso no puede emitir el certificado.',
  'caa-unknown-critical.remedy.remove':
    'Elimine de {place} el registro CAA con la etiqueta (tag) {tags}, o ponga su indicador (flag) en 0.',
  'caa-unknown-critical.remedy.own':
    'Añada un registro CAA para {place} con el indicador (flag) 0, la etiqueta (tag) issue y el valor letsencrypt.org: tiene prioridad sobre los de {above}.',
  'caa-unknown-critical.remedy.network':
    'Quienes gestionan su sitio tienen que encargarse de ello: estos registros CAA están en el dominio al que lleva su registro CNAME, y ese dominio es de ellos. Tienen que eliminar el que tiene la etiqueta (tag) {tags}, o poner su indicador (flag) en 0.',
  'caa-unknown-critical.remedy.target':
    'Estos registros CAA están en {target}, adonde lleva el registro CNAME de {alias}. Pida al titular de ese dominio que elimine el que tiene la etiqueta (tag) {tags}, o que ponga su indicador (flag) en 0.',

  'caa.or-replace-alias': 'O bien sustituya el registro CNAME de {place} por {records}.',

  'caa-not-answered.title': 'El DNS no responde sobre los registros CAA',
  'caa-not-answered.explanation':
    'Los registros CAA dicen qué autoridades pueden emitir certificados para un dominio. Cuando se consultan en el DNS los de {asked}, la consulta falla, y no solo una vez. En ese caso, Let’s Encrypt no puede emitir el certificado: podría haber un registro que lo prohíba.',
  'caa-not-answered.remedy.of-the-domain':
    'Pida a la empresa donde se gestionan los registros DNS de {asked} que sus servidores respondan a las consultas de registros CAA (tipo 257).',
  'caa-not-answered.remedy.of-the-network':
    'Quienes gestionan su sitio tienen que encargarse de que los servidores DNS de {asked} respondan a las consultas de registros CAA (tipo 257).',
  'caa-not-answered.remedy.of-somebody-else':
    'Esto corresponde a quien gestiona los servidores DNS de {asked}. Por lo general se resuelve solo; si no, avise a quienes gestionan su sitio.',

  'caa.consequence':
    '{severity, select, fatal {Por eso el sitio no puede obtener un certificado.} other {El sitio tiene ahora un certificado, pero no se puede renovar.}}',

  'wildcard-needs-dns-validation.title': 'Un certificado comodín necesita una prueba por DNS',
  'wildcard-needs-dns-validation.explanation':
    'Let’s Encrypt solo da un certificado para {domain} si un registro DNS determinado demuestra que el dominio es suyo. Closte tiene que pedir ese registro, y es posible que tenga que configurarlo usted.',
  'wildcard-needs-dns-validation.remedy':
    'Consulte a quienes gestionan su sitio: tienen que acordar con Closte cuál es ese registro. Si es uno que tiene que configurar usted, se lo dirán.',
} as const satisfies Translated<typeof ENGLISH>;
