import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { RunFacts } from '../../checker/facts.ts';
import type { LinkFacts, OwnFacts } from '../link/link-facts.ts';
import { completed } from './common-part.ts';
import { Packed } from './packed.ts';
import type { ReadFile, ToScan } from './read-and-scan.ts';
import type { Source } from './run-facts.ts';
import type { LinkedScan, ScannedFile } from './scanned.ts';
import { Sharing } from './sharing.ts';

/** Worker threads for one run. */
export interface Workers {
  readonly count: number;
  /** The results for the first files of the task; for all, or as many as are worth a message. */
  scan(task: ScanTask): Promise<readonly ReadFile<ScannedFile>[]>;
  /** What may run in files, as `gatherRuns` tells it. */
  runs(sources: readonly Source[]): Promise<readonly (readonly [id: string, runs: RunFacts])[]>;
  /** The facts of installed files, as `installedFacts` tells them. */
  installed(files: readonly string[]): Promise<readonly InstalledFact[]>;
  /** Indexes of the texts of which the engine cannot tell that they are modules. */
  rejected(texts: readonly string[]): Promise<readonly number[]>;
  end(): Promise<void>;
}

type InstalledFact = readonly [file: string, facts: LinkFacts | null];

export interface ScanTask {
  readonly root: string;
  readonly files: readonly ToScan[];
}

/** The answer to a task: `LinkedFacts` as JSON, what only rewriting needs, packed, and the texts of the files. */
export interface ScanText {
  readonly json: string;
  readonly own: Uint8Array;
  readonly sources: readonly (string | null)[];
}

/** Scanned files, by what their facts have otherwise than those of a usual file. */
export interface LinkedFacts {
  readonly usual: LinkFacts;
  readonly files: readonly (Omit<LinkedScan, 'facts'> & { readonly facts: object | null })[];
}

/** Fewer files are scanned sooner than a worker has started. */
const worthWorkers = 400;
/** Each worker compiles the parser and the checker for itself, which costs as much as scanning some 1,500 files. */
const filesPerWorker = 4000;

/**
 * Starts the workers that so many files are worth; null where one thread is faster.
 *
 * @param jobs the most threads that may work; null: as many as the machine runs at once
 */
export async function startWorkers(files: number, jobs: number | null): Promise<Workers | null> {
  // Workers run the build; the sources, which tests run as they are, need none.
  const isBuilt = import.meta.url.endsWith('.js');
  if (!isBuilt || files < worthWorkers) return null;
  const count = Math.min(jobs ?? availableParallelism(), Math.ceil(files / filesPerWorker));
  const { default: Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    minThreads: count,
    maxThreads: count,
    // `vm.SourceTextModule` asks the engine whether a text is a module.
    execArgv: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    // Syntax trees die young, if there is room for them; and the stack is that of the main thread (984 kB), so that
    // both give up at the same depth (V8 keeps 192 kB of it for itself).
    resourceLimits: { maxYoungGenerationSizeMb: 64, stackSizeMb: (984 + 192) / 1024 },
  });
  const sharing = new Sharing();
  return {
    count,
    async scan(task) {
      const { json, own, sources }: ScanText = await pool.run(task, { name: 'scan' });
      const { usual, files } = sharing.shared(JSON.parse(json)) as LinkedFacts;
      const packed = new Packed<readonly (OwnFacts | null)[]>(own);
      return files.map(({ facts, ...file }, index) => ({
        file: {
          ...file,
          facts: facts && (completed(facts, usual) as LinkFacts),
          own: () => packed.read()[index]!,
        },
        source: sources[index] ?? null,
      }));
    },
    runs: async (sources) => JSON.parse(await pool.run(sources, { name: 'runs' })),
    async installed(files) {
      const share = Math.ceil(files.length / count);
      const parts = Array.from({ length: count }, (_, at) => files.slice(at * share, (at + 1) * share));
      const found = await Promise.all(parts.map((part) => pool.run(part, { name: 'installed' })));
      return found.flatMap((json) => sharing.shared(JSON.parse(json)) as readonly InstalledFact[]);
    },
    rejected: (texts) => pool.run(texts, { name: 'rejected' }),
    end: () => pool.destroy(),
  };
}
