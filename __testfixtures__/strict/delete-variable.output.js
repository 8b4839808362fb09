var doomed = 1;
export const gone = false;
