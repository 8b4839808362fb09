import { join } from 'path';
import { homedir } from 'os';

function home() {
  return join(homedir().length > 0 ? 'home' : 'none', 'x');
}

console.log(home());
