const assignedTwiceExtendingInput = { a: 1 };
export default Object.assign({}, assignedTwiceExtendingInput, { b: 2 });
