import { parse } from '@babel/parser';

/** The text of all comments of a source, sorted: two sources with equal lists have each comment equally often. */
export function commentsOf(source: string): readonly string[] {
  const { comments } = parse(source, {
    sourceType: 'unambiguous',
    errorRecovery: true,
    allowReturnOutsideFunction: true,
    plugins: ['jsx', 'flow'],
  });
  return (comments ?? []).map(({ value }) => value.trim()).sort();
}
