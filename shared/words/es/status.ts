import type { Translated } from '../catalog.ts';
import type { STATUS as ENGLISH } from '../en/status.ts';

export const STATUS = {
  'status.ready': '{domain} está listo: lleva a su sitio, con un certificado correcto.',
  'status.action-needed': '{domain} todavía no funciona: {title}.',
  'status.action-needed.unknown': '{domain} todavía no funciona: algo está mal.',
  'status.not-mapped': '{domain} no está vinculado a ningún sitio de aquí.',

  'status.waiting.hosting': '{domain} está en proceso: falta que el alojamiento acepte el dominio.',
  'status.waiting.dns': '{domain} está en proceso: falta que el cambio en el DNS se vea en todas partes.',
  'status.waiting.certificate': '{domain} está en proceso: falta el certificado.',
  'status.what.hosting': 'que el alojamiento acepte el dominio',
  'status.what.dns': 'que el cambio en el DNS se vea en todas partes',
  'status.what.certificate': 'el certificado',
} as const satisfies Translated<typeof ENGLISH>;
