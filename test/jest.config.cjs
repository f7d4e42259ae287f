// Run by infra/start/klubba.mjs, which sets --experimental-vm-modules: jest needs it to load Nest 12 (ESM only) from CommonJS.
// Spec files of one worker share native modules but not their globals: an error of better-sqlite3 is no `instanceof Error` in the second file.
module.exports = {
  rootDir: '..',
  roots: ['<rootDir>/libs', '<rootDir>/infra', '<rootDir>/apps', '<rootDir>/test'],
  testEnvironment: 'node',
  testRegex: '[.]spec[.]ts$',
  moduleNameMapper: { '^@klubba/(.*)$': '<rootDir>/libs/$1' },
  transform: {
    '^.+[.]ts$': ['@swc/jest', {
      jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false }, keepClassNames: true },
      module: { type: 'commonjs' },
    }],
  },
  maxWorkers: '100%',
  // No test has a limit of its own: on a busy machine slow is not wrong. This one only ends what hangs.
  testTimeout: 300_000,
};
