import type { Translated } from '../catalog.ts';
import type { STATUS as ENGLISH } from '../en/status.ts';

export const STATUS = {
  'status.ready': '{domain} siap: domain ini mengarah ke situsnya, dengan sertifikat yang baik.',
  'status.action-needed': '{domain} belum berfungsi: {title}.',
  'status.action-needed.unknown': '{domain} belum berfungsi: ada yang salah.',
  'status.not-mapped': '{domain} tidak dipetakan ke situs di sini.',

  'status.waiting.hosting': '{domain} sedang diproses dan menunggu hosting menerima domain ini.',
  'status.waiting.dns': '{domain} sedang diproses dan menunggu perubahan DNS terlihat di semua tempat.',
  'status.waiting.certificate': '{domain} sedang diproses dan menunggu sertifikat.',
  'status.what.hosting': 'hosting menerima domain ini',
  'status.what.dns': 'perubahan DNS terlihat di semua tempat',
  'status.what.certificate': 'sertifikat',
} as const satisfies Translated<typeof ENGLISH>;
