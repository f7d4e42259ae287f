import { join } from 'node:path';
import tseslint from 'typescript-eslint';

// What the compiler cannot see: a promise nobody waits for, a case nobody handles, an `any` that spreads. Layout is no matter of rules.
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', '**/*.cjs', '**/*.mjs', '**/*.js'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: join(import.meta.dirname, '..') } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // The record reads arrays and maps by keys it has just checked; noUncheckedIndexedAccess makes each such place say `!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Adapters answer a promise because the port does, also where the work is synchronous.
      '@typescript-eslint/require-await': 'off',
      // Ports answer at once or later (`Promise<unknown> | unknown`), and callers wait for either.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/await-thenable': 'off',
      // `never` stands where every case is handled and the text says that it was not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNever: true }],
      // GraphQL's kinds are written as their names.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // It counts also casts that only the checker's newest inference makes needless, and mending those leaves unused imports.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      eqeqeq: 'error',
      'no-control-regex': 'error',
      'no-console': 'error',
    },
  },
  // Tests read answers as they come over the wire, and hand methods on.
  {
    files: ['test/**', '**/*.spec.ts'],
    rules: Object.fromEntries(['no-unsafe-assignment', 'no-unsafe-member-access', 'no-unsafe-call', 'no-unsafe-argument', 'no-unsafe-return', 'unbound-method'].map((rule) => [`@typescript-eslint/${rule}`, 'off'])),
  },
  // Programs talk to whoever started them.
  { files: ['apps/**/main.ts', 'apps/granska/**', 'test/bench/**'], rules: { 'no-console': 'off' } },
);
