const enumeratedOwnInput = { b: 1, a: 2 };
Object.keys(enumeratedOwnInput).forEach(function (key) {
  console.log(key, enumeratedOwnInput[key]);
});

export default enumeratedOwnInput;
