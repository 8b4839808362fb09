import { type Check, scriptsWith, uses } from '../check.ts';

/** https://github.com/remy/nodemon#specifying-extension-watch-list */
export const nodemon: Check = {
  name: 'nodemon',
  *run(subject) {
    if (!uses(subject, 'nodemon')) return;
    const renamed = subject.planned.some(({ path, output }) => path !== output);
    for (const { place, command } of scriptsWith(subject, /\bnodemon\b/)) {
      const endings = /(?:--ext|-e)[ =]['"]?([\w,. ]+)/.exec(command)?.[1];
      if (renamed && endings !== undefined && !/\bcjs\b/.test(endings))
        yield {
          level: 'should',
          place,
          message: `nodemon watches files that end in ${endings.trim()}, and some are renamed to .cjs or .mjs.`,
          action: 'Add cjs and mjs to --ext.',
        };
    }
  },
};
