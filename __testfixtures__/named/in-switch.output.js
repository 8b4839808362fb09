export let home;

switch (process.platform) {
  case 'never':
    home = 'nowhere';
    break;
  case 'linux':
    home = '/home';
}
