import { type Check, scriptsWith } from '../check.ts';

/** https://pm2.keymetrics.io/docs/usage/application-declaration/ */
export const pm2: Check = {
  name: 'pm2',
  *run(subject) {
    if (!subject.files.includes('ecosystem.config.js')) return;
    const [script] = scriptsWith(subject, /\bpm2\b/);
    yield {
      level: 'must',
      place: script?.place ?? 'ecosystem.config.js',
      message: 'pm2 loads ecosystem.config.js with `require`, and wants an object from it.',
      action: 'Name it ecosystem.config.cjs, and say so wherever pm2 is started.',
    };
  },
};
