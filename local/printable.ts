/**
 * A value in which no text can speak to the terminal: whatever in it is no visible character (ESC and its like, and
 * what turns the direction of writing) has become U+FFFD.
 */
export function printable<T>(value: T): T {
  return withTexts(value, (text) => text.replace(/\p{C}/gu, '\ufffd')) as T;
}

/** JSON that means the same, with such characters written as `\uXXXX`. */
export function printableJson(json: string): string {
  return json.replace(/(?!\n)\p{C}/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withTexts(item, change)]));
}
