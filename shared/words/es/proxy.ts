import type { Translated } from '../catalog.ts';
import type { PROXY as ENGLISH } from '../en/proxy.ts';

export const PROXY = {
  'https-behind-a-proxy.title': 'HTTPS no pasa a través {proxy, select, none {del proxy} other {de {proxy}}}',
  'https-behind-a-proxy.explanation':
    '{proxy, select, none {El proxy está entre los visitantes y este sitio.} other {{proxy} está entre los visitantes y este sitio.}}',
  'https-behind-a-proxy.handshake':
    'Lo que piden por HTTP sin cifrar llega aquí, pero por HTTPS no: el proxy no logra una conexión segura con el sitio (error 525). Por eso los navegadores no pueden abrir el sitio.',
  'https-behind-a-proxy.certificate':
    'Lo que piden por HTTP sin cifrar llega aquí, pero por HTTPS no: el proxy no encuentra en el sitio un certificado correcto para {domain} (error 526). Por eso los navegadores no pueden abrir el sitio.',
  'https-behind-a-proxy.loop':
    'Lo que piden por HTTP sin cifrar llega aquí, pero por HTTPS no: los visitantes son redirigidos una y otra vez en círculo. Por eso los navegadores no pueden abrir el sitio.',
  'https-behind-a-proxy.to-http':
    'Lo que piden por HTTP sin cifrar llega aquí, pero por HTTPS no: los visitantes son devueltos a HTTP sin cifrar. Por eso los navegadores no pueden abrir el sitio.',
  'https-behind-a-proxy.untrusted':
    'Lo que piden por HTTP sin cifrar llega aquí, pero por HTTPS no: los navegadores no confían en el certificado que se les muestra. Por eso los navegadores no pueden abrir el sitio.',
  'https-behind-a-proxy.error':
    'Lo que piden por HTTP sin cifrar llega aquí, pero por HTTPS no: el proxy responde con un error. Por eso los navegadores no pueden abrir el sitio.',
  'https-behind-a-proxy.other-site':
    'Lo que piden por HTTP sin cifrar llega aquí, pero por HTTPS no: responde otro sitio. Por eso los navegadores no pueden abrir el sitio.',
  'https-behind-a-proxy.no-answer':
    'Lo que piden por HTTP sin cifrar llega aquí, pero por HTTPS no: nadie responde. Por eso los navegadores no pueden abrir el sitio.',

  'https-behind-a-proxy.remedy':
    'Quite el dominio del proxy. Entonces {domain} llevará aquí directamente y obtendrá aquí su certificado.',
  'https-behind-a-proxy.remedy.Cloudflare':
    'Si usa {proxy} para su dominio, en el estado de proxy de su registro elija «DNS only», es decir, «Solo DNS» (la nube gris). Entonces {domain} llevará aquí directamente y obtendrá aquí su certificado.',
  'https-behind-a-proxy.instead.certificate':
    'Si tiene que seguir en el proxy, quienes gestionan su sitio tienen que pedir a Closte ese certificado.',
  'https-behind-a-proxy.instead.loop':
    'Si tiene que seguir en el proxy, configure el proxy para que se conecte al sitio por HTTPS (en Cloudflare: SSL/TLS, «Full», es decir, «Completo»).',
  'https-behind-a-proxy.instead.to-http':
    'Si tiene que seguir en el proxy, elimine allí la regla que envía a los visitantes a HTTP.',
  'https-behind-a-proxy.instead.untrusted':
    'Si tiene que seguir en el proxy, haga que el proxy emita un certificado para el dominio.',
  'https-behind-a-proxy.instead.other-site':
    'Si tiene que seguir en el proxy, elimine allí la regla que lleva HTTPS a otro sitio.',
  'https-behind-a-proxy.instead.no-answer': 'Si tiene que seguir en el proxy, active HTTPS allí.',
} as const satisfies Translated<typeof ENGLISH>;
