import { z } from 'zod';
import { erlangB as blocking } from '../../theory/erlang-b.ts';
import { answererOf } from '../answer.ts';
import { servers } from '../params.ts';

const params = z.object({ servers, offered: z.number().min(0).max(1e6) });

/** Calls that find every server busy are lost: a formula. */
export const erlangB = answererOf('erlang-b', params, ({ servers, offered }) => ({ exact: { block: blocking(servers, offered) } }));
