import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @type {import('../packages/worker.mjs').Work} */
export default async function bundle(webpack, { site }) {
  const source = join(site, 'bundled');
  mkdirSync(source, { recursive: true });
  writeFileSync(
    join(source, 'index.js'),
    "import { used } from './lib.js';\nconsole.log(used, MODE);\nimport('./late.js');\n",
  );
  writeFileSync(join(source, 'lib.js'), "export const used = 'used';\nexport const unused = 'unused';\n");
  writeFileSync(join(source, 'late.js'), 'module.exports = 7;\n');
  const compiler = webpack({
    context: source,
    entry: './index.js',
    mode: 'development',
    devtool: false,
    output: { path: join(site, 'output') },
    plugins: [new webpack.DefinePlugin({ MODE: '"tested"' }), new webpack.BannerPlugin('a banner')],
  });
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  const { errors, warnings, assets, modules } = stats.toJson();
  console.log(
    errors,
    warnings,
    assets.map((asset) => [asset.name, asset.size]),
    modules.map((module) => module.name),
  );
  console.log(readFileSync(join(site, 'output/main.js'), 'utf8').replaceAll(site, '<site>').slice(0, 2000));
  try {
    webpack({ entry: 5 });
  } catch (error) {
    console.log(String(error).slice(0, 300));
  }
  console.log(Object.keys(webpack.optimize), webpack.version, typeof webpack.sources.RawSource);
}
