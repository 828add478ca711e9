import { printerAnswer } from '../answers/lobby.ts';
import { type Route, route } from '../route.ts';

/** A kiosk tells its customer honestly whether there will be paper. */
const read = route({
  id: 'printer.read',
  method: 'get',
  path: '/printer',
  answer: printerAnswer,
  does: "How this kiosk's printer is; null where none stands",
  command: false,
  answers: { 200: 'Its condition, and the numbers of the last slips given up' },
  async handle({ branch, who }, service) {
    return { status: 200, body: { printer: service.printers.at(branch, who.scope)?.status() ?? null } };
  },
});

export const printerRoutes: readonly Route[] = [read];
