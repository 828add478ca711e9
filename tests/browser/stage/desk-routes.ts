import type { Express, Request, Response } from 'express';
import { emptyState } from '../../../simulator/lobby/evolve/empty-state.ts';
import { evolve } from '../../../simulator/lobby/evolve/evolve.ts';
import { explain } from '../../../simulator/lobby/explain.ts';
import { placesFor } from '../../../simulator/lobby/places-for.ts';
import type { CommandInput, TestLobby } from '../../fixtures/lobby.ts';

type CarryOut = (request: Request, response: Response, command: CommandInput) => void;

const personVerbs = { join: 'staff-join', leave: 'staff-leave', 'break-start': 'break-start', 'break-end': 'break-end' } as const;
const answers = { accept: 'accepted', decline: 'declined' } as const;

/** What the greeter's tablet and the manager's board ask beyond tickets and counters, answered by the real core. */
export function deskRoutes(app: Express, lobby: TestLobby, carryOut: CarryOut): void {
  const at = '/api/branches/:branch';
  app.get(`${at}/tickets/:ticket/places`, (request, response) => {
    const ticket = lobby.state.tickets.get(request.params.ticket);
    if (ticket === undefined)
      response.status(404).json({ error: { code: 'unknown-ticket', message: { zh: '没有这张号票', en: 'No such ticket' } } });
    else response.json({ places: placesFor(lobby.state, ticket) });
  });
  app.post(`${at}/help/:help/answer`, (request, response) =>
    carryOut(request, response, { type: 'answer-help', help: request.params.help }),
  );
  app.post(`${at}/staff/:person/:verb`, (request, response) => {
    const { person, verb } = request.params;
    carryOut(request, response, { type: personVerbs[verb as keyof typeof personVerbs], person });
  });
  app.post(`${at}/proposals/:proposal/:answer`, (request, response) => {
    const { proposal, answer } = request.params;
    carryOut(request, response, { type: 'answer-elastic', proposal, answer: answers[answer as keyof typeof answers] });
  });
  app.put(`${at}/strategy`, (request, response) => carryOut(request, response, { type: 'change-strategy', rule: request.body }));
  app.get(`${at}/export`, (_request, response) => {
    response.type('application/x-ndjson').send(lobby.journal.map((event) => JSON.stringify(event)).join('\n'));
  });
  app.get(`${at}/events/:seq/explain`, (request, response) => {
    const index = lobby.journal.findIndex(({ seq }) => seq === Number(request.params.seq));
    const event = lobby.journal[index]!;
    const before = lobby.journal.slice(0, index).reduce(evolve, emptyState);
    response.json({ seq: event.seq, at: event.at, type: event.type, explanation: explain(before, event) });
  });
}
