import type { Catalog } from '../catalog.ts';
import { ACTIONS } from './actions.ts';
import { OBSERVATIONS } from './observations.ts';
import { PAGE } from './page.ts';
import { PROBLEMS } from './problems.ts';
import { PROVIDERS } from './providers.ts';
import { STATUS } from './status.ts';

/** The language of the log, and so far of everything else. */
export const ENGLISH: Catalog = {
  language: 'en',
  locale: 'en-GB',
  problems: PROBLEMS,
  actions: ACTIONS,
  providers: PROVIDERS,
  observations: OBSERVATIONS,
  status: STATUS,
  page: PAGE,
};
