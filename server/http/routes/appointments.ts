import { codeSchema } from '../../../simulator/lobby/branch/names.ts';
import * as commands from '../../../simulator/lobby/command/branch-commands.ts';
import type { Lobby } from '../../branches/lobby.ts';
import { contactSchema } from '../../side-store/contact.ts';
import { appointmentAnswer, bookedAnswer } from '../answers/lobby.ts';
import { command } from '../command-route.ts';
import { errorAnswer } from '../error-answer.ts';
import { keepContact } from '../keep-contact.ts';
import { type Route, type RouteRequest, route } from '../route.ts';

const dayMs = 86_400_000;

const bookBody = commands.book
  .omit({ type: true, appointment: true, contactRef: true })
  .extend({ contact: contactSchema.optional() });
const changeBody = commands.changeAppointment.omit({ type: true, appointment: true });

const answered = (lobby: Lobby, id: string, status: number) => ({
  status,
  body: { appointment: lobby.state.appointments.get(id) ?? null },
});

const book = route({
  id: 'appointments.book',
  method: 'post',
  path: '/appointments',
  answer: bookedAnswer,
  does: 'Book an appointment; a contact goes to the erasable side store',
  body: bookBody,
  namesCodes: true,
  command: true,
  answers: { 201: 'The appointment', 409: 'Refused' },
  async handle(request, service) {
    const { contact, ...booking } = request.body;
    const appointment = service.ids.short('a');
    // Drawn apart from the appointment's own id: erasing the contact leaves nothing that leads to it.
    const contactRef = service.ids.short('c');
    const keep = keepContact(service, request.branch, contactRef, contact, booking.slotAt + dayMs);
    const answer = await command(request, {
      command: { type: 'book', appointment, ...booking, ...(contact === undefined ? {} : { contactRef }) },
      done: ({ after }) => ({
        status: 201,
        body: { ...answered(after, appointment, 201).body, contactRef: contact === undefined ? null : contactRef },
      }),
    });
    keep.settle(answer, (body) => (body as { contactRef: string }).contactRef);
    return answer;
  },
});

const idOf = ({ params }: RouteRequest): string | null => codeSchema.safeParse(params.appointment).data ?? null;

const change = route({
  id: 'appointments.change',
  method: 'put',
  path: '/appointments/:appointment',
  answer: appointmentAnswer,
  does: 'Change an appointment that is still open',
  body: changeBody,
  namesCodes: true,
  command: true,
  answers: { 200: 'The appointment', 409: 'Refused' },
  async handle(request) {
    const appointment = idOf(request);
    if (appointment === null) return errorAnswer(404, 'unknown-appointment');
    return command(request, {
      command: { type: 'change-appointment', appointment, ...request.body },
      done: ({ after }) => answered(after, appointment, 200),
    });
  },
});

const cancel = route({
  id: 'appointments.cancel',
  method: 'post',
  path: '/appointments/:appointment/cancel',
  answer: appointmentAnswer,
  does: 'Cancel an appointment that is still open',
  body: commands.cancelAppointment.omit({ type: true, appointment: true }),
  command: true,
  answers: { 200: 'The appointment', 409: 'Refused' },
  async handle(request) {
    const appointment = idOf(request);
    if (appointment === null) return errorAnswer(404, 'unknown-appointment');
    return command(request, {
      command: { type: 'cancel-appointment', appointment },
      done: ({ after }) => answered(after, appointment, 200),
    });
  },
});

export const appointmentRoutes: readonly Route[] = [book, change, cancel];
