import { type Check, scriptsWith, uses } from '../check.ts';

/** https://github.com/istanbuljs/nyc#support-for-es-modules, https://github.com/bcoe/c8 */
export const nyc: Check = {
  name: 'nyc',
  *run(subject) {
    if (!uses(subject, 'nyc')) return;
    const [script] = scriptsWith(subject, /\bnyc\b/);
    yield {
      level: 'must',
      place: script?.place ?? 'package.json devDependencies.nyc',
      message: 'nyc instruments what `require` loads; ES modules count as not covered.',
      action: 'Use c8, which takes the same options, or @istanbuljs/esm-loader-hook.',
    };
  },
};
