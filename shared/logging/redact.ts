/** Takes every secret out of a text. */
export type Redact = (text: string) => string;

const MARK = '[redacted]';

/** A shorter piece of an encoded secret would be found where it is none. */
const SHORTEST_PIECE = 8;

/**
 * Makes a function that replaces secrets in whatever leaves a function: log entries, answers, errors. It finds a
 * secret as it is, and as it is written in URLs, forms, JSON (also within JSON), HTML, base64 and hexadecimal.
 */
export function redactor(secrets: readonly string[]): Redact {
  const known = [...new Set(secrets)].filter((secret) => secret !== '');
  // The longest first: one secret may be a part of another.
  known.sort((a, b) => b.length - a.length);
  const patterns = known.flatMap((secret) => [spelling(secret), ...encodings(secret)]);
  return (text) => patterns.reduce((clean, pattern) => clean.replace(pattern, MARK), text);
}

/**
 * A pattern for a secret that is written character by character, each in its own way: there are too many notations,
 * and mixtures of them, to list them whole.
 */
function spelling(secret: string): RegExp {
  return new RegExp(
    [...secret].map((character, position) => waysOf(character, position === 0)).join(''),
    'gu',
  );
}

/** A secret has the same few characters again and again, in each of its encodings. */
const WAYS: Readonly<Record<'first' | 'later', Map<string, string>>> = { first: new Map(), later: new Map() };

function waysOf(character: string, isFirst: boolean): string {
  const known = WAYS[isFirst ? 'first' : 'later'];
  const written = known.get(character) ?? ways(character, isFirst);
  known.set(character, written);
  return written;
}

/** One character as itself, percent-encoded, escaped as in JSON however often, and as an HTML entity. */
function ways(character: string, isFirst: boolean): string {
  // Never tried from the middle of a run of backslashes, and never along the whole of one inside the secret: either
  // would take time that grows with the square of the text.
  const escapes = (least: number) => (isFirst ? `(?<!\\\\)\\\\{${least},}` : `\\\\{${least},64}`);
  const octets = [...Buffer.from(character)].map((octet) => hexadecimal(octet.toString(16).padStart(2, '0')));
  const units = Array.from(character, (_, index) => character.charCodeAt(index));
  const escaped = units
    .map(
      (unit, index) =>
        `${index === 0 ? escapes(1) : '\\\\{1,64}'}u${hexadecimal(unit.toString(16).padStart(4, '0'))}`,
    )
    .join('');
  const code = character.codePointAt(0) ?? 0;
  const entities = [`#0*${code}`, `#[xX]0*${hexadecimal(code.toString(16))}`, NAMED_ENTITIES[character]];
  return `(?:${[
    `${escapes(0)}${literal(character)}`,
    octets.map((octet) => `%${octet}`).join(''),
    escaped,
    `&(?:${entities.filter((entity) => entity !== undefined).join('|')});`,
    ...(character === ' ' ? ['\\+'] : []),
  ].join('|')})`;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}

/** Hexadecimal digits in upper or lower case. */
function hexadecimal(digits: string): string {
  return digits.replace(/[a-f]/gi, (digit) => `[${digit.toLowerCase()}${digit.toUpperCase()}]`);
}

function encodings(secret: string): RegExp[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].flatMap((offset) => {
    const piece = base64Inside(bytes, offset);
    return [piece, piece.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [
    ...base64
      .filter((piece) => piece.length >= SHORTEST_PIECE)
      .map((piece) => new RegExp(`${spelling(piece).source}(?:[\\w+/=-]|%3D){0,4}`, 'gu')),
    new RegExp(hexadecimal(bytes.toString('hex')), 'gu'),
  ];
}

/**
 * The part of a base64 text that is the same whatever stands around the secret in what was encoded.
 *
 * @param offset how many bytes stand in front of it, modulo 3
 */
function base64Inside(bytes: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const whole = Math.floor(((offset + bytes.length) * 8) / 6);
  return encoded.slice(Math.ceil((offset * 8) / 6), whole);
}
