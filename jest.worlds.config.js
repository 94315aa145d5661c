import shared from './jest.config.js';

/**
 * Random worlds in which the real plugin and the functions live together. They need what the tests of the plugin need,
 * and a clock that stands still (test/wordpress/install.sh). `WORLDS` says how many, `SEED` which is the first one.
 *
 * @type {import('jest').Config}
 */
const config = {
  ...shared,
  testMatch: ['<rootDir>/test/worlds/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Each file has its own database.
  maxWorkers: 2,
};

// biome-ignore lint/style/noDefaultExport: the form in which Jest reads its configuration
export default config;
