import { type ConvertResult, convert } from '../../src/project/convert.ts';
import { neighbourResolver } from '../../src/project/neighbours.ts';
import { companions, type Fixture, programName } from './fixtures.ts';
import type { Conversion, ConvertedModule } from './oracle.ts';

/** Converts a fixture's text, or another one in its place, as a file of the fixture's folder. */
export function convertFixture({ path, source }: Fixture, text = source): ConvertResult {
  return convert(text, { path, resolve: neighbourResolver(path) });
}

/** The program that a fixture makes together with the files that it requires, before and after. */
export function fixtureProgram(fixture: Fixture, result: ConvertResult): Conversion {
  const entry = programName(fixture);
  const before: Record<string, string> = { ...companions(fixture), [entry]: fixture.source };
  const after: Record<string, string> = { ...before, [entry]: result.code };
  const modules: ConvertedModule[] = [{ path: entry, output: entry, shape: result.shape ?? 'none' }];
  for (const path of usedModules(fixture, before)) {
    const { code, shape } = convert(before[path] ?? '', { path });
    after[path] = code;
    modules.push({ path, output: path, shape: shape ?? 'none' });
  }
  return { before, after, entry, modules };
}

/** The JavaScript files beside the fixture, where it names any file beside it. */
function usedModules({ source }: Fixture, files: Record<string, string>): string[] {
  return source.includes('./lib/') ? Object.keys(files).filter((path) => /^lib\/.*\.js$/.test(path)) : [];
}
