import type { Translated } from '../catalog.ts';
import type { CERTIFICATE as ENGLISH } from '../en/certificate.ts';

export const CERTIFICATE = {
  'no-https.title': 'No hay conexión segura (HTTPS)',
  'no-https.no-answer.explanation':
    '{domain} no responde por HTTPS en {addresses}, así que los navegadores no pueden abrir el sitio allí.',
  'no-https.no-answer.remedy':
    'Si tiene un cortafuegos o un proxy delante del sitio, permita el paso por el puerto 443. Si no, quienes gestionan su sitio tienen que preguntar a Closte por qué HTTPS no responde.',
  'no-https.no-tls.explanation':
    'En {addresses}, un servidor responde por {domain} en el puerto 443, pero no se logra una conexión segura con él. Por eso los navegadores no pueden abrir el sitio allí.',
  'no-https.no-tls.remedy':
    'Quienes gestionan su sitio tienen que preguntar a Closte por qué no se logra una conexión segura.',
  'no-https.no-way-there.title': 'No se ha podido probar HTTPS',
  'no-https.no-way-there.explanation':
    '{domain} solo tiene direcciones IPv6 ({addresses}), y no hay forma de llegar a ellas desde donde se hace la prueba. Los visitantes sin IPv6 tampoco pueden llegar a ellas.',
  'no-https.no-way-there.remedy':
    'Si se le indicó que configurara también un registro A, para IPv4, configúrelo. Si no, quienes gestionan su sitio tienen que probarlo por IPv6.',

  'no-certificate.title': 'El servidor no tiene ningún certificado para el dominio',
  'no-certificate.explanation':
    'En {addresses}, el servidor corta la conexión segura antes de que comience: no tiene ningún certificado para {domain}. Por eso los navegadores no pueden abrir el sitio por HTTPS.',
  'no-certificate.remedy':
    'Quienes gestionan su sitio tienen que preguntar a Closte por qué no hay ningún certificado para {domain}.',

  'default-certificate.title': 'Todavía no tiene certificado propio',
  'default-certificate.explanation':
    '{count, plural, =0 {El servidor muestra un certificado sin nombre en lugar de uno para {domain}} other {El servidor muestra un certificado para {names} en lugar de uno para {domain}}}, así que los navegadores advierten a los visitantes de que no entren. Eso es lo que muestra mientras no tiene un certificado para el dominio.',
  'default-certificate.remedy':
    'Quienes gestionan su sitio tienen que preguntar a Closte por qué no hay ningún certificado para {domain}.',

  'wrong-name.title': 'El certificado es para otros nombres',
  'wrong-name.explanation':
    '{count, plural, =0 {El servidor muestra un certificado sin nombre.} other {El servidor muestra un certificado para {names}.}} No es válido para {domain}, así que los navegadores advierten a los visitantes de que no entren.',
  'wrong-name.remedy': 'Quienes gestionan su sitio tienen que pedir a Closte un certificado para {domain}.',

  'expired.title': 'El certificado ha caducado',
  'expired.explanation':
    'El certificado de {domain} ya no es válido, así que los navegadores advierten a los visitantes de que no entren.',
  'expired.remedy': 'Quienes gestionan su sitio tienen que preguntar a Closte por qué no se ha renovado.',

  'not-yet-valid.title': 'El certificado todavía no es válido',
  'not-yet-valid.explanation':
    'El certificado de {domain} solo será válido más adelante. Hasta entonces, los navegadores advierten a los visitantes de que no entren.',
  'not-yet-valid.remedy':
    'Quienes gestionan su sitio tienen que pedir a Closte un certificado que sea válido ahora.',

  'self-signed.title': 'El certificado no es de una autoridad',
  'self-signed.explanation':
    'El servidor muestra para {domain} un certificado que ha firmado él mismo. Los navegadores solo confían en los certificados de una autoridad, así que advierten a los visitantes de que no entren.',
  'self-signed.remedy':
    'Quienes gestionan su sitio tienen que pedir a Closte un certificado de una autoridad.',

  'untrusted-issuer.title': 'El certificado es de una autoridad desconocida',
  'untrusted-issuer.explanation':
    'El servidor muestra para {domain} un certificado de una autoridad en la que los navegadores no confían, así que advierten a los visitantes de que no entren.',
  'untrusted-issuer.remedy':
    'Quienes gestionan su sitio tienen que pedir a Closte un certificado de una autoridad en la que los navegadores confíen.',

  'incomplete-chain.title': 'Falta una parte del certificado',
  'incomplete-chain.explanation':
    'El servidor no envía todos los certificados que enlazan el de {domain} con una autoridad que los navegadores conozcan. {count, plural, =0 {} other {Lo que envía termina en {issuers}. }}Algunos navegadores encuentran el resto por sí mismos; otros advierten a los visitantes de que no entren.',
  'incomplete-chain.remedy':
    'Quienes gestionan su sitio tienen que pedir a Closte que envíe la cadena completa de certificados, hasta una autoridad en la que los navegadores confíen.',

  'expiring-soon.title': 'El certificado caduca pronto',
  'expiring-soon.explanation':
    'Fin de la validez del certificado de {domain}: {end}. Ya debería haberse renovado.',
  'expiring-soon.remedy':
    'Si además de este se menciona otro problema, solucione primero aquel: puede ser lo que impide la renovación. Si no, quienes gestionan su sitio tienen que preguntar a Closte por qué no se ha renovado.',

  'still-being-issued.title': 'El certificado se está emitiendo',
  'still-being-issued.explanation':
    'El DNS de {domain} es correcto desde hace poco, y a partir de entonces el certificado tarda de 5 a 10 minutos. Hasta que esté disponible, los navegadores advierten a los visitantes de que no entren.',
} as const satisfies Translated<typeof ENGLISH>;
