import { readdirSync, readFileSync } from 'node:fs';

// The files from which console.sh makes metrics, alerts, queries and the dashboard.

export const DEPLOY = new URL('../../deploy/', import.meta.url);

/** A file, filled in as console.sh does for a network without a prefix, or with this one. */
export function read<T>(file: string, prefix = ''): T {
  const services = `^${prefix}(check|map|reconcile|status|unmap)$`;
  const text = readFileSync(new URL(file, DEPLOY), 'utf8')
    .replaceAll('@SERVICES@', services)
    .replaceAll('@METRICS@', prefix.replace('-', '_'))
    .replaceAll('@PREFIX@', prefix);
  return JSON.parse(text) as T;
}
export function namesIn(folder: string): string[] {
  return readdirSync(new URL(folder, DEPLOY)).map((file) => file.replace(/\.json$/, ''));
}

export interface Query {
  readonly name: string;
  readonly title: string;
  readonly filter: string;
}
export interface Metric {
  readonly filter: string;
  readonly valueExtractor?: string;
  readonly labelExtractors?: Readonly<Record<string, string>>;
  readonly metricDescriptor: {
    readonly valueType: string;
    readonly labels?: readonly { readonly key: string }[];
  };
}
interface Condition {
  readonly conditionMatchedLog?: {
    readonly filter: string;
    readonly labelExtractors: Readonly<Record<string, string>>;
  };
  readonly conditionThreshold?: {
    readonly filter: string;
    readonly duration: string;
    readonly aggregations: readonly { readonly alignmentPeriod: string }[];
  };
}
export interface Policy {
  readonly documentation: { readonly content: string; readonly subject?: string };
  readonly userLabels: Readonly<Record<string, string>>;
  readonly conditions: readonly Condition[];
}
