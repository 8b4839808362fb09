import { type Check, scriptsWith, uses } from '../check.ts';

const CONFIGS = /^(?:\.eslintrc(?:\.(?:js|cjs|json|ya?ml))?|eslint\.config\.(?:js|cjs|mjs))$/;

/** https://eslint.org/docs/latest/use/configure/language-options */
export const eslint: Check = {
  name: 'eslint',
  *run(subject) {
    if (!uses(subject, 'eslint')) return;
    for (const path of subject.files.filter((file) => CONFIGS.test(file))) {
      if (/sourceType['"]?\s*:\s*['"](?:script|commonjs)/.test(subject.textOf(path)))
        yield {
          level: 'must',
          place: path,
          message: 'The configuration takes all files for scripts, where `import` is a syntax error.',
          action: "Set `sourceType: 'module'`, and 'commonjs' for *.cjs only.",
        };
    }
    for (const { place } of scriptsWith(subject, /\beslint\b.*--ext[ =](?!\S*cjs)/))
      yield {
        level: 'should',
        place,
        message: '--ext names the endings that are looked at, and files that stay CommonJS end in .cjs.',
        action: 'Add .cjs and .mjs.',
      };
  },
};
