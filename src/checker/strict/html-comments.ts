import type { StrictRow } from './row.ts';

/** `<!-- text` and `--> text` -> `// text` */
export const htmlComments: StrictRow = {
  rule: 'Comments that look like HTML are no comments in a module',
  clause: 'Annex B.1.1 (Script goal only)',
  inStrictCode: true,
  check({ source, parsed }, report) {
    for (const comment of parsed.comments) {
      const marker = /^(?:<!--|-->)/.exec(source.slice(comment.start!, comment.start! + 4))?.[0];
      if (marker === undefined) continue;
      report.mend('strict-html-comment', [comment.start!, comment.start! + marker.length], '//');
    }
  },
};
