console.log(require('path').basename(module.filename));
