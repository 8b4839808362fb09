export default Object.freeze({ a: 1 });
