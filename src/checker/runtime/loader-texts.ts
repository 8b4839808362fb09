import type * as t from '@babel/types';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { evaluatesText } from '../path-uses.ts';
import { perScan } from '../per-scan.ts';

/** Texts that are evaluated, and work on tables or methods of the loader. */
export const textsOnLoader = perScan((scan): readonly t.Node[] => {
  if (!mayBeAboutLoader(scan) || !evaluatesText(scan)) return [];
  return [
    ...nodesOf(scan, 'StringLiteral').filter(({ value }) => loaderInText.test(value)),
    ...nodesOf(scan, 'TemplateElement').filter(({ value }) => loaderInText.test(value.raw)),
  ];
});

const loaderInText =
  /\.(?:cache|extensions)\s*\[|\brequire\s*\.\s*(?:cache|extensions)\b|\._(?:cache|extensions|load|resolveFilename)\b/;

/** Whether a file has any of the words that tables and methods of the loader go by. */
export function mayBeAboutLoader({ source }: ScanContext): boolean {
  return words.test(source);
}

const words =
  /\b(?:_?cache|_?extensions|_compile|_findPath|_load|_nodeModulePaths|_resolve\w+|require|wrap(?:per)?)\b/;
