import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import type { BallotFact } from '../../../src/domain/ballot/facts.ts';
import { after, bytes, CLOSES, decided } from './example-ballot.ts';
import { papersIssued } from './example-papers.ts';

const ELECTIONS = 1_500;
const VOTERS = 6;
const ANSWERS = 4;
const voting = after(...papersIssued);

type Opened = Readonly<{ tokens: readonly string[]; answers: readonly (readonly string[])[] }>;
type Paper = Readonly<{ token: string; serials: readonly string[] }>;

const random = (size: number): string => randomBytes(size).toString('base64url');

/** One election on papers that all say the same, so that only what stands beside the answers could join them. */
const hold = (): Readonly<{ papers: readonly Paper[]; opened: Opened }> => {
  const papers = Array.from({ length: VOTERS }, () => ({
    token: random(32),
    serials: Array.from({ length: ANSWERS }, () => random(16)),
  }));
  const facts = decided(voting, {
    ...{ type: 'CloseBallot', now: CLOSES },
    ballots: papers.map(({ token, serials }) => ({
      ...{ boxId: 'paper', token, signature: bytes(256, 1) },
      marks: serials.map((serial) => ({ level: 1, serial })),
    })),
  });
  if (isRefusal(facts)) throw new Error(facts.reason);
  const all = facts as readonly BallotFact[];
  return {
    papers,
    opened: {
      tokens: all.flatMap((fact) =>
        fact.type === 'BallotsOpened.v1' ? fact.data.ballots.map(({ token }) => token) : [],
      ),
      answers: all.flatMap((fact) =>
        fact.type === 'PapersOpened.v1' ? [fact.data.marks.map(({ serial }) => serial)] : [],
      ),
    },
  };
};

/** Of so many places how many hold, in two lists, what was on one paper: by chance one, whatever their number. */
const hits = (papers: readonly Paper[], left: readonly string[], right: readonly string[]): number =>
  left.filter((one, at) =>
    papers.some(({ token, serials }) => {
      const own = [token, ...serials];
      return own.includes(one) && own.includes(right[at] ?? '');
    }),
  ).length;

describe('a filled paper', () => {
  const elections = Array.from({ length: ELECTIONS }, hold);
  const mean = (of: (election: (typeof elections)[number]) => number): number =>
    elections.reduce((sum, election) => sum + of(election), 0) / ELECTIONS;

  it('is no fingerprint: no two of its answers, nor an answer and its token, are joined by their places more often than by chance', () => {
    const pairs = (['first', 'turned'] as const).flatMap((order) =>
      [0, 1, 2, 3].flatMap((at) =>
        ([-1, 0, 1, 2, 3] as const)
          .filter((other) => other < at)
          .map((other) =>
            mean(({ papers, opened: { tokens, answers } }) => {
              const left = other === -1 ? tokens : (answers[other] ?? []);
              const right = answers[at] ?? [];
              return hits(papers, left, order === 'first' ? right : right.toReversed());
            }),
          ),
      ),
    );
    // Its mean over so many elections has a deviation of 0.026.
    expect(Math.min(...pairs)).toBeGreaterThan(0.85);
    expect(Math.max(...pairs)).toBeLessThan(1.15);
  });

  it('stands in no fact whole: nothing names two of its answers, nor one with its token', () => {
    const { papers, opened } = hold();
    const { tokens, answers } = opened;
    for (const list of [tokens, ...answers])
      for (const { token, serials } of papers)
        expect([token, ...serials].filter((one) => list.includes(one))).toHaveLength(1);
  });

  it('would be joined by whoever knows its serials: the measure can fail', () =>
    expect(
      mean(({ papers }) =>
        hits(
          papers,
          papers.map(({ token }) => token),
          papers.map(({ serials }) => serials[0] ?? ''),
        ),
      ),
    ).toBe(VOTERS));
});
