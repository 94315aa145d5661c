import shared from './jest.config.js';

/**
 * The tests of the plugin against a real WordPress. They need PHP, MariaDB and WordPress on the machine, and PHP's tools
 * (test/wordpress/install.sh), which the other tests do not.
 *
 * @type {import('jest').Config}
 */
const config = {
  ...shared,
  testMatch: ['<rootDir>/test/wordpress/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Starting a database and installing a network takes some seconds, and longer on a busy machine.
  testTimeout: 60_000,
  // Each file has its own database and server, and mostly waits for them.
  maxWorkers: 3,
};

// biome-ignore lint/style/noDefaultExport: the form in which Jest reads its configuration
export default config;
