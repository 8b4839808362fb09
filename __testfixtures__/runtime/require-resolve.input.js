console.log(require('path').basename(require.resolve('./require-resolve-target.json')));
