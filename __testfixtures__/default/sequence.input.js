module.exports = (console.log('side effect'), { value: 1 });
