/** @type {import('jest').Config} */
const config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.js' },
  // They need a WordPress, or a browser, or start some thousand processes: see the other files jest.*.config.js.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/deploy/',
    '<rootDir>/test/wordpress/',
    '<rootDir>/test/worlds/',
    '<rootDir>/test/browser/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  // Most of what the tests do is to wait for another process or a socket.
  maxWorkers: '100%',
  // No test is about how long it takes; this only ends one that hangs, on a busy machine too.
  testTimeout: 60_000,
  // A worker has a GiB when it is told to end, and on a busy machine takes longer than the usual half a second to give that
  // back. Whatever else keeps one up, an open socket or a timer, is still told of.
  workerGracefulExitTimeout: 20_000,
  watchman: false,
  // A run says its result: a failure in full, however few the files, and no line for what is as it should be.
  reporters: [['summary', { summaryThreshold: 0 }]],
};

// biome-ignore lint/style/noDefaultExport: the form in which Jest reads its configuration
export default config;
