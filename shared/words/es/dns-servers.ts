import type { Translated } from '../catalog.ts';
import type { DNS_SERVERS as ENGLISH } from '../en/dns-servers.ts';

export const DNS_SERVERS = {
  'not-propagated-yet.title': 'La respuesta correcta todavía no está en todas partes',
  'not-propagated-yet.explanation':
    'La respuesta correcta para {domain} ya existe, pero {all, select, yes {todos los servidores DNS públicos consultados ({names}) siguen} other {{some, number} de los {asked, number} servidores DNS públicos consultados ({names}) {some, plural, one {sigue} other {siguen}}}} dando otra respuesta. Un servidor DNS guarda una respuesta durante un tiempo antes de volver a consultar.',
  'not-propagated-yet.remedy':
    'No tiene que hacer nada. Por lo general tarda unos minutos; a veces, hasta dos días.',
  'not-propagated-yet.remedy.known':
    'No tiene que hacer nada. A partir de ahora puede tardar como máximo {duration}.',

  'dns-server-failing.name-servers.title':
    '{count, plural, one {Un servidor de nombres no responde} other {Algunos servidores de nombres no responden}}',
  'dns-server-failing.name-servers.explanation':
    'Los servidores de nombres son los equipos que guardan los registros DNS de {apex}. {count, plural, one {{servers} no responde.} other {{servers} no responden.}} Los demás responden, así que el sitio se encuentra casi siempre, pero no siempre.',
  'dns-server-failing.all-name-servers.title': 'Los servidores de nombres no responden',
  'dns-server-failing.all-name-servers.explanation':
    'Los servidores de nombres son los equipos que guardan los registros DNS de {apex}. {count, plural, one {{servers} no responde.} other {{servers} no responden.}} Por eso no se puede encontrar {domain}.',
  'dns-server-failing.name-servers.remedy':
    'Pregunte a su proveedor de DNS por {servers}. Si se ha cambiado de proveedor, puede que donde está registrado {apex} sigan indicados servidores de nombres del anterior: sustitúyalos allí.',

  'dns-server-failing.look-ups.title': 'El DNS no responde',
  'dns-server-failing.look-ups.explanation':
    'Los servidores DNS públicos no obtienen respuesta sobre {domain}, así que los navegadores no pueden encontrar el sitio. Por lo general se debe a un fallo de los servidores de nombres, los equipos que guardan los registros DNS del dominio.',
  'dns-server-failing.look-ups.remedy':
    'Si esto dura más de una hora, pregunte a su proveedor de DNS por qué no se puede consultar {domain}.',

  'dns-server-failing.one-type.title': 'El DNS no responde sobre {version}',
  'dns-server-failing.one-type.explanation':
    'Los servidores DNS de {domain} no responden cuando se les consultan las direcciones {version} (registros {type}). A la otra consulta sí responden, así que el sitio se encuentra casi siempre, aunque a veces con retraso.',
  'dns-server-failing.one-type.remedy':
    'Pregunte a su proveedor de DNS por qué no hay respuesta sobre los registros {type} de {domain}. Si no hay ninguno, eso es lo que se debería responder.',

  'dns-server-failing.resolvers.title': 'No se ha podido consultar el DNS',
  'dns-server-failing.resolvers.explanation':
    'Los servidores DNS públicos a los que se pregunta por {domain} no aceptaron la consulta. Eso no dice nada sobre el dominio.',
  'dns-server-failing.resolvers.remedy':
    'No tiene que hacer nada: se les volverá a consultar. Si sigue así, quienes gestionan su sitio tienen que revisarlo.',

  'dnssec-failing.title': 'Las firmas de DNSSEC no concuerdan',
  'dnssec-failing.explanation':
    'Los registros DNS de {apex} están firmados (DNSSEC), y las firmas no concuerdan. Los servidores DNS que las comprueban no dan entonces ninguna respuesta, así que muchos visitantes y la autoridad que emite el certificado no pueden encontrar {domain}.',
  'dnssec-failing.remedy':
    'Pida a su proveedor de DNS que corrija DNSSEC para {apex}. Si ha cambiado de proveedor, probablemente el registro DS del anterior sigue indicado donde está registrado {apex}: elimínelo allí.',
  'dnssec-failing.at-some.title': 'Para algunos servidores DNS, las firmas de DNSSEC no concuerdan',
  'dnssec-failing.at-some.explanation':
    'Los registros DNS de {apex} están firmados (DNSSEC). Según {all, select, yes {todos los servidores DNS públicos consultados} other {{some, number} de los {asked, number} servidores DNS públicos consultados}} ({names}), las firmas no concuerdan, así que quienes usan {some, plural, one {este servidor} other {estos servidores}} no pueden encontrar {domain}. Los demás no lo indican: puede que se resuelva solo.',
  'dnssec-failing.at-some.remedy':
    'Si esto dura más de un día, pida a su proveedor de DNS que revise DNSSEC para {apex}.',

  'blocked-by-a-filter.title': 'Un filtro bloquea el dominio',
  'blocked-by-a-filter.explanation':
    'Algunos servidores DNS protegen de ciertos sitios a quienes los usan. {all, select, yes {Todos los servidores DNS públicos consultados ({names}) bloquean} other {{some, number} de los {asked, number} servidores DNS públicos consultados ({names}) {some, plural, one {bloquea} other {bloquean}}}} {domain} por considerarlo un sitio de ese tipo: {some, plural, one {quien usa este servidor} other {quien usa uno de ellos}} no puede encontrarlo. Eso no tiene nada que ver con sus registros DNS.',
  'blocked-by-a-filter.remedy':
    'Asegúrese de que nadie haya puesto algo dañino en {domain}. Después, pida a los responsables de {names} que lo quiten de su lista: tienen una página para ello.',

  'name-servers-disagree.title': 'Los servidores de nombres no coinciden',
  'name-servers-disagree.explanation':
    'Los servidores de nombres son los equipos que guardan los registros DNS de {apex}. Sobre {domain} dicen cosas diferentes: {right_count, plural, =0 {{wrong} dan respuestas diferentes, ninguna de ellas correcta.} one {{right} responde bien, {wrong_count, plural, one {{wrong} no} other {{wrong} no}}.} other {{right} responden bien, {wrong_count, plural, one {{wrong} no} other {{wrong} no}}.}} Lo que recibe un visitante es cuestión de suerte.',
  'name-servers-disagree.remedy':
    'Si ha cambiado los registros en la última hora, espere un poco. Si no, pregunte a su proveedor de DNS por {wrong}. Si los servidores de nombres son de dos proveedores, los registros tienen que ser iguales en ambos.',

  'network-not-resolvable.title': 'No se encuentra la dirección de la red',
  'network-not-resolvable.explanation':
    'En este momento no se puede saber adónde tiene que llevar {domain}, porque {network, select, none {la propia red del sitio} other {{network}}} no tiene dirección en el DNS. No es un fallo de su dominio.',
  'network-not-resolvable.remedy':
    'No tiene que hacer nada. Quienes gestionan su sitio tienen que asignar una dirección a {network, select, none {la red del sitio} other {{network}}}.',
} as const satisfies Translated<typeof ENGLISH>;
