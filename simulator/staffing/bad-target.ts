/** A target that cannot be read; the message says what, where and what is allowed. */
export class BadTarget extends Error {
  override readonly name = 'BadTarget';
}
