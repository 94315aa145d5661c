import shared from './jest.config.js';

/**
 * Rehearsals of the deployment: the scripts of deploy/ as they are, with a stand-in for gcloud. They take as long as half
 * of all the other tests. And what is told of the queue, once more with the client as it is bundled.
 *
 * @type {import('jest').Config}
 */
const config = {
  ...shared,
  testMatch: ['<rootDir>/test/deploy/**/*.test.ts', '<rootDir>/test/shared/queue/queue.test.ts'],
  moduleNameMapper: { '^\\./google-client\\.ts$': '<rootDir>/build/google-client.cjs' },
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/deploy/starting-points.ts',
};

// biome-ignore lint/style/noDefaultExport: the form in which Jest reads its configuration
export default config;
