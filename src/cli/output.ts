import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';

/**
 * Writes text piece by piece, no faster than the reader takes it. A reader that goes away (`esmshift | head`) ends the
 * output but not the run, whose exit status still counts.
 *
 * The stream needs an `error` listener of its own; a failed write is reported here.
 */
export async function emit(stream: Writable, pieces: Iterable<string>, signal?: AbortSignal): Promise<void> {
  for (const piece of pieces) {
    signal?.throwIfAborted();
    const error = await written(stream, piece);
    if (error?.code === 'EPIPE' || error?.code === 'ERR_STREAM_DESTROYED') return;
    if (error) throw new Failure(`The output cannot be written (${error.code ?? error.message}).`);
  }
}

/**
 * Writes the text to a file instead: all of it or, where that fails or the signal is aborted, nothing. What is no
 * ordinary file (`/dev/stdout`, a pipe) is written to as it is.
 */
export async function emitToFile(
  path: string,
  { cwd, signal }: Pick<Context, 'cwd' | 'signal'>,
  pieces: Iterable<string>,
): Promise<void> {
  const target = resolve(cwd, path);
  const isOrdinary = await stat(target).then(
    (found) => found.isFile(),
    () => true,
  );
  const file = isOrdinary ? `${target}.${process.pid}.tmp` : target;
  try {
    await writeFile(file, pieces, { signal });
    if (isOrdinary) await rename(file, target);
  } catch (error) {
    if (isOrdinary) await rm(file, { force: true });
    signal.throwIfAborted();
    throw new Failure(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function written(stream: Writable, piece: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((done) => stream.write(piece, (error) => done(error ?? null)));
}
