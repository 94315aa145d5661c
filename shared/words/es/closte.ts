import type { Translated } from '../catalog.ts';
import type { CLOSTE as ENGLISH } from '../en/closte.ts';

export const CLOSTE = {
  'not-an-alias.title': 'Closte no conoce el dominio',
  'not-an-alias.explanation':
    'Closte, donde está alojado el sitio, no tiene ningún alias para {domain}: no se le ha comunicado que el dominio pertenece al sitio.',
  'not-an-alias.remedy':
    'No tiene que hacer nada: se le comunicará a Closte de nuevo, automáticamente, en menos de una hora. Si eso no ayuda, quienes gestionan su sitio tienen que preguntar a Closte.',

  'key-refused.title': 'Closte rechaza la consulta',
  'key-refused.explanation':
    'Closte, donde está alojado el sitio, no dice si conoce {domain}: rechaza la consulta, muy probablemente por la clave que la acompaña.',
  'key-refused.remedy':
    'No tiene que hacer nada. Quienes gestionan su sitio tienen que revisar su clave (CLOSTE_CLIENT_API_KEY) y la aplicación en el panel de Closte.',

  'closte-unreachable.title': 'Closte no responde en este momento',
  'closte-unreachable.explanation':
    'No se ha podido preguntar a Closte, donde está alojado el sitio, si conoce {domain}. Eso no dice nada sobre el dominio.',
  'closte-unreachable.remedy': 'No tiene que hacer nada: se volverá a preguntar a Closte.',

  'rejected-by-closte.title': 'Closte no acepta el dominio',
  'rejected-by-closte.explanation':
    'Closte, donde está alojado el sitio, no considera que {domain} sea un dominio que se pueda vincular a un sitio.',
  'rejected-by-closte.remedy':
    'Compruebe que el nombre está bien escrito. Si lo está, quienes gestionan su sitio tienen que preguntar a Closte.',

  'held-elsewhere.title': 'Otro sitio de Closte tiene el dominio',
  'held-elsewhere.explanation':
    'Closte, donde está alojado el sitio, indica que {domain} ya está en uso, y no por este sitio: lo tiene otro sitio de Closte. Un dominio solo puede pertenecer a un sitio.',
  'held-elsewhere.remedy':
    'Si tiene o ha tenido otro sitio en Closte con {domain}, elimine allí el dominio. Si no, quienes gestionan su sitio tienen que preguntar a Closte quién lo tiene. Se vuelve a intentar una vez al día.',
} as const satisfies Translated<typeof ENGLISH>;
