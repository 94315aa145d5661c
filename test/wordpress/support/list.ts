/** The address of the list in the network admin. */
export const LIST = '/wp-admin/network/admin.php?page=closte-domain-sync';

/** A row of the list as it is shown. */
export interface ShownRow {
  /** The value of its checkbox. */
  readonly domain: string;
  /** What each column says, without what can only be heard and without the links under the domain. */
  readonly cells: Readonly<Record<string, string>>;
  readonly html: string;
}

export function rowsOf(html: string): readonly ShownRow[] {
  const body = /<tbody id="the-list"[^>]*>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].flatMap(([, row = '']) => {
    const domain = /name="domains\[\]" value="([^"]*)"/.exec(row)?.[1];
    if (domain === undefined) return [];
    const cells = [...row.matchAll(/<td class='(\S+) column-\S+[^>]*>([\s\S]*?)<\/td>/g)];
    return [
      {
        domain,
        cells: Object.fromEntries(cells.map(([, name = '', cell = '']) => [name, textOf(cell)])),
        html: row,
      },
    ];
  });
}

/** How many rows each view is said to have. */
export function viewsOf(html: string): Readonly<Record<string, number>> {
  const views = html.matchAll(/<a [^>]*>([^<]+) <span class="count">\((\d+)\)<\/span><\/a>/g);
  return Object.fromEntries([...views].map(([, name = '', count]) => [name, Number(count)]));
}

/** What is seen of some HTML. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<div class="row-actions">[\s\S]*?<\/div>/g, '')
    .replaceAll(/<span class="screen-reader-text">[\s\S]*?<\/span>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#039;', "'")
    .replaceAll('&amp;', '&')
    .trim();
}
