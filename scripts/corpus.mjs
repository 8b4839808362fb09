// npm run corpus -- [name | name@version]...    installs the packages of corpus/packages.json that are missing

import { corpusPackages, installPackage, isInstalled, selectPackages } from './corpus-store.mjs';

const atOnce = 3;

try {
  const wanted = selectPackages(corpusPackages(), process.argv.slice(2));
  const missing = wanted.filter((pkg) => !isInstalled(pkg));
  const started = Date.now();
  const failed = await installAll(missing);

  const counts = [
    `${wanted.length - missing.length} already there`,
    `${missing.length - failed} installed in ${seconds(started)}`,
    `${failed} failed`,
  ];
  console.log(`${wanted.length} packages: ${counts.join(', ')}`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/**
 * Installs in the given order, a few at a time, and says how each went.
 *
 * @param {import('./corpus-store.mjs').CorpusPackage[]} packages
 * @returns {Promise<number>} how many could not be installed
 */
async function installAll(packages) {
  const queue = packages.values();
  let failed = 0;

  async function work() {
    for (const pkg of queue) {
      const started = Date.now();
      try {
        await installPackage(pkg);
        console.log(`${pkg.spec}  ${seconds(started)}`);
      } catch (error) {
        failed += 1;
        console.error(`${pkg.spec}  failed\n${error instanceof Error ? error.message : error}`);
      }
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
