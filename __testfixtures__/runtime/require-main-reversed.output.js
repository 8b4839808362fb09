import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const isMain = (() => {
  try {
    return require.resolve(process.argv[1]) === import.meta.filename;
  } catch {
    return false;
  }
})();

export const run = () => 'ran';
export const name = 'x';

if (isMain) console.log(run());
else console.log('loaded');
