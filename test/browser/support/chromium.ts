import { type Browser, chromium } from 'playwright-core';

/**
 * Starts the Chromium that test/browser/install.sh has installed, with a profile of its own that is empty.
 * Nothing but this machine can be reached from it.
 */
export function startChromium(): Promise<Browser> {
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
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
