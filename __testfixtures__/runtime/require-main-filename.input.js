console.log(require('path').basename(require.main.filename));
