/** A JSON object whose list of domains was taken out of it. */
export interface ReadObject {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether it has a list of domains. */
  readonly hasList: boolean;
}

export type ReadBody =
  | ({ readonly kind: 'object' } & ReadObject)
  | { readonly kind: 'no-object'; readonly isEmpty: boolean };

/** What may come next. */
type Expected =
  | 'object'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'value'
  | 'comma'
  | 'first-element'
  | 'element'
  | 'comma-in-list'
  | 'nothing';

const LIST = 'domains';

/**
 * Reads the answer to `getdomains` as it arrives: each element of its list is given away at once, so that neither the
 * text nor the list of a million domains is ever there as a whole. What is no JSON by RFC 8259 is no object.
 */
export class AnswerReader {
  readonly #onElement: (element: unknown) => void;
  readonly #onList: () => void;
  readonly #fields: Record<string, unknown> = Object.create(null);
  #expected: Expected | 'broken' = 'object';
  #key = '';
  #hasList = false;
  #isEmpty = true;
  /** What has come and could not be read yet. */
  #text = '';
  #at = 0;

  /**
   * @param onList told that a list begins: of two, the second is the one that counts
   * @param onElement told each element of it
   */
  constructor(onList: () => void, onElement: (element: unknown) => void) {
    this.#onList = onList;
    this.#onElement = onElement;
  }

  /** @returns whether more can make anything of it */
  take(text: string): boolean {
    if (this.#isEmpty && text.trim() !== '') this.#isEmpty = false;
    this.#text = this.#text.slice(this.#at) + text;
    this.#at = 0;
    while (this.#step());
    return this.#expected !== 'broken';
  }

  end(): ReadBody {
    // A number at the very end has nothing behind it that ends it; but then it stands in no object.
    return this.#expected === 'nothing'
      ? { kind: 'object', fields: this.#fields, hasList: this.#hasList }
      : { kind: 'no-object', isEmpty: this.#isEmpty };
  }

  /** Reads one thing; false if the text is used up. */
  #step(): boolean {
    if (this.#expected === 'broken') return false;
    const text = this.#text;
    while (isSpace(text.charCodeAt(this.#at))) this.#at += 1;
    const character = text[this.#at];
    if (character === undefined) return false;
    switch (this.#expected) {
      case 'object':
        return this.#mark(character === '{', 'first-key');
      case 'first-key':
        return character === '}' ? this.#mark(true, 'nothing') : this.#readKey(character);
      case 'key':
        return this.#readKey(character);
      case 'colon':
        return this.#mark(character === ':', 'value');
      case 'value':
        return this.#readField(character);
      case 'comma':
        return character === '}' ? this.#mark(true, 'nothing') : this.#mark(character === ',', 'key');
      case 'first-element':
        return character === ']' ? this.#mark(true, 'comma') : this.#readElement();
      case 'element':
        return this.#readElement();
      case 'comma-in-list':
        return character === ']' ? this.#mark(true, 'comma') : this.#mark(character === ',', 'element');
      default:
        return this.#mark(false, 'nothing');
    }
  }

  /** Goes on behind one character, if it is the one that may stand there. */
  #mark(isRight: boolean, next: Expected): boolean {
    this.#at += 1;
    this.#expected = isRight ? next : 'broken';
    return true;
  }

  #readKey(character: string): boolean {
    if (character !== '"') return this.#mark(false, 'key');
    return this.#readValue((key) => {
      this.#key = String(key);
      this.#expected = 'colon';
    });
  }

  #readField(character: string): boolean {
    if (this.#key === LIST && character === '[') {
      this.#hasList = true;
      delete this.#fields[LIST];
      this.#onList();
      return this.#mark(true, 'first-element');
    }
    return this.#readValue((value) => {
      if (this.#key === LIST) this.#hasList = false;
      this.#fields[this.#key] = value;
      this.#expected = 'comma';
    });
  }

  #readElement(): boolean {
    return this.#readValue((element) => {
      this.#onElement(element);
      this.#expected = 'comma-in-list';
    });
  }

  #readValue(take: (value: unknown) => void): boolean {
    const end = endOfValue(this.#text, this.#at);
    if (end === undefined) return false;
    try {
      take(JSON.parse(this.#text.slice(this.#at, end)));
    } catch {
      this.#expected = 'broken';
    }
    this.#at = end;
    return true;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Where the value that begins there ends; undefined if that has not come yet. Whether it is JSON, others see. */
function endOfValue(text: string, start: number): number | undefined {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') return endOfScalar(text, start);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number | undefined {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let escapes = quote - 1;
    while (text[escapes] === '\\') escapes -= 1;
    if ((quote - escapes) % 2 === 1) return quote + 1;
  }
  return undefined;
}

function endOfScalar(text: string, start: number): number | undefined {
  let at = start;
  while (at < text.length && !/[,\]}\s]/.test(text[at] ?? '')) at += 1;
  if (at === text.length) return undefined;
  // Where nothing stands, JSON.parse finds nothing.
  return at;
}
