const which = 'named';

console.log(require(`./lib/${which}`).one);
