import { describe, expect, it } from '@jest/globals';
import { tellRoundFact } from '../../../src/adapters/public-facts/tell-round-facts.ts';
import type { ScoringFact } from '../../../src/domain/round/facts.ts';
import { isOutdated, isRunning } from '../../../src/domain/round/state.ts';
import { after, answer, NOW, prepare, propose, tablesOf, tally, untilClosed } from './example-round.ts';

const ofCandidates = prepare({ ...tablesOf(), candidates: true });
const [, ...others] = untilClosed;
const scored = after(ofCandidates, ...others, ...tally());

const latest = (round: ReturnType<typeof after>) => (isRunning(round) ? round.results.at(-1) : undefined);

describe('a round about candidates', () => {
  it('has a result that says so, and whom it ranks is told to whoever declares them', () => {
    const result = latest(scored);
    const ranking = (result?.ranking ?? []).map(({ entryId, rank }) => ({ entryId, rank }));
    expect(ranking.length).toBeGreaterThan(1);
    const data = { roundId: 'r', editionId: 'e', resultHash: 'h', ranking, candidates: true };
    const told = tellRoundFact({ type: 'ResultComputed.v1', data } as unknown as ScoringFact);
    expect(told.map(({ type }) => type)).toEqual(['evaluation.ResultComputed.v1', 'evaluation.CandidatesRanked.v1']);
    expect(told[1]?.data).toEqual({ roundId: 'r', editionId: 'e', resultHash: 'h', ranks: ranking });
    const { candidates: _, ...plain } = data;
    expect(tellRoundFact({ type: 'ResultComputed.v1', data: plain } as unknown as ScoringFact)).toHaveLength(1);
  });

  it('is decided over whoever was let in alone: the others are taken out by the intake, and the result is computed anew', () => {
    const out = { type: 'TakeOutEntry', now: NOW, entryId: 'entry-a', reason: 'not-declared' } as const;
    const without = after(ofCandidates, ...others, ...tally(), out);
    expect(isRunning(without) && isOutdated(without)).toBe(true);
    expect(answer(scored, out)).toBe('EntryTakenOut');
    // Come twice, it is out once.
    expect(answer(without, out)).toBe('');
  });

  it('lets nobody say by hand that a candidate was not declared', () => {
    const out = { act: 'TakeOutEntry', entryId: 'entry-a', reason: 'not-declared' } as const;
    expect(answer(scored, propose(out))).toBe('ENTRY_REASON_UNKNOWN reason');
  });

  it('takes back in whoever was withdrawn in error, and nobody else', () => {
    const withdrawn = { type: 'TakeOutEntry', now: NOW, entryId: 'entry-a', reason: 'withdrawn' } as const;
    const back = { type: 'PutBackEntry', now: NOW, entryId: 'entry-a', reason: 'withdrawal-undone' } as const;
    expect(answer(after(ofCandidates, ...others, withdrawn), back)).toBe('EntryPutBack');
    expect(answer(after(ofCandidates, ...others, { ...withdrawn, reason: 'blocked' }), back)).toBe('');
  });
});
