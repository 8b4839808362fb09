if (process.platform === 'never') {
  exports.sep = '\\';
} else {
  exports.sep = '/';
}
