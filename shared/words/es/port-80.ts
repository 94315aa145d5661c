import type { Translated } from '../catalog.ts';
import type { PORT_80 as ENGLISH } from '../en/port-80.ts';

export const PORT_80 = {
  'port-80-closed.title': 'El puerto 80 está cerrado',
  'port-80-closed.explanation':
    'La autoridad que emite el certificado se conecta a {domain} por HTTP sin cifrar, en el puerto 80, y lo mismo hace un visitante que solo escribe el nombre. En {addresses}, allí no responde ningún servidor web.',
  'port-80-timeout.title': 'El puerto 80 no responde',
  'port-80-timeout.explanation':
    'La autoridad que emite el certificado se conecta a {domain} por HTTP sin cifrar, en el puerto 80, y lo mismo hace un visitante que solo escribe el nombre. En {addresses} no hay respuesta a tiempo, lo que por lo general se debe a un cortafuegos.',
  'port-80.remedy':
    'Si tiene un cortafuegos o un proxy delante del sitio, permita el paso por el puerto 80. Si no, quienes gestionan su sitio tienen que preguntar a Closte.',
  'port-80.consequence':
    '{severity, select, fatal {Por eso el sitio no puede obtener ningún certificado.} other {Esto puede impedir que se emita o se renueve un certificado.}}',

  'http-redirects-elsewhere.title': 'El puerto 80 redirige a otro lugar',
  'http-redirects-elsewhere.explanation':
    'Quien abre {domain} por HTTP sin cifrar es redirigido a {to}. La autoridad que emite el certificado pide allí una prueba que solo tiene este sitio, y es posible que no la encuentre.',
  'http-redirects-elsewhere.sent-on': 'Quien abre {domain} por HTTP sin cifrar es redirigido a {to}.',
  'http-redirects-elsewhere.not-followed.status':
    'La autoridad que emite el certificado no sigue esa redirección: no sigue ninguna que tenga el estado 303.',
  'http-redirects-elsewhere.not-followed.unreadable':
    'La autoridad que emite el certificado no sigue esa redirección: no puede leer la dirección.',
  'http-redirects-elsewhere.not-followed.scheme':
    'La autoridad que emite el certificado no sigue esa redirección: solo sigue las que llevan a http: y https:.',
  'http-redirects-elsewhere.not-followed.no-host':
    'La autoridad que emite el certificado no sigue esa redirección: en la dirección no hay ningún nombre de host.',
  'http-redirects-elsewhere.not-followed.port':
    'La autoridad que emite el certificado no sigue esa redirección: solo sigue las que llevan a los puertos 80 y 443.',
  'http-redirects-elsewhere.not-followed.missing-slash':
    'La autoridad que emite el certificado no sigue esa redirección: falta una barra después del nombre de host, así que ese host no existe.',
  'http-redirects-elsewhere.not-followed.reserved-address':
    'La autoridad que emite el certificado no sigue esa redirección: una dirección así no está en internet.',
  'http-redirects-elsewhere.not-followed.no-public-name':
    'La autoridad que emite el certificado no sigue esa redirección: ese nombre no existe en internet.',
  'http-redirects-elsewhere.not-followed.too-long':
    'La autoridad que emite el certificado no sigue esa redirección: la dirección es demasiado larga.',
  'http-redirects-elsewhere.remedy':
    'Si ha configurado una redirección o un reenvío para {domain} en su proveedor de DNS o en un proxy, desactívelo. Si no, quienes gestionan su sitio tienen que revisarlo.',
  'http-redirects-elsewhere.remedy.missing-slash':
    'Si ha configurado una redirección o un reenvío para {domain} en su proveedor de DNS o en un proxy, ponga una barra al final de la dirección a la que lleva: {address}. Si no, quienes gestionan su sitio tienen que revisarlo.',

  'http-redirect-loop.title': 'El puerto 80 redirige en círculo',
  'http-redirect-loop.explanation':
    'Quien abre {domain} por HTTP sin cifrar es redirigido una y otra vez, y no llega a ninguna página. Lo mismo le ocurre a la autoridad que emite el certificado.',

  'answers-differ-between-addresses.title': 'Sus direcciones no llevan al mismo servidor',
  'answers-differ-between-addresses.explanation':
    '{domain} lleva a {addresses}, y estas direcciones responden de forma distinta a la misma petición. Así que probablemente no todas son de este sitio, y lo que recibe un visitante es cuestión de suerte.',
  'answers-differ-between-addresses.remedy':
    'Busque entre los registros A y AAAA de {domain} alguno que haya quedado de otro servidor, y elimínelo. Si todos son como se le indicó, quienes gestionan su sitio tienen que revisarlo.',
} as const satisfies Translated<typeof ENGLISH>;
