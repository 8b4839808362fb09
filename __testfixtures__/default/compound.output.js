let compoundInput = {};

compoundInput ||= { never: 'assigned' };
export default compoundInput;
