import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PAGE_HEADERS, renderProblemPage, renderStatusPage } from '../../../../shared/status/page/page.ts';
import type { Status } from '../../../../shared/status/status.ts';
import {
  ACTION_NEEDED,
  APEX_WITHOUT_RECORDS,
  AT_PROVIDER,
  LONG_NAME,
  LONG_NAME_IN_UNICODE,
  NOT_MAPPED,
  READY,
  STATUSES,
  WAITING_FOR_CERTIFICATE,
  WAITING_FOR_DNS,
  WILDCARD,
} from '../statuses.ts';
import { HOSTILE_TEXTS, withTexts } from './hostile.ts';

const htmlOf = (status: Status) => renderStatusPage(status).html;

/** What is to be read of a page, without its style and its script. */
const wordsOf = (status: Status) =>
  htmlOf(status)
    .replace(/<(style|script)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');

/** The second-level headings in their order. */
const headingsOf = (status: Status) =>
  [...htmlOf(status).matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, text]) => text);

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const contentOf = (name: string, page: string) => new RegExp(`<${name}>(.*)</${name}>`, 's').exec(page)?.[1];

describe('the title says which domain, and how it stands', () => {
  test.each([
    ['shop.example.com: ready', READY],
    ['shop.example.com: waiting', WAITING_FOR_DNS],
    ['shop.example.com: action needed', ACTION_NEEDED],
    ['old-shop.example.com: not mapped', NOT_MAPPED],
    ['*.members.example.com: ready', WILDCARD],
    [`${LONG_NAME_IN_UNICODE}: action needed`, LONG_NAME],
  ])('%s', (title, status) => {
    expect(htmlOf(status)).toContain(`<title>${title}</title>`);
  });
});

describe('what the page shows', () => {
  test('the answer first, then what to do, what is there and what each server says, then how far it is', () => {
    expect(headingsOf(ACTION_NEEDED)).toEqual([
      'What to do',
      'What is wrong',
      'DNS records',
      'What public DNS servers answer',
      'What the domain’s own DNS servers answer',
      'Certificate',
      'How far it is',
    ]);
    expect(htmlOf(ACTION_NEEDED).indexOf('<h1>')).toBeLessThan(htmlOf(ACTION_NEEDED).indexOf('<h2'));
    expect(wordsOf(ACTION_NEEDED)).toMatch(
      /Action needed Please change the DNS records of shop\.example\.com.*Checked 23 Nov 2026, 14:05 UTC\./,
    );
  });

  test('a ready domain has nothing to do', () => {
    expect(headingsOf(READY)[0]).toBe('DNS records');
  });

  test('what needs nobody to act is worth knowing', () => {
    expect(headingsOf(WAITING_FOR_DNS)[0]).toBe('Worth knowing');
  });

  test.each(ACTION_NEEDED.problems)(
    'a problem whole: $code',
    ({ code, title, explanation, remedy, detail }) => {
      const quoted = detail.replaceAll('"', '&quot;');
      for (const words of [title, explanation, quoted]) expect(wordsOf(ACTION_NEEDED)).toContain(words);
      // What is to be done is said once.
      const isToldAbove = ACTION_NEEDED.actions.some((action) => action.code === code);
      expect(wordsOf(ACTION_NEEDED).includes(remedy)).toBe(!isToldAbove);
    },
  );

  test('for what is waited, and until when', () => {
    expect(wordsOf(WAITING_FOR_DNS)).toMatch(
      /Waiting for ?the new DNS records to reach everybody ?Tried until ?25 Nov 2026, 12:41 UTC/,
    );
    expect(wordsOf(WAITING_FOR_CERTIFICATE)).not.toContain('Tried until');
  });

  test('that it was given up, and when it is looked at next', () => {
    expect(wordsOf(ACTION_NEEDED)).toContain(
      'It was given up at 23 Nov 2026, 12:41 UTC. It is looked at again at 24 Nov 2026, 03:20 UTC',
    );
    const end = { since: '2026-11-23T12:41:09Z', next: READY.checked_at };
    expect(wordsOf({ ...READY, given_up: end })).toContain('It is right now, and is followed again.');
    expect(wordsOf(READY)).not.toContain('given up');
  });

  test('every resolver, in words', () => {
    expect(wordsOf(ACTION_NEEDED)).toMatch(
      /Points elsewhere 198\.51\.100\.20.* 1\.1\.1\.1 Partly right.* 8\.8\.8\.8 No record no such name 9\.9\.9\.9/,
    );
  });

  test('the chain of the certificate, with its dates', () => {
    expect(wordsOf(READY)).toMatch(
      /CN=shop\.example\.com Issued by C=US, O=Let&#39;s Encrypt, CN=R11 Valid from 23 Nov 2026, 13:00 UTC to 21 Feb 2027, 13:00 UTC/,
    );
  });

  test('a time as UTC that a program can read too', () => {
    expect(htmlOf(READY)).toContain('<time datetime="2026-11-23T14:05:30Z">23 Nov 2026, 14:05 UTC</time>');
  });

  test('an internationalised name as its owner writes it, and as DNS does', () => {
    expect(wordsOf(LONG_NAME)).toMatch(
      new RegExp(`${LONG_NAME_IN_UNICODE}.*In DNS the name is written ${LONG_NAME.domain}\\.`),
    );
    expect(wordsOf(READY)).not.toContain('In DNS the name is written');
  });

  test('what is unknown is said to be', () => {
    expect(wordsOf(NOT_MAPPED)).toContain('It could not be found out which servers these are.');
    expect(wordsOf(APEX_WITHOUT_RECORDS)).toContain('The servers of example.com could not be asked.');
    expect(wordsOf(APEX_WITHOUT_RECORDS)).toContain('Not looked at yet');
  });
});

describe('the form of the provider', () => {
  const apex = APEX_WITHOUT_RECORDS.actions.slice(0, 1);

  test('has its own words for the fields, and what is typed there is as it wants it', () => {
    const html = htmlOf(AT_PROVIDER);
    expect(wordsOf(AT_PROVIDER)).toMatch(/TypeCNAME Sub-domainshop.*? Targetnetwork\.example\.Copy/);
    expect(wordsOf(AT_PROVIDER)).toContain('In the DNS settings of example.com, at OVHcloud.');
    expect(html).toContain('data-keep="CNAME value network.example."');
  });

  test('says what is left empty, and has no button to copy that', () => {
    const status = { ...AT_PROVIDER, actions: apex };
    expect(wordsOf(status)).toMatch(/Sub-domainleave it emptyin full: example\.com Target203\.0\.113\.7/);
    expect(htmlOf(status)).not.toContain('data-keep="A host name');
    expect(wordsOf(status)).not.toContain('some forms want it left empty');
  });

  test('is like that of most providers where it is not known', () => {
    const named = { ...AT_PROVIDER, actions: apex, provider: { name: 'Loopia' } };
    expect(wordsOf(named)).toContain('at Loopia. The host name @ stands for the domain itself');
    expect(wordsOf(named)).toMatch(/Host name@.*?in full: example\.com.*?Value203\.0\.113\.7/);
    expect(wordsOf({ ...named, provider: null })).toContain('at your DNS provider. The host name @');
  });
});

test('a record that the operator has to set is not typed into the form of the owner’s provider', () => {
  const [set] = APEX_WITHOUT_RECORDS.actions;
  if (set === undefined) throw new Error('there is something to do');
  const status: Status = { ...AT_PROVIDER, actions: [{ ...set, who: 'operator' }] };
  expect(wordsOf(status)).not.toMatch(/Sub-domain|at OVHcloud/);
});

describe('a provider that sets the records itself', () => {
  test('is offered first, with the host to which the reader is sent', () => {
    const html = htmlOf(AT_PROVIDER);
    expect(html).toContain(
      'href="https://connect.provider.example/v2/apply?domain=example.com&amp;host=shop" target="_blank" rel="noopener noreferrer"',
    );
    expect(wordsOf(AT_PROVIDER)).toMatch(
      /What to do Let OVHcloud set the records for you You sign in at connect\.provider\.example,.*Or set them yourself: Change the A record/,
    );
  });

  test('is not where nobody does', () => {
    expect(htmlOf(ACTION_NEEDED)).not.toContain('id="apply"');
  });
});

describe('the DNS records', () => {
  const wrong = ACTION_NEEDED.records_found;
  const right = READY.records_found;

  test.each<readonly [string, Status]>([
    ['a record is wrong', { ...ACTION_NEEDED, records_found: [...right, ...wrong] }],
    ['it is only waited', { ...WAITING_FOR_DNS, records_found: wrong }],
    ['the domain is not mapped', { ...NOT_MAPPED, records_found: wrong }],
  ])('are told as they are where %s', (_, status) => {
    expect(wordsOf(status)).toContain('Leads elsewhere Type');
    // What is to go is said by the actions alone: not all that leads elsewhere can be removed.
    expect(wordsOf({ ...status, actions: [] })).not.toContain('Remove Type');
  });
});

describe('what is to be done', () => {
  test('is one thing first, with a button for each host name and value, hidden until a script can copy', () => {
    const [first = ''] = htmlOf(APEX_WITHOUT_RECORDS).split('<h3>Then</h3>');
    const buttons = [...first.matchAll(/<button [^>]*class="copy"[^>]*>/g)].map(([tag]) => tag);
    expect(buttons).toHaveLength(2);
    for (const button of buttons) expect(button).toMatch(/ hidden>$/);
  });

  test('is said in the order in which it is to be done', () => {
    expect(wordsOf(ACTION_NEEDED)).toMatch(
      /What to do Remove the AAAA record 2001:db8:bad::10 of .* Then Change the A record 198\.51\.100\.20 of .* into a CNAME record to network\.example\..*Add a CAA record for example\.com/,
    );
  });

  test('has its other ways', () => {
    const [, ...rest] = ACTION_NEEDED.actions;
    const words = wordsOf({ ...ACTION_NEEDED, actions: rest });
    expect(words).toMatch(/If that is not possible Change the A record .* to 203\.0\.113\.7\./);
  });

  test('is nothing where there are no actions', () => {
    expect(headingsOf({ ...ACTION_NEEDED, actions: [] })).not.toContain('What to do');
  });
});

describe('the records that a domain should have', () => {
  test('the ways are alternatives', () => {
    const or = '<p class="or">or</p>';
    expect(htmlOf(ACTION_NEEDED).split(or)).toHaveLength(ACTION_NEEDED.records_to_set.length);
    expect(htmlOf(APEX_WITHOUT_RECORDS)).not.toContain(or);
  });

  test('the @ of a form is explained where there is one', () => {
    expect(wordsOf(APEX_WITHOUT_RECORDS)).toContain('@ stands for the domain itself');
    expect(wordsOf(ACTION_NEEDED)).not.toContain('@ stands for the domain itself');
  });
});

test.each([
  ['waiting for DNS', WAITING_FOR_DNS, true],
  ['action needed', ACTION_NEEDED, true],
  ['ready', READY, false],
  ['not mapped', NOT_MAPPED, false],
])('%s: it looks again by itself: %p', (_, status, looksAgain) => {
  expect(/<main[^>]* data-refresh>/.test(htmlOf(status))).toBe(looksAgain);
});

test.each(Object.entries(STATUSES))('%s: no place of a phrase is left open', (_, status) => {
  const wherever = [
    status,
    { ...status, zone: { apex: null, servers: [] } },
    { ...status, target: { ...status.target, network_domain: null } },
    { ...status, target: { ...status.target, addresses: [] } },
    { ...status, records_to_set: [], records_found: [] },
  ];
  for (const one of wherever) {
    expect(htmlOf(one).replace(/<style>.*?<\/style>/s, '')).not.toMatch(/\{\w+\}/);
  }
});

describe('the policy', () => {
  const pages = [
    ...Object.entries(STATUSES).map(([name, status]) => [name, renderStatusPage(status)] as const),
    ['expired link', renderProblemPage('expired')] as const,
    ['wrong link', renderProblemPage('wrong')] as const,
    ['busy', renderProblemPage('busy')] as const,
    ['unavailable', renderProblemPage('unavailable')] as const,
  ];

  test.each(pages)('%s: lets in the very style and script of the page, and nothing else', (_, page) => {
    const [style = '', script] = [contentOf('style', page.html), contentOf('script', page.html)];
    const scripts = script === undefined ? '' : `script-src ${hashOf(script)}; connect-src 'self'; `;
    expect(page.contentSecurityPolicy).toBe(
      `default-src 'none'; ${scripts}style-src ${hashOf(style)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  test.each(pages)('%s: asks nothing of any other place, and has no style or handler in a tag', (_, page) => {
    const tags = page.html.replace(/<(style|script)>.*?<\/\1>/gs, '').match(/<[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(10);
    // A link asks nothing of anybody before its reader follows it.
    const links = tags.filter((tag) =>
      /^<a [^>]*href="https:[^>]* rel="noopener noreferrer">$|^<a href="\?[^"]*lang=/.test(tag),
    );
    for (const tag of tags.filter((one) => !links.includes(one)))
      expect(tag).not.toMatch(/ (style|src|action|on\w+)=|href="(?!"|data:image)/);
  });
});

test('the address of a page, which gives access to it, is kept from others', () => {
  expect(PAGE_HEADERS).toMatchObject({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  });
});

test.each([
  ['expired', 'Link expired', 'Ask the people who run your site for a new one.'],
  ['wrong', 'Link not valid', 'see that it is whole'],
  ['busy', 'Busy, try again', 'Load this page again in half a minute.'],
  ['unavailable', 'Not available now', 'Try again in some minutes.'],
] as const)('a page for what is %s says so, and what to do', (problem, title, remedy) => {
  const { html } = renderProblemPage(problem);
  expect(html).toContain(`<title>${title}</title>`);
  expect(html).toContain(remedy);
  expect(html).not.toContain('<script>');
});

describe('whatever came from outside', () => {
  /** How often each tag is there, the values of its attributes aside. */
  function tagsOf(status: Status): ReadonlyMap<string, number> {
    const tags = htmlOf(status)
      .replace(/<(style|script)>.*?<\/\1>/gs, '')
      .match(/<[^>]*>/g);
    const count = new Map<string, number>();
    for (const tag of tags ?? []) {
      const kind = tag.replace(/"[^"]*"/g, '""');
      count.set(kind, (count.get(kind) ?? 0) + 1);
    }
    return count;
  }

  function expectNoMoreThan(harmless: ReadonlyMap<string, number>, status: Status): void {
    for (const [tag, count] of tagsOf(status)) {
      const most = harmless.get(tag) ?? 0;
      if (count > most) throw new Error(`${tag} is there ${count} times instead of ${most}`);
    }
  }

  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE_TEXTS));

  test.each(Object.entries(STATUSES))('%s: adds no tag and no attribute', (_, status) => {
    let harmlessTexts = 0;
    const harmless = tagsOf(withTexts(status, () => `harmless ${++harmlessTexts}`));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
        let next = 0;
        expectNoMoreThan(
          harmless,
          withTexts(status, () => texts[next++ % texts.length] ?? ''),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('cannot turn the direction of what stands around it', () => {
    const page = htmlOf(withTexts(ACTION_NEEDED, () => 'a\u202eb\u2067c'));
    expect(page).not.toMatch(/\p{Bidi_Control}/u);
    expect(page).toContain('<bdi>a\ufffdb\ufffdc</bdi>');
  });
});
