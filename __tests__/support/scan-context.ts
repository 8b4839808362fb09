import { contextOf as contextOfFile, type ScanContext } from '../../src/checker/context.ts';

/** The context of a scan, so that one part of the scan can be tried alone. */
export function contextOf(source: string, path = 'file.js'): ScanContext {
  return contextOfFile(source, path);
}
