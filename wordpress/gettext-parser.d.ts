// The part of gettext-parser that is used here; the package has no types of its own.
declare module 'gettext-parser' {
  export interface Message {
    readonly msgid: string;
    readonly msgctxt?: string;
    readonly msgid_plural?: string;
    readonly msgstr: readonly string[];
    readonly comments?: { readonly flag?: string };
  }

  export interface Texts {
    readonly headers: Readonly<Record<string, string>>;
    /** By context, and in it by message. */
    readonly translations: Readonly<Record<string, Readonly<Record<string, Message>>>>;
  }

  export const po: { parse(content: Buffer): Texts };
  export const mo: { compile(texts: Texts): Buffer };
}
