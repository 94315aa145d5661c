import shared from './jest.config.js';

/**
 * Random worlds in which the real plugin and the functions live together. They need what the tests of the plugin need,
 * and a clock that stands still (test/wordpress/install.sh).
 *
 * @type {import('jest').Config}
 */
const config = {
  ...shared,
  testMatch: ['<rootDir>/test/worlds/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};

// biome-ignore lint/style/noDefaultExport: the form in which Jest reads its configuration
export default config;
