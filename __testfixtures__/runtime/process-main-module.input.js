console.log(process.mainModule === module);
