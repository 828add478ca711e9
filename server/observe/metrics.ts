import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Figures of one running service, in its own registry. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'route' | 'status'>;
  readonly requestSeconds: Histogram;
  readonly commitSeconds: Histogram;
  readonly commandsPerCommit: Histogram;
  readonly sockets: Gauge;
  readonly socketsCut: Counter<'why'>;
}

export function makeMetrics(options: { readonly process: boolean }): Metrics {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5];
  return {
    registry,
    requests: new Counter({
      name: 'tingtang_requests_total',
      help: 'HTTP requests answered',
      labelNames: ['route', 'status'],
      registers,
    }),
    requestSeconds: new Histogram({ name: 'tingtang_request_seconds', help: 'Time to an HTTP answer', buckets, registers }),
    commitSeconds: new Histogram({ name: 'tingtang_commit_seconds', help: 'Time of one durable commit', buckets, registers }),
    commandsPerCommit: new Histogram({
      name: 'tingtang_commands_per_commit',
      help: 'Commands in one commit',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
      registers,
    }),
    sockets: new Gauge({ name: 'tingtang_sockets', help: 'Screens connected', registers }),
    socketsCut: new Counter({
      name: 'tingtang_sockets_cut_total',
      help: 'Screens disconnected by the service',
      labelNames: ['why'],
      registers,
    }),
  };
}
