import type { Summary } from '../../shared/logging/reconcile-entries.ts';

/** What reconcile has to tell where WordPress and Closte agree, and have no domain. */
export const EMPTY_SUMMARY: Summary = {
  has_wordpress: true,
  counts: {
    add: 0,
    remove: 0,
    recheck: 0,
    watch: 0,
    watch_due: 0,
    unmanaged: 0,
    unchanged: 0,
    held: 0,
    bad_rows: 0,
  },
  held_because: null,
  names: {
    add: [],
    remove: [],
    recheck: [],
    watch: [],
    unmanaged: [],
    unchanged: [],
    held: [],
    bad_rows: [],
  },
};
