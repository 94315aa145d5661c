import type { Status } from '../../../../shared/status/status.ts';

/** What the page takes its words and marks from: closed unions, which nothing from outside gets into. */
const CLOSED = new Set([
  'kind',
  'severity',
  'type',
  'state',
  'step',
  'verdict',
  'alias',
  'do',
  'who',
  'whom',
  'what',
  'where',
  'at_apex',
]);

/** The status with other texts in every place where there can be any. */
export function withTexts(status: Status, text: () => string): Status {
  return replaced(status) as Status;

  function replaced(value: unknown, key = ''): unknown {
    if (typeof value === 'string') return CLOSED.has(key) ? value : text();
    if (Array.isArray(value)) return value.map((item) => replaced(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item, name)]));
  }
}

export const HOSTILE_TEXTS: readonly string[] = [
  '<script>globalThis.hurt = true</script>',
  '"><img src=x onerror="globalThis.hurt = true">',
  "' onmouseover='globalThis.hurt = true' autofocus onfocus='globalThis.hurt = true",
  'javascript:globalThis.hurt=true',
  '</title></main></style></textarea><iframe srcdoc="<script>parent.hurt = true</script>">',
  '--><svg onload=globalThis.hurt=true>',
  '<meta http-equiv=refresh content=0;url=//attacker.example>',
  '<base href=//attacker.example/><link rel=stylesheet href=//attacker.example/a.css>',
  '&lt;b&gt; &amp;quot; &#60;script&#62;',
  '{{globalThis.hurt=true}} <%= 7 %> <?php echo 7 ?>',
  'moc.elpmaxe\u202e.pohs \u2066\u2069 \u0000\u0007\u001b[31m \ud800 \u2028 \u2029',
];
