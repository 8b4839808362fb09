export let sometimes;

process.argv.length > 100 && (sometimes = 2);
