/** How a diff is laid out: old beside new, or one under the other. */
export type DiffLayout = 'split' | 'unified';
