/** What a caller is told: an HTTP status and a JSON body. Kept as such with the key, so that a repeated request is told the same. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
