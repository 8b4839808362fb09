switch (process.platform) {
  case 'never':
    exports.home = 'nowhere';
    break;
  case 'linux':
    exports.home = '/home';
}
