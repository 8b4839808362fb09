for (const key of Object.keys(require('./lib/data.json'))) {
  console.log(key);
}
