/** Something that the person can put right: one sentence, perhaps with what to do, and no stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}
