async function load() {
  const { promises } = require('fs');
  return typeof promises.readFile;
}

load().then(console.log);
