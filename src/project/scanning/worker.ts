/** What runs in a worker thread. Everything that comes in or goes out is plain data. */
import * as vm from 'node:vm';
import { scan as scanModule } from '../../checker/scan.ts';
import { sideBySide } from '../../checker/steps.ts';
import { type LinkFacts, linkedPart, type OwnFacts, ownPart } from '../link/link-facts.ts';
import { differences } from './common-part.ts';
import { installedFactsInParts } from './installed-facts.ts';
import { pack } from './packed.ts';
import { readAndScan } from './read-and-scan.ts';
import { gatherRuns, type Source } from './run-facts.ts';
import { enoughCharacters } from './scan-files.ts';
import type { LinkedFacts, ScanTask, ScanText } from './workers.ts';

/** What most files are like: an empty one. */
const usual = linkedPart(scanModule('', { path: '' }));

/**
 * Scans the first files of a task, as many as are worth it.
 *
 * JSON is the cheapest form in which facts travel: half the time that structured cloning takes. What is as usual does not
 * travel with each file; what only rewriting needs stays packed until then.
 */
export function scan({ root, files: wantedFiles }: ScanTask): ScanText {
  const files: LinkedFacts['files'][number][] = [];
  const own: (OwnFacts | null)[] = [];
  const sources: (string | null)[] = [];
  let characters = 0;
  while (files.length < wantedFiles.length && characters <= enoughCharacters) {
    for (const { file, source } of readAndScan(root, wantedFiles, files.length)) {
      characters += (source ?? wantedFiles[files.length]!.source)?.length ?? 0;
      files.push({ ...file, facts: file.facts && differences(linkedPart(file.facts), usual) });
      own.push(file.facts && ownPart(file.facts));
      sources.push(source);
    }
  }
  return { json: JSON.stringify({ usual, files }), own: pack(own), sources };
}

/** What may run in files, as JSON. */
export function runs(sources: readonly Source[]): string {
  return JSON.stringify(gatherRuns(sources));
}

/** So many installed files are scanned side by side. */
const INSTALLED_FILES = 8;

/** The facts of installed files, as JSON. */
export function installed(files: readonly string[]): string {
  const facts: (LinkFacts | null)[] = [];
  while (facts.length < files.length) {
    const next = files.slice(facts.length, facts.length + INSTALLED_FILES);
    facts.push(...sideBySide(next.map(installedFactsInParts)));
  }
  return JSON.stringify(files.map((file, index) => [file, facts[index]]));
}

/**
 * Which texts the engine does not take for modules: those that are none, and those that are written in JSX or in syntax
 * that it does not know yet. Nothing is linked or evaluated.
 *
 * @returns their indexes
 */
export function rejected(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text, index) => (isModule(text) ? [] : [index]));
}

function isModule(text: string): boolean {
  try {
    new vm.SourceTextModule(text);
    return true;
  } catch {
    return false;
  }
}
