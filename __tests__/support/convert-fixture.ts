import { basename } from 'node:path';
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
  const files = {
    ...companions(fixture),
    ...(isEsm(fixture) ? { 'package.json': '{ "type": "module" }' } : {}),
  };
  const before: Record<string, string> = { ...files, [entry]: fixture.source };
  const after: Record<string, string> = { ...before, [entry]: result.code };
  const modules: ConvertedModule[] = [moduleOf(entry, result)];
  for (const path of usedModules(fixture, before)) {
    const required = convert(before[path] ?? '', { path });
    after[path] = withCommonJsView(path, required);
    modules.push(moduleOf(path, required));
  }
  return { before, after, entry, modules };
}

function moduleOf(path: string, { shape, diagnostics }: ConvertResult): ConvertedModule {
  const conditional = diagnostics.filter(({ code }) => code === 'exports-conditional');
  // The diagnostic names the key first: `exports.key` may never be written.
  const conditionalKeys = conditional.map(({ message }) => /`exports\.([^`]+)`/.exec(message)?.[1] ?? '');
  return { path, output: path, shape: shape ?? 'none', conditionalKeys };
}

/** As linking does for a module that is still required: `require()` gives its default export. */
function withCommonJsView(path: string, { code, shape }: ConvertResult): string {
  return shape === 'default'
    ? `${code}\nexport { default as 'module.exports' } from './${basename(path)}';\n`
    : code;
}

/** The JavaScript files beside the fixture, where it names any file beside it. */
function usedModules({ source }: Fixture, files: Record<string, string>): string[] {
  return source.includes('./lib/') ? Object.keys(files).filter((path) => /^lib\/.*\.js$/.test(path)) : [];
}

/** Whether the fixture is an ES module before it is converted. */
export function isEsm({ source }: Fixture): boolean {
  return /^(?:import|export) /m.test(source);
}
