import { type Check, scriptsWith } from '../check.ts';

/** https://typestrong.org/ts-node/docs/imports/ */
export const tsNode: Check = {
  name: 'ts-node',
  *run(subject) {
    for (const { place, command } of scriptsWith(subject, /\bts-node(?:-dev)?\b(?!\/esm|-esm)/))
      yield {
        level: 'must',
        place,
        message: /ts-node-dev/.test(command)
          ? 'ts-node-dev does not load ES modules.'
          : 'ts-node hooks `require`; in a package of the type `module` it fails with ERR_UNKNOWN_FILE_EXTENSION.',
        action: 'Use tsx, or `node --loader ts-node/esm`.',
      };
  },
};
