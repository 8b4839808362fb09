console.log(this === module.exports, typeof this);
