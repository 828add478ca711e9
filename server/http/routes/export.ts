import { z } from 'zod';
import { dateSchema } from '../../../simulator/lobby/journal/day-events.ts';
import { exportDay } from '../../branches/journal/export-day.ts';
import { journalAnswer } from '../answers/event.ts';
import { errorAnswer } from '../error-answer.ts';
import { type Route, route } from '../route.ts';

const day = route({
  id: 'export.read',
  method: 'get',
  path: '/export',
  answer: journalAnswer,
  does: 'The journal of one business day as NDJSON, with the earlier events it needs to be read alone',
  query: z.strictObject({ day: dateSchema }),
  command: false,
  answers: { 200: 'One event a line' },
  async handle({ branch, query }, service) {
    const lines = await exportDay(service.store, branch, query.day);
    if (lines === 'unavailable') return errorAnswer(503, 'unavailable');
    if (lines === null) return errorAnswer(404, 'unknown-day', { day: query.day });
    return { status: 200, type: 'application/x-ndjson', fileName: `${branch}-${query.day}.ndjson`, chunks: lines };
  },
});

export const exportRoutes: readonly Route[] = [day];
