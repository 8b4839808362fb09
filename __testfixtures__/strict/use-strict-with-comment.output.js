// old habit
/* between */
export const a = 1;
