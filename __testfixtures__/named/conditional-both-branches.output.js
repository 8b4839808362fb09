export let sep;

if (process.platform === 'never') {
  sep = '\\';
} else {
  sep = '/';
}
