import type { Express } from 'express';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import type { CommandInput, TestLobby } from '../../fixtures/lobby.ts';

/** What a kiosk asks beyond tickets, answered by the real core. `printerOf` is how its printer is; null: none. */
export function kioskRoutes(
  app: Express,
  lobby: TestLobby,
  act: (command: CommandInput) => readonly JournalEntry[],
  printerOf: () => string | null,
): void {
  const at = '/api/branches/:branch';
  let drawn = 0;
  const draw = (letter: string): string => {
    drawn += 1;
    return `${letter}${drawn}`;
  };
  app.post(`${at}/number-blocks`, (request, response) => {
    const block = draw('b');
    act({ type: 'lease-block', block, series: (request.body as { series: string }).series, holder: 'kiosk' });
    response.status(201).json({ block: lobby.state.blocks.get(block), digits: lobby.state.config?.branch.rules.numbers.digits });
  });
  app.post(`${at}/number-blocks/:block/return`, (request, response) => {
    act({ type: 'return-block', block: request.params.block });
    response.json({ block: null });
  });
  app.post(`${at}/help`, (request, response) => {
    act({ type: 'request-help', help: draw('h'), device: 'kiosk', ...(request.body as object) });
    response.status(201).json({ help: [...lobby.state.help.values()].find(({ device }) => device === 'kiosk') });
  });
  app.get(`${at}/printer`, (_request, response) => {
    const code = printerOf();
    response.json({ printer: code === null ? null : { code, notPrinted: [] } });
  });
}
