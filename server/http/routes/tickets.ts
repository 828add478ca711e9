import type { z } from 'zod';
import type { Branch } from '../../../simulator/lobby/branch/branch.ts';
import { codeSchema } from '../../../simulator/lobby/branch/names.ts';
import * as commands from '../../../simulator/lobby/command/ticket-commands.ts';
import { ticketIdSchema } from '../../../simulator/lobby/journal/ticket-events.ts';
import type { Principal } from '../../auth/principal.ts';
import type { Role } from '../../auth/roles.ts';
import { type TicketView, ticketView } from '../../branches/ticket-view.ts';
import { slipOf } from '../../print/slip.ts';
import { contactSchema } from '../../side-store/contact.ts';
import { issuedAnswer, ticketAnswer } from '../answers/ticket.ts';
import { command } from '../command-route.ts';
import { errorAnswer } from '../error-answer.ts';
import { keepContact } from '../keep-contact.ts';
import { type Route, type RouteRequest, route } from '../route.ts';
import type { Service } from '../service.ts';
import { answerAbout, ticketAfter } from '../ticket-answer.ts';
import { ticketLink } from '../ticket-link.ts';
import { transferBody } from './transfer-body.ts';

const need = commands.issue.shape.needs.element;

/** One service, or several needs served one after another. */
const issueBody = commands.issue
  .omit({ type: true, ticket: true, needs: true })
  .extend({
    service: codeSchema.optional(),
    person: need.shape.person,
    needs: commands.issue.shape.needs.optional(),
    channel: commands.issue.shape.channel.unwrap().optional(),
    contact: contactSchema.optional(),
  })
  .superRefine(({ service, needs, person }, ctx) => {
    if ((service === undefined) === (needs === undefined))
      ctx.addIssue({ code: 'custom', path: ['service'], message: 'give either "service" or "needs"' });
    if (person !== undefined && needs !== undefined)
      ctx.addIssue({ code: 'custom', path: ['person'], message: 'goes with "service"; in "needs" each need names its own' });
  });

interface Issued {
  readonly ticket: TicketView;
  readonly branch: Branch;
}

/** On paper only what is in the journal, and once: an answer that is told again prints nothing. A ticket given offline has been shown already. */
function printSlip({ branch, who, body }: RouteRequest, { printers, publicOrigin }: Service, issued: Issued): void {
  if ((body as { offline?: unknown }).offline !== undefined) return;
  printers.at(branch, who.scope)?.print(slipOf(issued.branch, issued.ticket, ticketLink(publicOrigin, branch, issued.ticket.id)));
}

const channelOf: Partial<Record<Role, z.infer<typeof commands.issue>['channel']>> = { greeter: 'greeter', manager: 'greeter' };

const issue = route({
  id: 'tickets.issue',
  method: 'post',
  path: '/tickets',
  does: 'Issue a ticket',
  answer: issuedAnswer,
  body: issueBody,
  namesCodes: true,
  command: true,
  answers: { 201: 'The ticket', 409: 'Refused: branch closed, …', 429: 'Too many tickets at once' },
  async handle(request, service) {
    const { service: single, person, needs, contact, channel, ...rest } = request.body;
    const asked = {
      type: 'issue' as const,
      ticket: service.ids.ticket(),
      needs: needs ?? [{ service: single!, ...(person === undefined ? {} : { person }) }],
      channel: channel ?? channelOf[request.who.role] ?? 'kiosk',
      ...rest,
    };
    const keep = keepContact(
      service,
      request.branch,
      asked.ticket,
      contact,
      request.queue.committed.lobby.state.day?.endsAt ?? null,
    );
    let issued: Issued | null = null;
    const answer = await command(request, {
      command: asked,
      done: (done) => {
        issued = { ticket: ticketAfter(done, asked.ticket)!, branch: done.after.state.config!.branch };
        const link = ticketLink(service.publicOrigin, request.branch, asked.ticket)?.href ?? null;
        return { status: 201, body: { ticket: issued.ticket, link } };
      },
    });
    if (issued !== null && answer.status === 201 && request.who.role === 'kiosk') printSlip(request, service, issued);
    keep.settle(answer, (body) => (body as { ticket: { id: string } }).ticket.id);
    return answer;
  },
});

const read = route({
  id: 'tickets.read',
  method: 'get',
  path: '/tickets/:id',
  does: 'Read one ticket',
  answer: ticketAnswer,
  command: false,
  answers: { 200: 'The ticket' },
  async handle({ queue, params }) {
    const id = params.id ?? '';
    const state = queue.committed.lobby.state;
    const there = state?.tickets.get(id);
    if (state !== undefined && there !== undefined) return { status: 200, body: { ticket: ticketView(state, there) } };
    const ended = queue.committed.visits.ended(id);
    return state && ended
      ? { status: 200, body: { ticket: ticketView(state, ended.ticket, ended.status) } }
      : errorAnswer(404, 'unknown-ticket', { ticket: id });
  },
});

type TicketCommand = (typeof commands.ticketCommands)[number];

/** A verb on a ticket: its body is the core's command without what the address says. */
function verb<C extends Exclude<TicketCommand, typeof commands.issue>>(
  name: 'route' | 'transfer' | 'abandon' | 'void' | 'arrive' | 'greet',
  does: string,
  schema: C,
  body: z.ZodType<Record<string, unknown>>,
  more: (who: Principal) => Record<string, unknown> = () => ({}),
): Route {
  return route({
    id: `tickets.${name}`,
    method: 'post',
    path: `/tickets/:id/${name}`,
    does,
    answer: ticketAnswer,
    body,
    command: true,
    answers: { 200: 'The ticket after it', 409: 'Refused' },
    async handle(request) {
      const id = request.params.id ?? '';
      if (request.who.ticket !== null && request.who.ticket !== id) return errorAnswer(403, 'other-ticket');
      if (!ticketIdSchema.safeParse(id).success) return errorAnswer(404, 'unknown-ticket', { ticket: id });
      const asked = schema.parse({ type: name, ticket: id, ...more(request.who), ...request.body });
      if (asked.type === 'void' && request.who.role === 'kiosk' && asked.reason !== 'duplicate')
        return errorAnswer(403, 'role-may-not', { role: 'kiosk' });
      return command(request, {
        command: asked,
        done: (done) => answerAbout(done, id),
      });
    },
  });
}

export const ticketRoutes: readonly Route[] = [
  issue,
  read,
  verb(
    'route',
    'Send a waiting ticket where the policy says, or elsewhere',
    commands.route,
    commands.route.omit({ type: true, ticket: true }),
    ({ role, person }) => (role === 'greeter' && person !== null ? { greeter: person } : {}),
  ),
  verb(
    'greet',
    'A greeter has seen to a waiting customer; every tablet hears of it',
    commands.greet,
    commands.greet.omit({ type: true, ticket: true }),
  ),
  verb('transfer', 'Send a waiting ticket to another service or line', commands.transfer, transferBody),
  verb('abandon', 'The customer leaves', commands.abandon, commands.abandon.omit({ type: true, ticket: true })),
  verb('void', 'Take a ticket back', commands.voidTicket, commands.voidTicket.omit({ type: true, ticket: true })),
  verb(
    'arrive',
    'The customer of a remote ticket is in the lobby',
    commands.arrive,
    commands.arrive.omit({ type: true, ticket: true }),
  ),
];
