import type { Catalog } from '../catalog.ts';
import { PROBLEMS } from './problems.ts';
import { STATUS } from './status.ts';

/** The language of the log, and so far of everything else. */
export const ENGLISH: Catalog = {
  problems: PROBLEMS,
  status: STATUS,
};
