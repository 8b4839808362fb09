/** What is exported. */

/** Says so. */
export const say = () => 'so';
