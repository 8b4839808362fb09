import { transformSync } from '@babel/core';
// @ts-expect-error The plugin brings no types.
import commonJs from '@babel/plugin-transform-modules-commonjs';

/** What Babel makes of an ES module. */
export function babel(source: string, options: { readonly loose?: boolean } = {}): string {
  const result = transformSync(source, {
    babelrc: false,
    configFile: false,
    plugins: [[commonJs, options]],
  });
  return `${result?.code}\n`;
}
