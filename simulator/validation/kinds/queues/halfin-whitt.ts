import { z } from 'zod';
import { delayAtSlack, slackForDelay } from '../../../theory/queues/halfin-whitt.ts';
import { answererOf } from '../../answer.ts';
import { share } from '../../params.ts';

/** The Halfin-Whitt function, and its inverse. */
export const halfinWhitt = answererOf('halfin-whitt', z.object({ beta: z.number().gt(0).max(40) }), ({ beta }) => ({
  exact: { alpha: delayAtSlack(beta) },
}));

export const halfinWhittInverse = answererOf('halfin-whitt-inverse', z.object({ alpha: share }), ({ alpha }) => ({
  exact: { beta: slackForDelay(alpha) },
}));
