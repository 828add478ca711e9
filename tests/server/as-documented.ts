import { expect } from 'vitest';
import { ownTicketAnswer } from '../../server/http/answers/ticket.ts';
import { routes } from '../../server/http/routes/table.ts';

const documented = [
  ...routes.map(({ method, path, answer }) => ({ method, path: `/api/branches/:branch${path}`, answer })),
  { method: 'get', path: '/api/tickets/:id', answer: ownTicketAnswer },
].map(({ path, ...rest }) => ({ ...rest, address: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }));

/** A good answer of the API is what the OpenAPI document says it is: each field, and no other. */
export function expectDocumented(method: string, path: string, status: number, body: unknown): void {
  if (status >= 300) return;
  const [address] = path.split('?');
  const found = documented.find((route) => route.method === method.toLowerCase() && route.address.test(address!));
  const read = found?.answer.safeParse(body);
  expect(read?.error?.issues ?? [], `${method} ${path}`).toEqual([]);
}
