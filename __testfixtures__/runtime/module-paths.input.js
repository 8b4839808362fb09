console.log(module.paths.length > 0);
