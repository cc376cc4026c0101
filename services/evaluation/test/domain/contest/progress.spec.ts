import { describe, expect, it } from '@jest/globals';
import { contestProgressOf, type SeatInContest, type TurnMarks } from '../../../src/domain/contest/progress.ts';
import type { Turn } from '../../../src/domain/contest/state.ts';
import type { RecusalCause, SheetRound } from '../../../src/domain/sheet/state.ts';

const ENTRIES = ['a', 'b', 'c'];
const roundOf = (seatId: string, recused: Readonly<Record<string, RecusalCause>> = {}): SheetRound =>
  ({
    ...{ hindrance: 'MARKED_ONE_AT_A_TIME', seatId, sourceId: 'jury', grantId: 'g', homeId: null, closing: 1 },
    ...{ source: { criteria: [{ id: 'content' }, { id: 'delivery' }] }, pooled: false, controls: null },
    entries: ENTRIES.map((entryId) => ({ entryId, recused: recused[entryId] ?? null })),
  }) as unknown as SheetRound;
const seat = (
  seatId: string,
  { hindrance = null, recused = {} }: Readonly<{ hindrance?: SheetRound['hindrance']; recused?: object }> = {},
): SeatInContest => {
  const round = roundOf(seatId, recused as Readonly<Record<string, RecusalCause>>);
  return { seatId, personId: `person ${seatId}`, round, stage: { ...round, hindrance } };
};
const turn = (
  entryId: string,
  standing: Turn['standing'],
  handedIn: readonly string[],
  again: Partial<Turn> = {},
): TurnMarks => ({
  turn: { entryId, turn: 1, seatIds: null, standing, opened: false, ...again },
  handedIn: new Set(handedIn),
});
const told = (seats: readonly SeatInContest[], turns: readonly TurnMarks[]): readonly string[] =>
  contestProgressOf(seats, turns).seats.map(
    ({ seatId, entriesScored, entriesWanted, marksGiven, marksWanted, recused, submitted, awaited }) =>
      [
        ...[seatId, `${entriesScored}/${entriesWanted}`, `${marksGiven}/${marksWanted}`, `recused ${recused}`],
        ...(submitted ? ['whole'] : []),
        ...(awaited ? ['awaited'] : []),
      ].join(' '),
  );

describe('how far the seats of a contest are', () => {
  it('nothing is wanted before somebody is called, nor of a turn that was put off', () => {
    for (const turns of [[], [turn('a', 'put-off', ['1'])]])
      expect(told([seat('1')], turns)).toEqual(['1 0/0 0/0 recused 0']);
  });

  it('of the entry on the stage whoever has not marked it is awaited, and nobody else', () => {
    const turns = [turn('a', 'closed', ['1', '2']), turn('b', 'on-stage', ['1'])];
    expect(told([seat('1'), seat('2')], turns)).toEqual(['1 2/2 4/4 recused 0', '2 1/2 2/4 recused 0 awaited']);
  });

  it('whoever can not mark it now, or stands recused from it, is not awaited', () => {
    const turns = [turn('b', 'on-stage', [])];
    expect(told([seat('1', { hindrance: 'ROUND_CLOSED' }), seat('2', { recused: { b: 'declared' } })], turns)).toEqual([
      '1 0/1 0/2 recused 0',
      '2 0/0 0/0 recused 1',
    ]);
  });

  it('whoever let a turn end without marks stays behind, and marks it when it is opened again for him alone', () => {
    const missed = turn('a', 'closed', ['1']);
    expect(told([seat('1'), seat('2')], [missed])).toEqual(['1 1/1 2/2 recused 0', '2 0/1 0/2 recused 0']);
    const again = turn('a', 'on-stage', [], { turn: 2, seatIds: ['2'] });
    expect(told([seat('1'), seat('2')], [missed, again])).toEqual([
      '1 1/1 2/2 recused 0',
      '2 0/1 0/2 recused 0 awaited',
    ]);
  });

  it('whole is who has marked every entry that he marks at all', () => {
    const turns = ['a', 'b', 'c'].map((entryId) => turn(entryId, 'closed', ['1', '2']));
    expect(told([seat('1'), seat('2', { recused: { c: 'declared' } })], turns)).toEqual([
      '1 3/3 6/6 recused 0 whole',
      '2 2/2 4/4 recused 1 whole',
    ]);
  });

  it('of an entry only the sums over all seats are told', () => {
    const turns = [turn('a', 'closed', ['1']), turn('b', 'on-stage', [])];
    expect(contestProgressOf([seat('1'), seat('2', { recused: { b: 'declared' } })], turns).entries).toEqual([
      { entryId: 'a', marksWanted: 4, marksGiven: 2, recused: 0 },
      { entryId: 'b', marksWanted: 2, marksGiven: 0, recused: 1 },
      { entryId: 'c', marksWanted: 0, marksGiven: 0, recused: 0 },
    ]);
  });
});
