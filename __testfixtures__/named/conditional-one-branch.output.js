export let sometimes;

export const always = 1;
if (process.argv.length > 100) {
  sometimes = 2;
}
