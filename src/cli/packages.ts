import { Failure } from './failure.ts';
import { didYouMean } from './nearest.ts';

/** The folders of the packages that `--package` names; a Failure where a workspace has no package of that name. */
export async function packageFolders(
  names: readonly string[] | undefined,
  cwd: string,
): Promise<readonly string[]> {
  if (names === undefined) return [];
  const [{ createManifests }, { findWorkspaces }, { realpath }] = await Promise.all([
    import('../project/packages/manifest.ts'),
    import('../project/packages/workspaces.ts'),
    import('node:fs/promises'),
  ]);
  const { byName } = findWorkspaces(await realpath(cwd), createManifests());
  return names.map((name) => {
    const found = byName.get(name);
    if (found !== undefined) return found.folder || '.';
    throw new Failure(
      `There is no package ${name} in this workspace.${didYouMean(name, byName.keys(), (match) => match)}`,
    );
  });
}
