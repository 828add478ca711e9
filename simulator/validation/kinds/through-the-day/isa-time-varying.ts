import { z } from 'zod';
import { slackForShare } from '../../../theory/numeric/normal.ts';
import { poissonStaffing } from '../../../theory/staffing/poisson-staffing.ts';
import { exponentialLoad, type Sinusoid } from '../../../theory/through-the-day/sinusoid-load.ts';
import { answererOf } from '../../answer.ts';
import { rate, share } from '../../params.ts';

const params = z.object({ lam: z.string(), mu: rate, theta: rate, alpha: share, t: z.array(z.number()).min(1) });

/** Staffing that keeps the probability of delay at alpha while arrivals swing: exact where patience is as long as service. */
export const isaTimeVarying = answererOf('isa-time-varying', params, ({ lam, mu, theta, alpha, t }) => {
  const sinusoid = sinusoidOf(lam);
  if (sinusoid === null) return { reason: `lam "${lam}" cannot be read; it is to be like 100+20*sin(t) or 100+20*sin(0.5*t)` };
  if (theta !== mu) return { reason: 'exact only where theta = mu: elsewhere the answer depends on how time is cut' };
  const loads = t.map((at) => exponentialLoad(sinusoid, mu, at));
  const staffing = loads.map((load) => poissonStaffing(load, alpha));
  const beta = slackForShare(alpha);
  return {
    exact: {
      s: staffing.map(({ s }) => s),
      pDelay: staffing.map(({ pDelay }) => pDelay),
      squareRootStaffing: loads.map((load) => Math.ceil(load + beta * Math.sqrt(load) - 1e-9)),
      beta,
    },
  };
});

/** Reads "100+20*sin(t)". */
function sinusoidOf(text: string): Sinusoid | null {
  const found = /^\s*([\d.]+)\s*([+-])\s*([\d.]+)\s*\*?\s*sin\(\s*(?:([\d.]+)\s*\*?\s*)?t\s*\)\s*$/.exec(text);
  if (!found) return null;
  const [, mean, sign, swing, gamma = '1'] = found;
  return { lamBar: Number(mean), relAmp: ((sign === '-' ? -1 : 1) * Number(swing)) / Number(mean), gamma: Number(gamma) };
}
