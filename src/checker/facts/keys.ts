/** In lists of keys: any key, since only running the program would tell which. */
export const ANY_KEY = '*';
