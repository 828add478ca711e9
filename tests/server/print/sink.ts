import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Mailbox } from './mailbox.ts';

const askPaper = Buffer.from([0x10, 0x04, 0x04]);
/** The last command of every slip; its second and third byte also occur in pictures, so only at the end it counts. */
const askDone = Buffer.from([0x1d, 0x72, 0x01]);

/** How a printer behaves on one connection. */
export type Manner =
  /** Answers, prints, says done. */
  | 'prints'
  /** Accepts and is silent. */
  | 'mute'
  /** Takes the slip and does not say done until `sayDone`. */
  | 'ponders'
  /** Has paper when asked first, takes the slip, and runs out in the middle of it, until `sayDone`. */
  | 'runs-out'
  /** Hangs up when half a slip is there. */
  | 'breaks'
  /** Hangs up at once. */
  | 'hangs-up'
  | 'no-paper'
  | 'little-paper'
  /** A one-way print server: no answers; hangs up when the other side has. */
  | 'one-way'
  /** A one-way print server that keeps the line open. */
  | 'one-way-open';

/** A receipt printer on the loopback: a real TCP server that keeps the bytes of every slip. */
export class Sink {
  /** How the coming connections are served; the last one goes for all after it. */
  manners: Manner[] = ['prints'];
  /** Slips taken whole. */
  readonly jobs = new Mailbox<Buffer>();
  /** Every byte received, a connection each, once the connection has gone. */
  readonly connections = new Mailbox<Buffer>();
  /** Each time somebody asked for paper. */
  readonly asked = new Mailbox<Socket>();
  /** Each time a slip was taken whole by a printer that ponders. */
  readonly pondering = new Mailbox<Socket>();
  /** Each time the other side had nothing more to send. */
  readonly ended = new Mailbox<Socket>();
  /** Connections open at the same time, at most. */
  mostAtOnce = 0;
  #server: Server | null = null;
  readonly #sockets = new Set<Socket>();
  #port = 0;

  get port(): number {
    return this.#port;
  }

  /** Listens, at the same port as before. */
  async start(): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (socket) => this.#serve(socket));
    this.#server = server;
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Stops listening: a connection is refused from now on. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  sayDone(socket: Socket): void {
    socket.write(Uint8Array.of(0x00));
  }

  #serve(socket: Socket): void {
    const manner = this.manners.length > 1 ? this.manners.shift()! : this.manners[0]!;
    this.#sockets.add(socket);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#sockets.size);
    const all: Buffer[] = [];
    let slip = Buffer.alloc(0);
    let empty = manner === 'no-paper';
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.connections.put(Buffer.concat(all));
    });
    if (manner === 'hangs-up') {
      socket.destroy();
      return;
    }
    socket.on('end', () => {
      this.ended.put(socket);
      if (manner === 'one-way') this.jobs.put(slip);
      if (manner !== 'one-way-open') socket.end();
    });
    socket.on('data', (data) => {
      all.push(data);
      slip = Buffer.concat([slip, data]);
      if (slip.subarray(0, askPaper.length).equals(askPaper)) {
        slip = slip.subarray(askPaper.length);
        if (manner !== 'mute') socket.write(Uint8Array.of(0x12 | (empty ? 0x60 : 0) | (manner === 'little-paper' ? 0x0c : 0)));
        this.asked.put(socket);
      }
      if (manner === 'breaks' && slip.length > 1_000) socket.destroy();
      if (manner.startsWith('one-way') || !slip.subarray(-askDone.length).equals(askDone)) return;
      if (manner === 'ponders' || manner === 'runs-out') this.pondering.put(socket);
      else if (manner === 'prints' || manner === 'little-paper') this.sayDone(socket);
      else return;
      this.jobs.put(slip);
      slip = Buffer.alloc(0);
      empty = manner === 'runs-out';
    });
  }
}
