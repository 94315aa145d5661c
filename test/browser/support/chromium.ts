import { type Browser, chromium } from 'playwright-core';

/** The rule that lets a browser reach a name on this machine. */
type Rule = `MAP ${string} 127.0.0.1:${number}`;

/**
 * Starts the Chromium that test/browser/install.sh has installed, with a profile of its own that is empty.
 * Nothing but this machine can be reached from it.
 *
 * @param names names that it knows besides
 */
export function startChromium(names: readonly Rule[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=${[...names, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
    ],
  });
}
