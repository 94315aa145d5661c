import type { Catalog } from '../catalog.ts';
import { ACTIONS } from './actions.ts';
import { AUTHORITY } from './authority.ts';
import { CERTIFICATE } from './certificate.ts';
import { CLOSTE } from './closte.ts';
import { DNS_RECORDS } from './dns-records.ts';
import { DNS_SERVERS } from './dns-servers.ts';
import { OBSERVATIONS } from './observations.ts';
import { PAGE } from './page.ts';
import { PAGE_FINDINGS } from './page-findings.ts';
import { PORT_80 } from './port-80.ts';
import { PROVIDERS } from './providers.ts';
import { PROXY } from './proxy.ts';
import { RECORD_PHRASES } from './record-phrases.ts';
import { STATUS } from './status.ts';

export const PORTUGUESE: Catalog = {
  ...ACTIONS,
  ...AUTHORITY,
  ...CERTIFICATE,
  ...CLOSTE,
  ...DNS_RECORDS,
  ...DNS_SERVERS,
  ...OBSERVATIONS,
  ...PAGE,
  ...PAGE_FINDINGS,
  ...PORT_80,
  ...PROVIDERS,
  ...PROXY,
  ...RECORD_PHRASES,
  ...STATUS,
};
