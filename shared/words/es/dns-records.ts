import type { Translated } from '../catalog.ts';
import type { DNS_RECORDS as ENGLISH } from '../en/dns-records.ts';

export const DNS_RECORDS = {
  'no-records.title': 'Todavía no hay ningún registro DNS',
  'no-records.explanation':
    'No hay ningún registro DNS que diga adónde lleva {domain}, así que nadie puede encontrar el sitio con este nombre.',

  'domain-not-registered.title': '{registrable} no está registrado',
  'domain-not-registered.explanation':
    '{registrable} no existe en internet. Puede que el nombre esté mal escrito, que su registro haya caducado o esté suspendido, o que sea tan nuevo que todavía no se conozca.',
  'domain-not-registered.explanation.below':
    '{registrable} no existe en internet y, por tanto, {domain} tampoco. Puede que el nombre esté mal escrito, que su registro haya caducado o esté suspendido, o que sea tan nuevo que todavía no se conozca.',
  'domain-not-registered.remedy':
    'Compruebe que el nombre está bien escrito. Si lo está, registre o renueve {registrable} en una empresa que venda nombres de dominio.',

  'wrong-address.title': 'El dominio lleva a otro servidor',
  'wrong-address.explanation': '{domain} lleva a {wrong}, donde no está este sitio.',

  'stray-ipv6.title': 'Una dirección IPv6 lleva a otro servidor',
  'stray-ipv6.explanation':
    'La dirección IPv4 (registro A) de {domain} es correcta. Pero el dominio también tiene {records}, para IPv6, y eso lleva a otro lugar. Los navegadores y la autoridad que emite el certificado prefieren IPv6, así que acaban en otro servidor.',

  'some-addresses-wrong.title': 'Algunas de las direcciones llevan a otro servidor',
  'some-addresses-wrong.explanation':
    '{domain} lleva a {right}, lo que es correcto, y también a {wrong}, donde no está este sitio. Una parte de los visitantes acaba allí.',

  'reserved-address.title': 'Una dirección que no está en internet',
  'reserved-address.explanation':
    '{domain} lleva a {wrong}. Las direcciones de este tipo son para redes privadas, pruebas o ejemplos: desde internet, nadie puede llegar al sitio allí.',

  'cname-to-elsewhere.title': 'El registro CNAME lleva a otro lugar',
  'cname-to-elsewhere.explanation':
    '{domain} tiene un registro CNAME, que lo convierte en otro nombre de {to}. {leads, select, elsewhere {Ese nombre lleva a otro servidor, donde no está este sitio.} other {Ese nombre no lleva a ninguna parte: no tiene dirección.}}',

  'cname-loop.title': 'Los registros CNAME llevan en círculo',
  'cname-loop.explanation':
    '{domain} tiene un registro CNAME, que lo convierte en otro nombre de otra cosa, y esta, en uno o más pasos, lleva de vuelta al principio. Así nunca se llega a una dirección.',

  'cname-at-apex.title': 'Un registro CNAME donde no puede haber ninguno',
  'cname-at-apex.explanation':
    'En {domain} comienza su zona DNS, es decir, el conjunto de sus registros DNS. Allí no se permite ningún registro CNAME: oculta los demás registros de ese nombre, como los del correo electrónico, y no todos los servidores DNS lo siguen.',

  'behind-a-proxy.works.title': 'Funciona detrás de {proxy, select, none {un proxy} other {{proxy}}}',
  'behind-a-proxy.works.explanation':
    '{domain} lleva a {proxy, select, none {otro servidor} other {{proxy}}}, que está entre los visitantes y este sitio y transmite lo que piden. Una prueba muestra que llega aquí.',
  'behind-a-proxy.title': '{proxy} está delante del sitio',
  'behind-a-proxy.explanation':
    '{domain} lleva a {proxy}, que está entre los visitantes y un sitio y transmite lo que piden. {arrives, select, no {Una prueba muestra que no llega aquí.} other {No se ha podido averiguar si llega aquí.}}',
  'behind-a-proxy.remedy.Cloudflare':
    'Si usa {proxy} para su dominio, en el estado de proxy de su registro elija «DNS only», es decir, «Solo DNS» (la nube gris). Si no lo usa, el registro se creó para otro servicio.',
} as const satisfies Translated<typeof ENGLISH>;
