const one = require('./one');
function fill(target) {
  target.tell = () => 'three knows ' + Object.keys(one);
}
fill(exports);
