import * as v from 'valibot';
import type { DomainName } from '../domain/name.ts';
import { domainField, knownSiteIdField, networkDomainField, timeField } from '../mapping/fields.ts';
import { SETTLED_STAGES, type Stage, VISITED_STAGES } from '../mapping/mapping.ts';

/** What WordPress wants of one domain, as the plugin's table has it. */
export interface DomainRow {
  readonly domain: DomainName;
  readonly siteId: number;
  /** Of the site's own network; undefined where the plugin does not say. */
  readonly networkDomain?: DomainName | undefined;
  readonly wanted: 'mapped' | 'removed';
  /** The last stage that WordPress was told; undefined if it was told none, or one that is not known here. */
  readonly stage: Stage | undefined;
  /** When it came to want that, or was told the stage. */
  readonly updatedAt: Date;
  /**
   * When WordPress was last told anything of it, or came to want that; undefined with a plugin that does not note every
   * report.
   */
  readonly heardAt?: Date | undefined;
  /** Whether Closte has said that it needs no alias. A plugin that does not tell is believed to mean so of what is done. */
  readonly notNeeded?: boolean | undefined;
}

/** A row that cannot be read: which one, and what is wrong with it. */
export interface BadRow {
  /** As much of its name as can be shown. */
  readonly name: string;
  readonly reason: string;
}

const STAGES = [...VISITED_STAGES, ...SETTLED_STAGES, 'removed', 'cancelled'] as const;

const Row = v.object({
  domain: domainField,
  site_id: knownSiteIdField,
  network_domain: v.fallback(v.nullish(networkDomainField), undefined),
  wanted: v.picklist(['mapped', 'removed'], 'must be mapped or removed'),
  stage: v.fallback(v.optional(v.picklist(STAGES)), undefined),
  updated_at: timeField,
  heard_at: v.fallback(v.nullish(timeField), undefined),
  not_needed: v.fallback(v.optional(v.boolean()), undefined),
});

const LONGEST_NAME = 253;

/** Reads the rows one by one: what is wrong with one says nothing of the others. */
export function readRows(rows: readonly unknown[]): {
  readonly rows: readonly DomainRow[];
  readonly badRows: readonly BadRow[];
} {
  const good: DomainRow[] = [];
  const badRows: BadRow[] = [];
  for (const row of rows) {
    const parsed = v.safeParse(Row, row);
    if (parsed.success) {
      const {
        domain,
        site_id: siteId,
        network_domain,
        wanted,
        stage,
        updated_at: updatedAt,
        heard_at,
        not_needed,
      } = parsed.output;
      const networkDomain = network_domain ?? undefined;
      const heardAt = heard_at ?? undefined;
      const notNeeded = not_needed ?? stage === 'done';
      good.push({ domain, siteId, networkDomain, wanted, stage, updatedAt, heardAt, notNeeded });
    } else {
      const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the row'} ${issue.message}`);
      badRows.push({ name: nameOf(row), reason: [...new Set(faults)].join('; ') });
    }
  }
  return { rows: good, badRows };
}

function nameOf(row: unknown): string {
  const domain = typeof row === 'object' && row !== null && 'domain' in row ? row.domain : undefined;
  return typeof domain === 'string' ? domain.slice(0, LONGEST_NAME) : 'a row without a name';
}
