/** Names that Node gives whatever CommonJS an ES module imports: the whole of its exports, no copy of a member. */
export const givenByNode: ReadonlySet<string> = new Set(['default', 'module.exports']);
