/**
 * Cloud Logging takes no entry of more than 256 KiB (https://cloud.google.com/logging/quotas), and throws a longer one
 * away with the alert that hangs on it. Much less is enough for whatever there is to tell.
 */
const MOST_BYTES = 64 * 1024;

/** How much of a text and of a list is left, the most generous first. In characters, and items. */
const CUTS = [
  { text: 4_000, items: 100 },
  { text: 1_000, items: 10 },
  { text: 200, items: 3 },
] as const;

/**
 * A payload that fits into an entry, whatever the owner of a domain has put into his DNS: texts and lists are cut, no
 * more than needed. A list tells how many more there were.
 *
 * @param others the bytes that the entry has besides
 */
export function fitting<Payload extends object>(payload: Payload, others = 2_048): Payload {
  const fits = (value: object) => Buffer.byteLength(JSON.stringify(value)) + others <= MOST_BYTES;
  if (fits(payload)) return payload;
  const cut = CUTS.map((most) => shortened(payload, most) as Payload);
  return cut.find(fits) ?? (shortened(firstFields(payload), { text: 200, items: 3 }) as Payload);
}

/** Of a payload whose very number of fields is too much. */
function firstFields(payload: object): object {
  return Object.fromEntries(
    Object.entries(payload)
      .slice(0, 20)
      .filter(([, value]) => typeof value !== 'object'),
  );
}

function shortened(value: unknown, most: (typeof CUTS)[number]): unknown {
  if (typeof value === 'string') {
    return value.length <= most.text ? value : `${value.slice(0, most.text).toWellFormed()}…`;
  }
  if (Array.isArray(value)) {
    const first = value.slice(0, most.items).map((item) => shortened(item, most));
    return value.length <= most.items ? first : [...first, `… and ${value.length - most.items} more`];
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one, most)]));
}
