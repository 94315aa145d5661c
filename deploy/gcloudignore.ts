/** One line of a `.gcloudignore`: what it matches, and whether that is left out or taken in again. */
export interface Rule {
  readonly matches: RegExp;
  readonly onlyFolders: boolean;
  readonly leavesOut: boolean;
}

/**
 * Reads a `.gcloudignore` (https://cloud.google.com/sdk/gcloud/reference/topic/gcloudignore) as far as this
 * project's goes: patterns that begin at the top (`/name`), `*` within one name, `/` at the end for folders,
 * `!` to take in again.
 *
 * @throws Error for a line that is none of that: to guess would deploy the wrong files.
 */
export function parseIgnoreFile(text: string): readonly Rule[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseLine);
}

function parseLine(line: string): Rule {
  const [, takesIn, pattern = '', slash] = /^(!?)\/([\w.*/-]*[\w.*-])(\/?)$/.exec(line) ?? [];
  if (pattern === '' || pattern.includes('**')) throw new Error(`.gcloudignore: ${line} is not understood`);
  const expression = pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*');
  return { matches: new RegExp(`^${expression}$`), onlyFolders: slash === '/', leavesOut: takesIn === '' };
}

/**
 * Whether a path, relative to the top, is left out: the last rule that matches decides, and without one it
 * stays.
 */
export function isLeftOut(rules: readonly Rule[], path: string, isFolder: boolean): boolean {
  const rule = rules.findLast(({ matches, onlyFolders }) => matches.test(path) && (isFolder || !onlyFolders));
  return rule?.leavesOut ?? false;
}
