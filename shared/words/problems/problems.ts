import { AUTHORITY_PROBLEMS } from './authority.ts';
import { CERTIFICATE } from './certificate.ts';
import { CLOSTE } from './closte.ts';
import { DNS_RECORDS } from './dns-records.ts';
import { DNS_SERVERS } from './dns-servers.ts';
import { PORT_80 } from './port-80.ts';
import type { ProblemCatalog } from './problem-texts.ts';
import { BEHIND_A_PROXY } from './proxy.ts';

/** Which messages tell of a problem, and what fills them. */
export const PROBLEMS: ProblemCatalog = {
  ...DNS_RECORDS,
  ...DNS_SERVERS,
  ...AUTHORITY_PROBLEMS,
  ...PORT_80,
  ...CERTIFICATE,
  ...BEHIND_A_PROXY,
  ...CLOSTE,
};
