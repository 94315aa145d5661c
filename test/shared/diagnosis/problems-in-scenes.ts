import type { DomainProblem } from '../../../shared/diagnosis/domain-problem.ts';
import { certificateProblems } from '../../../shared/diagnosis/judge-certificate.ts';
import { closteProblems, heldElsewhere, rejectedByCloste } from '../../../shared/diagnosis/judge-closte.ts';
import { dnsProblems } from '../../../shared/diagnosis/judge-dns.ts';
import { domain } from '../../support/net-domain.ts';
import { CERTIFICATE_SCENES } from './certificate-scenes.ts';
import { CLOSTE_SCENES } from './closte-scenes.ts';
import { DNS_CONTROL_SCENES } from './dns-control-scenes.ts';
import { DNS_SCENES } from './dns-scenes.ts';

const SHOP = domain('shop.example.com');

/** What every scene comes to, and what only a call to Closte does. */
export const PROBLEMS_IN_SCENES: readonly DomainProblem[] = [
  ...DNS_CONTROL_SCENES.flatMap(([, evidence]) => dnsProblems(evidence)),
  ...DNS_SCENES.flatMap(([, evidence]) => dnsProblems(evidence)),
  ...CERTIFICATE_SCENES.flatMap(([, evidence]) => certificateProblems(evidence)),
  ...CLOSTE_SCENES.flatMap(([, alias]) => closteProblems(SHOP, alias, 'does-not-work')),
  rejectedByCloste(SHOP, 'Invalid or empty domain'),
  heldElsewhere(SHOP, 'The alias exists already, and the list of 3 lacks it'),
];
