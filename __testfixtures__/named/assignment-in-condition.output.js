export let found;

if ((found = [1, 2, 3].find((n) => n > 1))) {
  console.log('found', found);
}
