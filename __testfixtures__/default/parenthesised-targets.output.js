const parenthesisedTargets = ({});
(parenthesisedTargets).a = 1;

export default parenthesisedTargets;
