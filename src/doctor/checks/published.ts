import { publishedFiles } from '../../project/packages/published.ts';
import { type Check, listed, type Subject } from '../check.ts';

/** What `npm pack` would ship, before and after. */
export const published: Check = {
  name: 'npm pack',
  *run(subject) {
    if (subject.manifest.private) return;
    const { before, after, lost } = shipped(subject);
    if (lost.length > 0)
      yield {
        level: 'must',
        place: 'package.json files',
        message: `${lost.length === 1 ? 'A file is' : `${lost.length} files are`} no longer published under the new name: ${listed(lost)}.`,
        action: 'Extend `files` by their endings, for instance from `lib/*.js` to `lib/*.{js,cjs}`.',
      };
    const added = after.filter((path) => !before.includes(path));
    const gone = before.filter((path) => !after.includes(path));
    yield {
      level: 'note',
      place: 'package.json files',
      message:
        added.length + gone.length === 0
          ? `The same ${before.length} files are published before and after.`
          : `Published before: ${before.length} files, after: ${after.length}; new ${listed(added) || 'none'}, gone ${listed(gone) || 'none'}.`,
      action: 'Compare with `npm pack --dry-run`.',
    };
  },
};

function shipped({ manifest, files, planned }: Subject) {
  const isPublished = publishedFiles(manifest);
  const outputs = new Map(planned.flatMap(({ path, output, file }) => (file.added ? [] : [[path, output]])));
  const before = files.filter(isPublished);
  const kept = files.map((path) => ({ path, output: outputs.get(path) ?? path }));
  const added = planned.flatMap(({ path, file }) => (file.added ? [path] : []));
  const after = [...new Set([...kept.map(({ output }) => output), ...added])].filter(isPublished);
  const lost = kept.filter(({ path, output }) => isPublished(path) && !isPublished(output));
  return { before, after, lost: lost.map(({ output }) => output) };
}
