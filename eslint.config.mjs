import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.spec.ts', '**/testing/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'replay/**/*.ts'];
/** Places where a line on standard output is the result. */
const SPEAKING = [
  'apps/*/src/cli/**',
  'bin/**',
  'scripts/**',
  'bench/**',
  'replay/**',
  'test/support/**',
  'test/eventstoredb-protocol/probe.ts',
];

const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'Write a union of literals.' };
const CLOCK = 'The domain has no clock: the time comes in with the command.';
const CHANCE = 'The domain is deterministic: ids and chance come in with the command.';

/** What would make a decision depend on anything but the command and the state. */
const PURE_DOMAIN = {
  'no-restricted-globals': [
    'error',
    { name: 'crypto', message: CHANCE },
    { name: 'performance', message: CLOCK },
    { name: 'process', message: 'The domain does not know where it runs.' },
    { name: 'globalThis', message: 'The domain does not know where it runs.' },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: CLOCK },
    { object: 'Temporal', property: 'Now', message: CLOCK },
    { object: 'Math', property: 'random', message: CHANCE },
  ],
  'no-restricted-syntax': [
    'error',
    NO_ENUM,
    { selector: "NewExpression[callee.name='Date']", message: CLOCK },
    { selector: "CallExpression[callee.name='Date']", message: CLOCK },
  ],
};

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'data/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // An exhaustive switch over commands or events is one decision, however long the union is.
      complexity: ['error', { max: 8, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', NO_ENUM],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A Nest module is a class without members.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['apps/api/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // A DTO is a class for its decorators only; what goes through it is plain data without methods.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  { files: ['libs/domain/src/**/*.ts'], ignores: TESTS, rules: PURE_DOMAIN },
  {
    files: TESTS,
    rules: {
      // Matchers such as expect.any() are typed as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: SPEAKING, rules: { 'no-console': 'off' } },
);
