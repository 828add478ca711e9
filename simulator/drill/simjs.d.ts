/** The part of simjs 2.0.3 that the drill uses; the package has no types. The rest of it is not used, for reasons in `simjs-loader.ts`. */

/** A pending event. */
export interface SimRequest {
  /** Runs when the event happens. */
  done(callback: (argument?: unknown) => void, context?: object, argument?: unknown): SimRequest;
  cancel(): void;
}

export interface SimEntity {
  /** simjs numbers its entities: the names of things stand elsewhere. */
  readonly id: number;
  readonly sim: Sim;
  /** Present time of the simulation. */
  time(): number;
  setTimer(duration: number): SimRequest;
  send(message: unknown, delay: number, to?: SimEntity | readonly SimEntity[]): void;
  onMessage?(sender: SimEntity, message: unknown): void;
  finalize?(): void;
}

export interface Sim {
  time(): number;
  /** Makes the entity and calls its `start` with the arguments. */
  addEntity<E extends SimEntity, A extends unknown[]>(
    kind: new (sim: Sim, name?: string) => E & { start(...args: A): void },
    name?: string,
    ...args: A
  ): E;
  /** Runs up to `maxEvents` events; true when none is left. */
  simulate(endTime: number, maxEvents: number): boolean;
}

export interface SimApi {
  readonly Sim: new () => Sim;
  readonly Entity: new (sim: Sim, name?: string) => SimEntity;
}
