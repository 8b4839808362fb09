import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { errorCode, type FileProblem } from './problem.ts';

export interface SourceText {
  /** The whole text; a byte order mark stays as U+FEFF, so that offsets hold and writing it gives the same bytes. */
  readonly source: string;
  readonly byteOrderMark: boolean;
}

const megabyte = 1024 * 1024;
const limitInMegabytes = 10;

/** What the error codes of the operating system mean, for those that users meet. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'operation not permitted'],
  ['EISDIR', 'it is a folder'],
  ['EMFILE', 'too many open files'],
  ['EIO', 'input/output error'],
]);

/**
 * Reads a source file. Encoding it again as UTF-8 gives the same bytes: everything else is a problem, not a source.
 *
 * @param absolute Path of a file that was found earlier, so that its absence means that it vanished.
 */
export function readSource(absolute: string): SourceText | FileProblem {
  let bytes: Buffer;
  try {
    const { size } = statSync(absolute);
    if (size > limitInMegabytes * megabyte) return tooLarge(size);
    bytes = readFileSync(absolute);
  } catch (error) {
    return unreadable(absolute, errorCode(error));
  }
  return decode(bytes);
}

export function isProblem(result: SourceText | FileProblem): result is FileProblem {
  return 'code' in result;
}

/** The same for bytes that are at hand. */
export function decode(bytes: Uint8Array): SourceText | FileProblem {
  const utf16 = utf16Mark(bytes);
  if (utf16 !== null) return { code: 'encoding', args: { encoding: utf16 } };
  if (bytes.includes(0)) return { code: 'binary', args: {} };
  const source = decodeStrictly(bytes);
  if (source === null)
    return { code: 'encoding', args: { encoding: `not valid UTF-8 (line ${invalidLine(bytes)})` } };
  return { source, byteOrderMark: source.startsWith('\uFEFF') };
}

function utf16Mark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16, little endian';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16, big endian';
  return null;
}

/**
 * Null where a sequence is invalid. A byte order mark stays. Unlike `TextDecoder`, a buffer gives a text without
 * characters above U+00FF one byte per character, which everything after it reads faster.
 */
function decodeStrictly(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** The first line that is no valid UTF-8. No sequence of UTF-8 contains the byte of a line end but for the line end. */
function invalidLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || decodeStrictly(bytes.subarray(start, end)) === null) return line;
    start = end + 1;
  }
}

function tooLarge(size: number): FileProblem {
  return { code: 'too-large', args: { size: Math.ceil(size / megabyte), limit: limitInMegabytes } };
}

function unreadable(absolute: string, code: string): FileProblem {
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') {
    const target = linkTarget(absolute);
    return target === null ? { code: 'vanished', args: {} } : { code: 'broken-symlink', args: { target } };
  }
  return { code: 'unreadable', args: { reason: reasons.get(code) ?? code } };
}

function linkTarget(absolute: string): string | null {
  try {
    return lstatSync(absolute).isSymbolicLink() ? readlinkSync(absolute) : null;
  } catch {
    return null;
  }
}
