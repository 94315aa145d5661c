import type { Translated } from '../catalog.ts';
import type { STATUS as ENGLISH } from '../en/status.ts';

export const STATUS = {
  'status.ready': '{domain} está pronto: leva ao seu site, com um certificado correto.',
  'status.action-needed': '{domain} ainda não funciona: {title}.',
  'status.action-needed.unknown': '{domain} ainda não funciona: há algo errado.',
  'status.not-mapped': '{domain} não está vinculado a nenhum site daqui.',

  'status.waiting.hosting': '{domain} está em andamento: falta a hospedagem aceitar o domínio.',
  'status.waiting.dns': '{domain} está em andamento: falta a alteração no DNS ser vista em toda parte.',
  'status.waiting.certificate': '{domain} está em andamento: falta o certificado.',
  'status.what.hosting': 'a hospedagem aceitar o domínio',
  'status.what.dns': 'a alteração no DNS ser vista em toda parte',
  'status.what.certificate': 'o certificado',
} as const satisfies Translated<typeof ENGLISH>;
