exports.tell = () => 'two, ' + three.tell();
const three = require('./three');
