import { z } from 'zod';
import { branchCommands } from './branch-commands.ts';
import { stationCommands } from './station-commands.ts';
import { ticketCommands } from './ticket-commands.ts';

/** Everything a person, a device or the clock can ask of a lobby. */
export const commandSchema = z.discriminatedUnion('type', [...ticketCommands, ...stationCommands, ...branchCommands]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
