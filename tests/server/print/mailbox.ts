/** Things that happen, kept in order until somebody asks for the next. */
export class Mailbox<T> {
  readonly #kept: T[] = [];
  readonly #asking: ((thing: T) => void)[] = [];

  readonly put = (thing: T): void => {
    const first = this.#asking.shift();
    if (first === undefined) this.#kept.push(thing);
    else first(thing);
  };

  next(): Promise<T> {
    return this.#kept.length > 0 ? Promise.resolve(this.#kept.shift()!) : new Promise((resolve) => this.#asking.push(resolve));
  }

  /** The next thing that fits; the ones before it are passed over. */
  async nextWhere(fits: (thing: T) => boolean): Promise<T> {
    for (;;) {
      const thing = await this.next();
      if (fits(thing)) return thing;
    }
  }

  /** What has happened and was not asked for. */
  get left(): readonly T[] {
    return this.#kept;
  }
}
