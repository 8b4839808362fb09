const parenthesisedTargetsInput = ({});
(parenthesisedTargetsInput).a = 1;

export default parenthesisedTargetsInput;
