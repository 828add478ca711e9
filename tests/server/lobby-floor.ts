import { type Lobby, openLobby, type Reply } from './running-service.ts';

/** A running lobby with a manager and a kiosk in it. */
export interface Floor {
  readonly lobby: Lobby;
  readonly manager: string;
  readonly kiosk: string;
  /** A manager's verb at a counter. */
  at(counter: string, verb: string, body?: unknown): Promise<Reply>;
  /** Takes a number at the kiosk; the ticket. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not trusted
  issue(body?: unknown): Promise<any>;
}

export async function openFloor(): Promise<Floor> {
  const lobby = await openLobby();
  const manager = await lobby.token('manager');
  const kiosk = await lobby.token('kiosk');
  return {
    lobby,
    manager,
    kiosk,
    at: (counter, verb, body = {}) => lobby.post(`/counters/${counter}/${verb}`, body, manager),
    issue: async (body = { service: 'cash' }) => (await lobby.post('/tickets', body, kiosk)).body.ticket,
  };
}
