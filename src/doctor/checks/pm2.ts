import { type Check, scriptsWith } from '../check.ts';

const config = 'ecosystem.config.js';

/** https://pm2.keymetrics.io/docs/usage/application-declaration/ */
export const pm2: Check = {
  name: 'pm2',
  *run(subject) {
    if (!subject.files.includes(config)) return;
    const [script] = scriptsWith(subject, /\bpm2\b/);
    const place = script?.place ?? config;
    const output = subject.planned.find(({ path }) => path === config)?.output ?? config;
    if (output === config)
      yield {
        level: 'note',
        place,
        message: `pm2 loads ${config} with \`require\`, which gives what an ES module exports from Node.js 20.19 on.`,
        action: 'Let pm2 itself run on that as well: `pm2 update` after a change of Node.js.',
      };
    else
      yield {
        level: 'must',
        place,
        message: `pm2 looks for ${config} where it is not told what to start, and that becomes ${output}.`,
        action: `Say \`${output}\` wherever pm2 is started.`,
      };
  },
};
