import { mmck as chain } from '../../theory/mmck.ts';
import { answererOf } from '../answer.ts';
import { mmcParams, servers } from '../params.ts';

const params = mmcParams.extend({ room: servers });

/** M/M/c/K: the birth-death chain. */
export const mmck = answererOf('mmck', params, (queue) => {
  if (queue.room < queue.servers) return { reason: `room for ${queue.room} is less than ${queue.servers} servers` };
  const { p, ...means } = chain(queue);
  return { exact: { ...means, p, p0: p[0]! }, notSimulated: 'the engine has no room limit yet' };
});
