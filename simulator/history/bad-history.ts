/** The files cannot become a model; the message says what, where and what would be allowed. */
export class BadHistory extends Error {
  override readonly name = 'BadHistory';
}
