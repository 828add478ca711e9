import { describe, expect, it } from 'vitest';
import { openLobby, type TestLobby } from '../../fixtures/lobby.ts';

/** What undo must bring back: everything but positions. */
const picture = ({ state }: TestLobby) => ({
  tickets: [...state.tickets.values()].map(({ touched: _, ...ticket }) => ticket),
  stations: [...state.stations.values()].map(({ touched: _, undo: __, ...station }) => station),
  calls: [...state.callsSoFar].filter(([, count]) => count > 0),
  tally: state.tally,
});

describe('undo', () => {
  it('[U1] [U2] takes back each kind of act and everything that followed from it', () => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C1' });
    lobby.issue('n', { needs: [{ service: 'cash' }, { service: 'wealth' }] });
    lobby.issue('v', { segment: 'vip' });
    const takeBack = (act: () => void): void => {
      const before = picture(lobby);
      act();
      expect(picture(lobby)).not.toEqual(before);
      const [undone] = lobby.do({ type: 'undo', station: 'C1' });
      expect(undone).toMatchObject({ type: 'undone', undoes: expect.any(Number) });
      expect(picture(lobby)).toEqual(before);
      act();
    };
    takeBack(() => lobby.do({ type: 'call-next', station: 'C1' }));
    takeBack(() => lobby.do({ type: 'start', station: 'C1' }));
    takeBack(() => lobby.do({ type: 'finish', station: 'C1' }));
    takeBack(() => lobby.do({ type: 'call-next', station: 'C1' }));
    takeBack(() => lobby.do({ type: 'no-show', station: 'C1' }));
    takeBack(() => lobby.do({ type: 'resume', station: 'C1', ticket: 'n' }));
    takeBack(() => lobby.do({ type: 'start', station: 'C1' }));
    takeBack(() => lobby.do({ type: 'park', station: 'C1' }));
    takeBack(() => lobby.do({ type: 'pause', station: 'C1', reason: 'other' }));
    lobby.do({ type: 'unpause', station: 'C1' });
    lobby.do({ type: 'resume', station: 'C1', ticket: 'n' });
    lobby.do({ type: 'start', station: 'C1' });
    takeBack(() => lobby.do({ type: 'transfer', station: 'C1', service: 'wealth' }));
  });

  it('[U1] is refused when there is nothing, or too late', () => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C1' });
    expect(lobby.refused({ type: 'undo', station: 'C1' })).toBe('nothing-to-undo');
    lobby.issue('a');
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.now += 60_001;
    expect(lobby.refused({ type: 'undo', station: 'C1' })).toBe('undo-too-late');
  });

  it('[U3] is refused when the ticket, the station or the people have moved on', () => {
    const lobby = openLobby();
    lobby.do({ type: 'open', station: 'C1' });
    lobby.do({ type: 'open', station: 'K1' });
    lobby.issue('a', { needs: [{ service: 'cash' }, { service: 'wealth' }] });
    lobby.do({ type: 'call-next', station: 'C1' });
    lobby.do({ type: 'start', station: 'C1' });
    lobby.do({ type: 'finish', station: 'C1' });
    lobby.do({ type: 'call-next', station: 'K1' });
    expect(lobby.refused({ type: 'undo', station: 'C1' })).toBe('nothing-to-undo');
    lobby.do({ type: 'close', station: 'C1' });
    expect(lobby.refused({ type: 'undo', station: 'C1' })).toBe('nothing-to-undo');
  });
});
