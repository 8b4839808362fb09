exports.run = () => 'ran';
exports.name = 'x';

if (module === require.main) console.log(exports.run());
else console.log('loaded');
