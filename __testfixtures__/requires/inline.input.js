console.log(require('path').join('a', 'b'), require('util').format('%s', require('os').EOL.length));
