import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';

export interface Gallery {
  readonly url: string;
  close(): Promise<void>;
}

/** The gallery as `npm run gallery` serves it. It is in no build: no branch loads it. */
export async function serveGallery(): Promise<Gallery> {
  const server: ViteDevServer = await createServer({
    root: resolve(import.meta.dirname, '../..'),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', watch: null, hmr: false },
  });
  await server.listen();
  const { port } = server.httpServer!.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/display/ui/gallery/`, close: () => server.close() };
}
