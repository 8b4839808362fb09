import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { Failure } from './failure.ts';

/**
 * Writes text piece by piece, no faster than the reader takes it. A reader that goes away (`esmshift | head`) ends the
 * output but not the run, whose exit status still counts.
 *
 * The stream needs an `error` listener of its own; a failed write is reported here.
 */
export async function emit(stream: Writable, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    const error = await written(stream, piece);
    if (error?.code === 'EPIPE' || error?.code === 'ERR_STREAM_DESTROYED') return;
    if (error) throw new Failure(`The output cannot be written (${error.code ?? error.message}).`);
  }
}

/** Writes the text to a file instead. */
export async function emitToFile(path: string, cwd: string, pieces: Iterable<string>): Promise<void> {
  try {
    await writeFile(resolve(cwd, path), pieces);
  } catch (error) {
    throw new Failure(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function written(stream: Writable, piece: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((done) => stream.write(piece, (error) => done(error ?? null)));
}
