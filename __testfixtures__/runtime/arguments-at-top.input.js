console.log(arguments.length);
