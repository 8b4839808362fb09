import { findBrowser } from './scripts/find-browser.mjs';

const leftOut = findBrowser() === null ? ['/__tests__/browser/'] : [];
if (leftOut.length > 0) {
  if (process.env.BROWSER_TESTS === 'required')
    throw new Error('The tests of the HTML review need Chromium.');
  console.warn(
    'Left out: the tests of the HTML review in a browser, which need Chromium (or CHROMIUM=path).',
  );
}

/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Only these are crawled: the corpus and the fixtures hold thousands of package.json files of their own.
  roots: ['<rootDir>/src', '<rootDir>/__tests__'],
  testPathIgnorePatterns: ['/node_modules/', ...leftOut],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['babel-jest', { presets: [['@babel/preset-typescript', { onlyRemoveTypeImports: true }]] }],
  },
  globalSetup: '<rootDir>/scripts/jest-build.mjs',
  reporters: ['default', '<rootDir>/scripts/jest-closing-line.mjs'],
  maxWorkers: 2,
  // Ends what hangs: how long the others take is up to the machine, and what else that does.
  testTimeout: 600_000,
};
