// Apart from what makes a page, which only a few requests need.

/** A page, and the `Content-Security-Policy` that it has to be sent with. */
export interface Page {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/**
 * What every page is sent with beside its policy. The address of a page is what gives access to it: it goes
 * to no other site, into no cache and into no search engine.
 */
export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
} as const;
