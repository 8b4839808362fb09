export default (console.log('side effect'), { value: 1 });
