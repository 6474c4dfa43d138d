import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Sentences and words live in knowledge/; letters have names in src/text/letters.ts. Tests may hold Arabic. */
const noArabicInCode = [
  'Literal[raw=/[\u0600-\u06FF]/]',
  'TemplateElement[value.raw=/[\u0600-\u06FF]/]',
  'JSXText[raw=/[\u0600-\u06FF]/]',
].map((selector) => ({
  selector,
  message: 'No Arabic in code: put the sentence in knowledge/messages.yaml, or name the letter in src/text/letters.ts.',
}));

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'release/',
      'dist/',
      'data/',
      'coverage/',
      'test-artefacts/',
      'bench/results/',
      'bench/widget/',
      'bench/agents/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: [
            '*.mjs',
            '*.cjs',
            'deploy/*.mjs',
            'bench/lib/agents/*.cjs',
            'test/helpers/microsoft/*.cjs',
          ],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'dialogs/**/*.ts', 'web/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...noArabicInCode] },
  },
  {
    // Only the roof reads the environment, and only the command line prints.
    files: ['src/**/*.ts', 'dialogs/**/*.ts'],
    ignores: ['src/main.ts', 'src/program/settings/load-environment.ts', 'src/cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only load-environment.ts reads the environment.' },
        { object: 'process', property: 'exit', message: 'Only main.ts and cli/ end the process.' },
      ],
    },
  },
  { files: ['src/cli/**', 'bench/**', '**/*.mjs', 'test/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: 'readonly', module: 'writable' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
