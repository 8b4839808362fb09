const constOfModuleInput = { genre: 'Rock' };
constOfModuleInput.more = true;

export default constOfModuleInput;
