import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { Answer } from '../branches/answer.ts';
import { ticketView } from '../branches/ticket-view.ts';
import { answerRoute } from './api.ts';
import { badInput, errorAnswer } from './error-answer.ts';
import { openApi } from './openapi.ts';
import type { Route, StreamAnswer } from './route.ts';
import { routes } from './routes/table.ts';
import { screens } from './screens.ts';
import { securityHeaders } from './security-headers.ts';
import type { Service } from './service.ts';

/** The whole HTTP side: API, health, and the built screens. `ready` tells whether commands can be kept. */
export function makeApp(
  service: Service,
  options: { readonly screensFolder: string; readonly ready: () => Promise<boolean> },
): Express {
  const app = express();
  app.disable('x-powered-by').set('query parser', 'simple').set('etag', false);
  app.use(securityHeaders());
  app.use((_req, res, next) => {
    const startedMs = performance.now();
    res.on('finish', () => service.metrics.requestSeconds.observe((performance.now() - startedMs) / 1000));
    next();
  });
  app.use('/api', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });

  app.get('/healthz', (_req, res) => void res.json({ alive: true }));
  app.get('/readyz', async (_req, res) => {
    const ready = await options.ready();
    res.status(ready ? 200 : 503).json({ ready });
  });
  app.get('/metrics', async (req, res) => {
    if (!isLoopback(req)) return send(res, errorAnswer(404, 'not-found'), service, 'metrics');
    res.type(service.metrics.registry.contentType).send(await service.metrics.registry.metrics());
  });
  app.get('/api/openapi.json', (_req, res) => void res.json(openApi));
  app.get('/api/tickets/:id', async (req, res) => send(res, readTicket(service, String(req.params.id)), service, 'ticket'));

  for (const route of routes) {
    app[route.method](`/api/branches/:branch${route.path}`, async (req: Request, res: Response) => {
      await send(res, await answerRoute(route, req, res, service), service, route.id);
    });
  }
  app.use('/api', (_req, res) => send(res, errorAnswer(404, 'not-found'), service, 'none'));
  app.use(screens(options.screensFolder));
  app.use((_req: Request, res: Response) => send(res, errorAnswer(404, 'not-found'), service, 'none'));
  app.use(lastResort(service));
  return app;
}

/** One ticket by its own id, which is as good as a key: no other token is asked for. */
function readTicket(service: Service, id: string): Answer {
  for (const { branch, committed } of service.directory.all()) {
    const { state } = committed.lobby;
    const there = state.tickets.get(id);
    const ended = there === undefined ? committed.visits.ended(id) : null;
    if (there !== undefined) return { status: 200, body: { branch, ticket: ticketView(state, there) } };
    if (ended !== null) return { status: 200, body: { branch, ticket: ticketView(state, ended.ticket, ended.status) } };
  }
  return errorAnswer(404, 'unknown-ticket');
}

async function send(
  res: Response,
  answer: Answer | StreamAnswer,
  service: Service,
  route: Route['id'] | 'none' | 'ticket' | 'metrics',
): Promise<void> {
  service.metrics.requests.inc({ route, status: answer.status });
  service.log.debug({ route, status: answer.status }, 'answered');
  res.status(answer.status);
  if (!('chunks' in answer)) {
    res.json(answer.body);
    return;
  }
  res.type(answer.type).attachment(answer.fileName);
  for await (const chunk of answer.chunks) {
    if (res.destroyed) return;
    if (!res.write(chunk)) await new Promise((resolve) => res.once('drain', resolve).once('close', resolve));
  }
  res.end();
}

const isLoopback = (req: Request): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(req.socket.remoteAddress ?? '') && req.headers['x-forwarded-for'] === undefined;

/** Whatever is thrown: an address that cannot be decoded is bad input, anything else a bug. Nobody is shown a stack. */
const lastResort =
  (service: Service): ErrorRequestHandler =>
  (error, req, res, _next) => {
    const status = Number((error as { status?: unknown }).status);
    const theirs = status >= 400 && status < 500;
    if (!theirs) service.log.error({ err: error, method: req.method }, 'a request ended in a bug');
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const unreadable = badInput([{ path: 'address', message: 'cannot be decoded; a "%" of its own is written %25' }]);
    const answer = status === 404 ? errorAnswer(404, 'not-found') : theirs ? unreadable : errorAnswer(500, 'internal');
    void send(res, answer, service, 'none');
  };
