/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Only these are crawled: the corpus and the fixtures hold thousands of package.json files of their own.
  roots: ['<rootDir>/src', '<rootDir>/__tests__'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['babel-jest', { presets: [['@babel/preset-typescript', { onlyRemoveTypeImports: true }]] }],
  },
  globalSetup: '<rootDir>/scripts/jest-build.mjs',
  reporters: ['default', '<rootDir>/scripts/jest-closing-line.mjs'],
  maxWorkers: 2,
  testTimeout: 30_000,
};
