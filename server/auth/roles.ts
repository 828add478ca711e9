/** Who a caller is. `ticket`: a customer who knows a ticket's unguessable id. */
export const roles = ['kiosk', 'display', 'ticket', 'teller', 'advisor', 'greeter', 'manager', 'planner', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Roles a token can be made for. */
export const tokenRoles = roles.filter((role): role is Exclude<Role, 'ticket'> => role !== 'ticket');

/** Who sees ticket ids and people. */
export const seesFullBoard: ReadonlySet<Role> = new Set<Role>(['teller', 'advisor', 'greeter', 'manager', 'planner', 'admin']);
