import fs from 'fs';

async function load() {
  const { promises } = fs;
  return typeof promises.readFile;
}

load().then(console.log);
