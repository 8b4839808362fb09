const thisReturnedInput = {
  self() {
    return this === thisReturnedInput;
  },
};
export default thisReturnedInput;
