import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@jiangong/telemetry';
import { type HeardMarkParts, markingWhatIsHeard } from './heard-marks.ts';

const FOUND = { token: 'a-token', session: { sessionId: 'a-session' } };

const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Other gateways hear of a mark when they are let. */
const marks = (parts: Partial<HeardMarkParts> = {}) => {
  const here: number[] = [];
  const elsewhere: string[] = [];
  const waiting: (() => void)[] = [];
  const sees = markingWhatIsHeard(
    {
      sessions: { advance: (token, position) => void (token === FOUND.token && here.push(position)) },
      readMarks: {
        of: async () => 0,
        advance: async (sessionId, position) => {
          elsewhere.push(`${sessionId} ${position}`);
          await new Promise<void>((resolve) => waiting.push(resolve));
        },
      },
      log: silentLogger,
      ...parts,
    },
    FOUND,
  );
  return { here, elsewhere, sees, let: () => waiting.shift()?.() };
};

describe('what a session hears', () => {
  it('moves its read mark here at once: its next question shows the change', () => {
    const { here, sees } = marks();
    sees(7);
    expect(here).toEqual([7]);
  });

  it('is told to other gateways one after the other, of several at once the newest alone', async () => {
    const { here, elsewhere, sees, let: goOn } = marks();
    for (const position of [1, 2, 3]) sees(position);
    expect(here).toEqual([1, 2, 3]);
    expect(elsewhere).toEqual(['a-session 1']);
    goOn();
    await turn();
    expect(elsewhere).toEqual(['a-session 1', 'a-session 3']);
    goOn();
    await turn();
    sees(4);
    expect(elsewhere).toEqual(['a-session 1', 'a-session 3', 'a-session 4']);
  });

  it('is told again with the next change where others could not be told', async () => {
    const told: number[] = [];
    const { sees } = marks({
      readMarks: {
        of: async () => 0,
        advance: async (_sessionId, position) => {
          told.push(position);
          throw new Error('away');
        },
      },
    });
    sees(1);
    await turn();
    sees(2);
    await turn();
    expect(told).toEqual([1, 2]);
  });
});
