import type { ParserPlugin } from '@babel/parser';

export type Language = 'javascript' | 'flow' | 'typescript';

const TYPESCRIPT_ENDING = /\.[cm]?tsx?$/;
const DECLARATION_ENDING = /\.d(?:\.[^./]+)?\.[cm]?ts$/;
const FLOW_PRAGMA = /@(?:no)?flow\b/;
/** One piece of what may stand before the first statement without ending the file's header. */
const HEADER_PIECE = /[\s\uFEFF;]+|#!.*|\/\/.*|\/\*[\s\S]*?\*\/|'[^'\n]*'|"[^"\n]*"/y;

/**
 * The language of a file, by its ending and, for JavaScript, by an `@flow` or `@noflow` comment in its header
 * (before the first statement that is not a directive, which is where Flow itself looks).
 */
export function languageOf(source: string, path: string): Language {
  if (TYPESCRIPT_ENDING.test(path)) return 'typescript';
  return FLOW_PRAGMA.test(source) && hasFlowHeader(source) ? 'flow' : 'javascript';
}

function hasFlowHeader(source: string): boolean {
  HEADER_PIECE.lastIndex = 0;
  for (let match = HEADER_PIECE.exec(source); match; match = HEADER_PIECE.exec(source)) {
    if (match[0].startsWith('/') && FLOW_PRAGMA.test(match[0])) return true;
  }
  return false;
}

/** Proposals that some version of Node from 20 on runs, and `assert`, which 20 still does. */
const NEWER_SYNTAX: readonly ParserPlugin[] = [
  'decoratorAutoAccessors',
  'deprecatedImportAssert',
  'deferredImportEvaluation',
  'sourcePhaseImports',
];

/** TypeScript decorates parameters too, which only the older decorators know. */
const DECORATORS: Readonly<Record<Language, ParserPlugin>> = {
  javascript: 'decorators',
  flow: 'decorators',
  typescript: 'decorators-legacy',
};

/** The parser's plugins for a language. JSX is off in plain `.ts`, where `<T>x` is a type assertion. */
export function pluginsFor(language: Language, path: string): ParserPlugin[] {
  const plugins = [DECORATORS[language], ...NEWER_SYNTAX];
  if (language !== 'typescript' || path.endsWith('.tsx')) plugins.push('jsx');
  if (language === 'flow') plugins.push('flow');
  if (language === 'typescript') plugins.push(['typescript', { dts: DECLARATION_ENDING.test(path) }]);
  return plugins;
}
