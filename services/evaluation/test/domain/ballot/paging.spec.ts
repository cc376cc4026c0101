import { describe, expect, it } from '@jest/globals';
import { DATA_BYTES_MAX, isRefusal } from '@jiangong/event-store';
import { ballotDecider } from '../../../src/domain/ballot/decider.ts';
import type { BallotFact, VotingGroup } from '../../../src/domain/ballot/facts.ts';
import { takeBallot } from '../../../src/domain/ballot/hand-in.ts';
import {
  BOX_WORDS_MAX,
  BOXES_APART_MAX,
  BOXES_PER_BALLOT_MAX,
  MARKS_PER_BALLOT_MAX,
  MARKS_PER_PAPER_MAX,
  MARKS_PER_TOKEN,
  PLACES_PER_BALLOT_MAX,
  TOKENS_PER_BALLOT_MAX,
} from '../../../src/domain/ballot/limits.ts';
import { askedBy, beyondBallot, type BoxPlan, boxesOrPages } from '../../../src/domain/ballot/paging.ts';
import { isOnPapers, papersAbout, placesOn } from '../../../src/domain/ballot/papers.ts';
import type { BallotRules } from '../../../src/domain/ballot/rules.ts';
import { isSet } from '../../../src/domain/ballot/state.ts';
import { after, bytes, CLOSES, issuing, OPENS, opening, rules, setting, source, voterOf } from './example-ballot.ts';

/** What one append of the store takes: facts, and their bytes. */
const FACTS_MAX = 1_000;
const APPEND_BYTES_MAX = 15_000_000;

type Roll = Readonly<{
  entries: number;
  homes: number;
  questions?: number;
  rules?: Partial<BallotRules>;
  groups?: number;
}>;

const uuid = (name: string, at: number): string =>
  `${name}-${String(at).padStart(8, '0')}`.padEnd(36, '-').slice(0, 36);
const groupOf = (electorate: number, home: string): readonly VotingGroup[] => [
  {
    ...{ electorate: `electorate-${electorate}`, sourceId: `poll--${electorate}` },
    ...{ homes: [home], butHome: null, withSuperior: false },
  },
];

const planned = ({ entries, homes, questions = 0, rules: special = {}, groups = 0 }: Roll) => {
  const ruled = { ...rules, ...special };
  const asks = Array.from({ length: questions }, (_, at) => `question-${at}`);
  const asked = { ...source, ...(questions === 0 ? {} : { questions: asks }) };
  const roll = Array.from({ length: entries }, (_, at) => ({
    ...{ entryId: uuid('entry', at), homeId: uuid('home', at % homes), track: `category-${at % 3}`, out: null },
  }));
  const groupsOf = (home: string) => Array.from({ length: groups }, (_, at) => groupOf(at, home));
  const plan: readonly BoxPlan[] =
    ruled.pickAtMost !== undefined || ruled.fullAtMost !== undefined
      ? papersAbout(roll, ruled)
      : boxesOrPages(
          roll.map(({ entryId, homeId }) => ({
            ...{ entryId, alike: groups > 0 || ruled.scope === 'entry' ? homeId : '', groups: groupsOf(homeId) },
          })),
          questions,
        );
  return { plan, ruled, asked, roll, refusal: beyondBallot(askedBy(ruled, asked), plan) };
};

const set = (roll: Roll) => {
  const { plan, ruled, asked, ...rest } = planned(roll);
  const order = {
    ...{ ...setting, rules: ruled, source: asked, closesAt: CLOSES, now: OPENS },
    keys: plan.map((box, at) => ({
      ...{ ...box, boxId: uuid('box', at), publicKey: 'p'.repeat(392), privateKey: 's'.repeat(1_624) },
    })),
  };
  return { plan, order, ...rest, answer: ballotDecider.decide({ kind: 'absent' }, order) };
};

/** The bytes of a fact as it is stored: private keys stand in it sealed, which makes four characters of three. */
const storedBytes = ({ data }: BallotFact): number => {
  const sealed = 'privateKeys' in data ? JSON.stringify(data.privateKeys).length : 0;
  return JSON.stringify(data).length + Math.ceil(sealed / 3) + 1_000;
};

/** Rolls from few to as many as an edition may have, and what becomes of each: `boxes`, or by which limit it is refused before the round opens. */
const ROLLS: readonly (readonly [
  name: string,
  roll: Roll,
  comes: Readonly<{ boxes: number }> | Readonly<{ refused: string }>,
])[] = [
  ['60 entries: a box each', { entries: 60, homes: 60 }, { boxes: 60 }],
  ['61 of one home: one paper', { entries: 61, homes: 1 }, { boxes: 1 }],
  ['61 that everybody votes about: one paper', { entries: 61, homes: 61, rules: { scope: 'round' } }, { boxes: 1 }],
  ['241 that everybody votes about: two papers', { entries: 241, homes: 9, rules: { scope: 'round' } }, { boxes: 2 }],
  ['800 that everybody votes about', { entries: 800, homes: 9, rules: { scope: 'round' } }, { boxes: 4 }],
  ['240 homes of three each', { entries: 720, homes: 240 }, { boxes: 240 }],
  ['241 homes', { entries: 723, homes: 241 }, { refused: 'boxesMax' }],
  ['more answers than lists can be appended', { entries: 801, homes: 9 }, { refused: 'answersMax' }],
  ['as many as an edition may have', { entries: 1_500, homes: 20 }, { refused: 'answersMax' }],
  ['ten questions about 80', { entries: 80, homes: 4, questions: 10 }, { boxes: 4 }],
  [
    'fourteen questions about 60, each on a paper of its own',
    { entries: 60, homes: 4, questions: 14 },
    { refused: 'answersMax' },
  ],
  ['two groups about 90, of three homes', { entries: 90, homes: 3, groups: 2 }, { boxes: 6 }],
  ['twenty groups about 60, of thirteen homes', { entries: 60, homes: 13, groups: 20 }, { refused: 'boxesMax' }],
  ['three categories in 80 homes: picking', { entries: 240, homes: 80, rules: { pickAtMost: 1 } }, { boxes: 240 }],
  [
    'names of one category on one paper beyond its length',
    { entries: 723, homes: 3, rules: { pickAtMost: 1 } },
    { refused: 'marksMax' },
  ],
  ['names that everybody picks of', { entries: 720, homes: 3, rules: { pickAtMost: 1, scope: 'round' } }, { boxes: 3 }],
];

describe('a ballot about many entries', () => {
  it.each(ROLLS)('%s', (_name, roll, comes) => {
    const { plan, answer, refusal } = set(roll);
    if ('refused' in comes) {
      expect(refusal).toMatchObject({ reason: 'TOO_MANY_BOXES', details: { [comes.refused]: expect.any(Number) } });
      return expect(answer).toEqual(refusal);
    }
    expect(refusal).toBeUndefined();
    expect(plan).toHaveLength(comes.boxes);
    // Each entry stands in one box of each group, and nowhere twice.
    const about = plan.flatMap(({ entryId, entryIds }) => entryIds ?? [entryId]);
    expect(about).toHaveLength(roll.entries * (roll.groups ?? 1));
    expect(new Set(about).size).toBe(roll.entries);
    expect(isRefusal(answer)).toBe(false);
    for (const fact of answer as readonly BallotFact[]) expect(storedBytes(fact)).toBeLessThan(DATA_BYTES_MAX);
  });

  it.each(ROLLS.filter(([, , comes]) => 'boxes' in comes))(
    '%s: what its opening would append is taken',
    (_name, roll) => {
      const { order, plan } = set(roll);
      const ballot = after(order);
      if (!isSet(ballot)) throw new Error('not set');
      const onPapers = isOnPapers(ballot);
      const places = plan.map((box) => placesOn(ballot, box).length);
      const answersOf = (at: number): number => (onPapers ? (places[at] ?? 0) : 0);
      // However many vote, tokens and answers stay within what issuing lets out; each list and each part is a fact.
      const papers = plan.map((_, at) =>
        Math.floor(
          onPapers
            ? MARKS_PER_BALLOT_MAX / plan.length / (answersOf(at) + MARKS_PER_TOKEN)
            : TOKENS_PER_BALLOT_MAX / plan.length,
        ),
      );
      const tokens = papers.reduce((sum, count) => sum + count, 0);
      const marks = papers.reduce((sum, count, at) => sum + count * answersOf(at), 0);
      const lists = onPapers ? papers.reduce((sum, count, at) => sum + answersOf(at) * Math.ceil(count / 1_000), 0) : 0;
      expect(Math.ceil(tokens / 1_000) + lists + 1).toBeLessThanOrEqual(FACTS_MAX);
      const [token, mark, list] = [500, 80, 400];
      expect(tokens * token + marks * mark + lists * list).toBeLessThan(APPEND_BYTES_MAX);
    },
  );

  it('has no limit that is smaller than what one paper or one box needs', () => {
    expect(BOXES_APART_MAX).toBeLessThan(BOXES_PER_BALLOT_MAX);
    expect(MARKS_PER_PAPER_MAX).toBeLessThanOrEqual(PLACES_PER_BALLOT_MAX);
    expect(BOX_WORDS_MAX).toBeLessThan(DATA_BYTES_MAX);
  });

  it('is voted about on papers, each whole and taken apart, with one turnout', () => {
    const { order, plan, roll } = set({ entries: 63, homes: 3 });
    const home = uuid('home', 0);
    const mine = order.keys.filter(({ entryId }) => roll.find((one) => one.entryId === entryId)?.homeId === home);
    const [box] = mine;
    if (box === undefined) throw new Error('no paper');
    expect(mine).toHaveLength(1);
    const tokensOf = (name: string) =>
      issuing(name, {
        ...{ entries: roll as never, voter: voterOf(name, home) },
        requests: [{ boxId: box.boxId, blinded: bytes(256, 7) }],
      });
    const ballot = after(order, ...['a', 'b', 'c', 'd', 'e'].map(tokensOf), opening);
    const entryIds = plan.find(({ entryId }) => entryId === box.entryId)?.entryIds ?? [];
    const handed = (count: number) =>
      takeBallot(
        ballot,
        {
          ...{ boxId: box.boxId, token: bytes(32, 1), signature: bytes(256, 1), level: '' },
          marks: entryIds
            .slice(0, count)
            .map((entryId, at) => ({ entryId, question: '', level: 'good', serial: bytes(16, at) })),
        },
        { isOpen: true, closesAt: CLOSES, now: '2026-10-22T00:00:00.000Z' },
      );
    expect(handed(entryIds.length)).toMatchObject({ choice: { marks: entryIds.map(() => ({ level: 0 })) } });
    expect(handed(entryIds.length - 1)).toMatchObject({ reason: 'MARKS_INCOMPLETE' });
    const papers = Array.from({ length: 5 }, (_, token) => ({
      ...{ boxId: box.boxId, token: bytes(32, token), signature: bytes(256, token) },
      marks: entryIds.map((_id, at) => ({ level: token % 2, serial: bytes(16, token * 40 + at) })),
    }));
    const closed = after(order, ...['a', 'b', 'c', 'd', 'e'].map(tokensOf), opening, {
      ...{ type: 'CloseBallot', now: CLOSES, ballots: papers },
    });
    const counted = closed.kind === 'closed' ? closed.counted.filter(({ boxId }) => boxId === box.boxId) : [];
    expect(counted).toEqual(
      entryIds.map((entryId) => ({ boxId: box.boxId, entryId, issued: 5, cast: 5, counts: [3, 2], why: null })),
    );
  });
});
