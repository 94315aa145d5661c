import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** A heading with what stands under it, up to the next heading. */
export interface Section {
  readonly level: number;
  readonly title: string;
  /** Blocks of code, with the language before them. */
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
  /** The rest of the text. */
  readonly prose: string;
}

export function readPage(path: string): readonly Section[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const blocks: { readonly language: string; readonly text: string }[] = [];
  const outside = text.replaceAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm, (_, language: string, code: string) => {
    blocks.push({ language, text: code.replaceAll(/^ +/gm, '') });
    return '\u0000';
  });
  let used = 0;
  return outside.split(/^(?=#+ )/m).map((part) => {
    const [, marks = '', title = '', body = ''] = /^(?:(#+) (.*)\n)?([\s\S]*)$/.exec(part) ?? [];
    const count = body.split('\u0000').length - 1;
    used += count;
    return {
      level: marks.length,
      title,
      blocks: blocks.slice(used - count, used),
      prose: body.replaceAll('\u0000', ''),
    };
  });
}

/** What stands between backticks; a line may end in it. */
export function codeIn({ prose }: Pick<Section, 'prose'>): string[] {
  return [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll(/\s+/g, ' '));
}

/** Exact words of the project: what stands in “…”. The sign alone is no word. */
export function quotesIn({ prose }: Pick<Section, 'prose'>): string[] {
  return [...prose.matchAll(/“([^”]+)”/g)]
    .map(([, quote = '']) => quote.replaceAll(/\s+/g, ' '))
    .filter((quote) => quote !== '…');
}

/** Where the links and pictures lead. */
export function linksIn({ prose }: Pick<Section, 'prose'>): string[] {
  const outsideOfCode = prose.replaceAll(/`[^`]+`/g, '');
  return [...outsideOfCode.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
    ([, link, source]) => link ?? source ?? '',
  );
}

/** The name by which GitHub knows a heading in a link. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
