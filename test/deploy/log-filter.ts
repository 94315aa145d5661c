/**
 * An entry as Cloud Logging keeps it (https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry).
 */
export type LogEntry = Readonly<Record<string, unknown>>;

type Matches = (entry: LogEntry) => boolean;

/**
 * Reads a filter of the Logging query language
 * (https://cloud.google.com/logging/docs/view/logging-query-language), as far as this project uses it: fields
 * by path, `=`, `=~`, `<`, `<=`, `>`, `>=`, `AND`, `OR`, `NOT` and parentheses. A field that is not there
 * matches nothing.
 *
 * @throws Error for whatever else it contains: a test must not pass on a filter that is not understood.
 */
export function parseFilter(text: string): Matches {
  const tokens = [...text.matchAll(/\s*([()]|=~|[<>]=?|=|"(?:[^"\\]|\\.)*"|[\w.@/-]+|\S)/g)].map(
    ([, token = '']) => token,
  );
  let at = 0;

  function either(): Matches {
    const parts = [both()];
    while (tokens[at] === 'OR') {
      at += 1;
      parts.push(both());
    }
    return (entry) => parts.some((matches) => matches(entry));
  }
  function both(): Matches {
    const parts = [one()];
    while (tokens[at] === 'AND') {
      at += 1;
      parts.push(one());
    }
    return (entry) => parts.every((matches) => matches(entry));
  }
  function one(): Matches {
    const token = tokens[at];
    at += 1;
    if (token === 'NOT') {
      const matches = one();
      return (entry) => !matches(entry);
    }
    if (token === '(') {
      const matches = either();
      if (tokens[at] !== ')') throw new Error(`${text}: a parenthesis is not closed`);
      at += 1;
      return matches;
    }
    const [operator = '', operand = ''] = [tokens[at], tokens[at + 1]];
    at += 2;
    if (token === undefined || !/^[a-zA-Z][\w.]*$/.test(token)) throw new Error(`${text}: no field ${token}`);
    return comparison(token, operator, operand.startsWith('"') ? (JSON.parse(operand) as string) : operand);
  }

  const matches = either();
  if (at < tokens.length) throw new Error(`${text}: ${tokens.slice(at).join(' ')} is not understood`);
  return matches;
}

function comparison(field: string, operator: string, operand: string): Matches {
  const rank = rankOf(field);
  const bound = rank(operand);
  const compare = (holds: (left: number, right: number) => boolean): Matches => {
    if (Number.isNaN(bound))
      throw new Error(`${field}${operator}${operand}: that is nothing to compare with`);
    return (entry) => {
      const value = fieldOf(entry, field);
      return value !== undefined && holds(rank(value), bound);
    };
  };
  switch (operator) {
    case '=':
      return (entry) => String(fieldOf(entry, field)) === operand;
    case '=~': {
      const expression = new RegExp(operand);
      return (entry) => expression.test(String(fieldOf(entry, field) ?? ''));
    }
    case '<':
      return compare((left, right) => left < right);
    case '<=':
      return compare((left, right) => left <= right);
    case '>':
      return compare((left, right) => left > right);
    case '>=':
      return compare((left, right) => left >= right);
    default:
      throw new Error(`${field} ${operator} ${operand}: the operator is not understood`);
  }
}

const SEVERITIES = [
  'DEFAULT',
  'DEBUG',
  'INFO',
  'NOTICE',
  'WARNING',
  'ERROR',
  'CRITICAL',
  'ALERT',
  'EMERGENCY',
];

/** What a field is compared by: time, weight or number. */
function rankOf(field: string): (value: unknown) => number {
  if (field === 'timestamp') return (value) => Date.parse(String(value));
  if (field === 'severity') {
    return (value) => (SEVERITIES.includes(String(value)) ? SEVERITIES.indexOf(String(value)) : Number.NaN);
  }
  return (value) => (typeof value === 'boolean' ? Number.NaN : Number(value));
}

function fieldOf(entry: LogEntry, field: string): unknown {
  let value: unknown = entry;
  for (const key of field.split('.')) value = (value as LogEntry | undefined)?.[key];
  return value;
}

/**
 * What Cloud Logging makes of a line of JSON on the standard output of a function: the special fields move to
 * their places, the rest is the payload
 * (https://cloud.google.com/logging/docs/structured-logging#special-payload-fields), and a function of the
 * second generation is a revision of Cloud Run.
 */
export function entryOf(line: Readonly<Record<string, unknown>>, service = 'check'): LogEntry {
  const {
    severity,
    timestamp,
    'logging.googleapis.com/labels': labels,
    'logging.googleapis.com/operation': operation,
    'logging.googleapis.com/insertId': insertId,
    'logging.googleapis.com/trace': trace,
    ...jsonPayload
  } = line;
  const { seconds, nanos } = timestamp as { seconds: number; nanos: number };
  return {
    resource: { type: 'cloud_run_revision', labels: { service_name: service } },
    timestamp: new Date(seconds * 1000 + nanos / 1e6).toISOString(),
    severity,
    labels,
    operation,
    insertId,
    trace,
    jsonPayload,
  };
}
