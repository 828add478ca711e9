import { z } from 'zod';
import { isStable, meanWait } from '../../../theory/queues/erlang-c.ts';
import { answererOf } from '../../answer.ts';
import { rate, servers } from '../../params.ts';

const params = z.object({ lamEach: rate, mu: rate, serversEach: servers });

/** Two equal M/M/c apart, and made one (Smith & Whitt 1981): Erlang C twice. */
export const pooling = answererOf('pooling', params, ({ lamEach, mu, serversEach }) => {
  const separate = { servers: serversEach, lam: lamEach, mu };
  if (!isStable(separate)) return { reason: `no long run: a load of ${lamEach / mu} is not below ${serversEach} servers` };
  return {
    exact: { WqSeparate: meanWait(separate), WqPooled: meanWait({ servers: 2 * serversEach, lam: 2 * lamEach, mu }) },
  };
});
