import data from './lib/data.json' with { type: 'json' };

for (const key of Object.keys(data)) {
  console.log(key);
}
