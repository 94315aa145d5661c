import shared from './jest.config.js';

/**
 * The tests of the status page in a real browser. They need Chromium on the machine (test/browser/install.sh), which
 * the other tests do not.
 *
 * @type {import('jest').Config}
 */
const config = {
  ...shared,
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Each file has its own browser, which by itself keeps two cores busy.
  maxWorkers: 1,
};

// biome-ignore lint/style/noDefaultExport: the form in which Jest reads its configuration
export default config;
