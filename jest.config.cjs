module.exports = {
  testEnvironment: 'node',
  testRegex: '[.]spec[.]ts$',
  roots: ['<rootDir>/libs', '<rootDir>/infra', '<rootDir>/apps', '<rootDir>/test'],
  moduleNameMapper: { '^@klubba/(.*)$': '<rootDir>/libs/$1' },
  transform: {
    '^.+[.]ts$': ['@swc/jest', {
      jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false }, keepClassNames: true },
      module: { type: 'commonjs' },
    }],
  },
};
