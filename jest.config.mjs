/** Unit and end-to-end tests. Those that talk to a real server (*.int.spec.ts) have jest.int.config.mjs. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/replay', '<rootDir>/bench'],
  testRegex: '(?<!\\.int)\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  // `x.json.js` is a package's own way to ship data, no source of ours.
  moduleNameMapper: { '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1' },
  // 'source' makes '#domain/*' and its like lead to the TypeScript sources.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.ts$': '@swc/jest' },
  testSequencer: '<rootDir>/jest.sequencer.mjs',
  // Ends a test that hangs; a busy machine may take long.
  testTimeout: 60_000,
  // istanbul counts swc's decorator helpers as branches that nobody covered.
  coverageProvider: 'v8',
};
