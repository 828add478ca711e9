import { createSecretKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makeFolder } from '../simulator/cli/make-folder.ts';
import { Authenticator } from './auth/authenticator.ts';
import { KioskRate } from './auth/kiosk-rate.ts';
import { BranchDirectory } from './branches/branch-directory.ts';
import { systemClock } from './branches/clock.ts';
import { isDue } from './branches/housekeeping.ts';
import { randomIds } from './branches/ids.ts';
import type { Config } from './config.ts';
import { dataFiles } from './data-files.ts';
import { setUpDemo } from './demo/set-up.ts';
import { makeApp } from './http/app.ts';
import { buildId } from './http/build-id.ts';
import { allowedOrigins } from './http/origins.ts';
import type { Service } from './http/service.ts';
import { makeLog } from './observe/log.ts';
import { makeMetrics } from './observe/metrics.ts';
import { makePrinters } from './print/printers.ts';
import { readPrintersFile } from './print/printers-file.ts';
import { SocketServer } from './realtime/socket-server.ts';
import { readSecret } from './side-store/secret.ts';
import { SideStore } from './side-store/side-store.ts';
import { takeServeLock } from './store/sqlite/serve-lock.ts';
import { sqliteStore } from './store/sqlite/sqlite-store.ts';

export interface Running {
  readonly service: Service;
  /** Where it listens, e.g. http://localhost:3000. */
  readonly url: string;
  close(): Promise<void>;
}

/** The service cannot start: one line that says why and what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const screensFolder = join(import.meta.dirname, '..', 'dist');
const followMs = 250;
const secondMs = 1_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
/** A client that still repeats a command after this long is told of a new one. */
const keysKeptMs = 7 * 24 * hourMs;

/** Puts the service together on a data folder and starts it. */
export async function startService(
  config: Config,
  ports: { readonly clock?: typeof systemClock; readonly ticketsPerSecond?: number } = {},
): Promise<Running> {
  const clock = ports.clock ?? systemClock;
  const files = dataFiles(config.dataFolder);
  const lock = openFolder(config.dataFolder, files.lock);
  const log = makeLog(config.logLevel);
  const metrics = makeMetrics({ process: true });
  const closers: (() => unknown)[] = [() => lock.release()];
  const undo = async (): Promise<void> => {
    for (const close of closers.reverse()) await close();
  };
  try {
    const store = await sqliteStore(files.journal);
    closers.push(() => store.close());
    const printersFile = readPrintersFile(files.printers);
    if ('problem' in printersFile) throw new CannotStart(printersFile.problem);
    const printers = makePrinters(
      printersFile,
      ({ branch, kiosk }) => ({
        onOutcome: (outcome) => {
          // The number only: a slip's link is as good as the ticket.
          if (outcome.result === 'not-printed')
            log.warn({ branch, kiosk, number: outcome.slip.number, reason: outcome.reason }, 'a slip was not printed');
        },
        onStatus: ({ code, paperLow }) => log.warn({ branch, kiosk, code, paperLow }, 'a printer changed'),
      }),
      clock,
    );
    closers.push(() => printers.close());
    const secret = readSecret(files.secret);
    const contacts = new SideStore(files.contacts, secret);
    closers.push(() => contacts.close());
    const directory = new BranchDirectory({
      store,
      clock,
      ids: randomIds,
      onBug: (error, about) => log.error({ err: error, ...about }, 'a command ended in a bug'),
      onTrouble: (trouble, about) => log.error({ trouble, ...about }, 'the store could not keep a batch'),
      onCommit: (commands, storeMs) => {
        metrics.commandsPerCommit.observe(commands);
        metrics.commitSeconds.observe(storeMs / 1000);
      },
    });
    const [broken] = await directory.openAll();
    if (broken !== undefined) throw new CannotStart(broken.cannotServe);
    await setUpDemo(directory);

    const origins = new Set<string>();
    const service: Service = {
      store,
      directory,
      authenticator: new Authenticator(store),
      kioskRate: new KioskRate(ports.ticketsPerSecond ?? 500),
      contacts,
      clock,
      ids: randomIds,
      log,
      metrics,
      bodyKey: createSecretKey(secret),
      origins,
      printers,
      publicOrigin: config.origins[0] ?? null,
    };
    const app = makeApp(service, {
      screensFolder,
      ready: async () => directory.all().length > 0 && !('failed' in Object(await store.branches())),
    });
    const http = createServer({ headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 65_000 }, app);
    const port = await listen(http, config);
    for (const origin of allowedOrigins(config, port)) origins.add(origin);
    const sockets = new SocketServer(http, { ...service, build: buildId(screensFolder), changeMark: () => store.changeMark() });
    let mark = store.changeMark();
    const timers = [
      // What another process writes (`configure`, `drill`) is on every screen a moment later.
      setInterval(() => {
        if (store.changeMark() === mark) return;
        mark = store.changeMark();
        for (const queue of directory.all()) void queue.tick();
      }, followMs),
      setInterval(() => {
        for (const queue of directory.all()) if (isDue(queue.committed.lobby, clock())) void queue.tick();
      }, secondMs),
      setInterval(() => contacts.wipe(clock()), minuteMs),
      setInterval(() => {
        for (const { branch } of directory.all()) void store.dropKeys(branch, clock() - keysKeptMs);
      }, hourMs),
    ];
    contacts.wipe(clock());
    for (const queue of directory.all()) await queue.tick();
    closers.push(async () => {
      for (const timer of timers) clearInterval(timer);
      await sockets.close();
      http.closeAllConnections();
      for (const queue of directory.all()) await queue.idle();
    });
    return {
      service,
      url: `http://${config.host === '0.0.0.0' || config.host === '127.0.0.1' || config.host === '::' ? 'localhost' : config.host}:${port}`,
      close: undo,
    };
  } catch (error) {
    await undo();
    throw error;
  }
}

function openFolder(folder: string, lockFile: string): { release(): void } {
  let lock: { release(): void } | null;
  try {
    makeFolder(folder, 0o700);
    lock = takeServeLock(lockFile);
  } catch (error) {
    throw new CannotStart(
      `cannot write to the data folder ${folder} (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}); set TINGTANG_DATA to a folder this user may write to`,
    );
  }
  if (lock === null)
    throw new CannotStart(`another service runs on the data folder ${folder}; stop it, or set TINGTANG_DATA to another folder`);
  return lock;
}

async function listen(http: ReturnType<typeof createServer>, { host, port }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(new CannotStart(cannotListen(error, host, port))));
    http.listen(port, host, resolve);
  });
  return (http.address() as AddressInfo).port;
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `port ${port} on ${host} is in use; stop what uses it, or set PORT to another one`;
  if (error.code === 'EACCES') return `port ${port} may not be used by this user; set PORT to one above 1023`;
  return `cannot listen on ${host}:${port} (${error.code ?? error.message}); check TINGTANG_HOST and PORT`;
}
