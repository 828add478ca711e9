import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP line to a server that a test can cut and mend: what a pulled cable or a restarted switch does to a screen. */
export class CuttableLine {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #cut = false;

  private constructor(to: number) {
    this.#server = createServer((near) => {
      if (this.#cut) {
        near.destroy();
        return;
      }
      const far = connect(to, '127.0.0.1');
      for (const end of [near, far]) {
        this.#open.add(end);
        end.on('close', () => {
          this.#open.delete(end);
          near.destroy();
          far.destroy();
        });
        end.on('error', () => {});
      }
      near.pipe(far).pipe(near);
    });
  }

  static async to(port: number): Promise<CuttableLine> {
    const line = new CuttableLine(port);
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  cut(): void {
    this.#cut = true;
    for (const end of this.#open) end.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
