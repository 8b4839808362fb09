import { type Check, scriptsWith } from '../check.ts';

const FLAG = /(?:^|\s)(?:-r|--require)[ =]['"]?([@\w./-]+)/g;

/** Modules that only prepare something, and hook nothing. */
const HARMLESS = /^(?:dotenv\/config|source-map-support\/register|reflect-metadata)$/;

/** https://nodejs.org/api/cli.html#-r---require-module */
export const requireHooks: Check = {
  name: '-r hooks',
  *run(subject) {
    for (const { place, command } of scriptsWith(subject, /(?:^|\s)(?:-r|--require)[ =]/))
      for (const [, module = ''] of command.matchAll(FLAG))
        if (!HARMLESS.test(module))
          yield {
            level: 'must',
            place,
            message: `\`-r ${module}\` runs before the program; where it hooks \`require\` (Babel, ts-node, module-alias, mocks), imports go past it.`,
            action: 'Load it with `--import`, and let it register its hooks with `module.register`.',
          };
  },
};
