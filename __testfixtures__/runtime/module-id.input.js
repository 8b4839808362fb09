console.log(module.id, module.loaded);
