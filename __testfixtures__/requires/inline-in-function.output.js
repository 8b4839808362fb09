import path from 'path';
import os from 'os';

function home() {
  return path.join(os.homedir().length > 0 ? 'home' : 'none', 'x');
}

console.log(home());
