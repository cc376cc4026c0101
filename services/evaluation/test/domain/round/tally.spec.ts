import { describe, expect, it } from '@jest/globals';
import { sha256Hex, canonicalBytes } from '@jiangong/event-store';
import { decidableOf } from '../../../src/domain/round/decide-decision.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import type { Round, RunningRound } from '../../../src/domain/round/state.ts';
import {
  admit,
  AFTER,
  after,
  answer,
  assign,
  close,
  CLOSES,
  compute,
  factsOf,
  LATER,
  NOW,
  open,
  openSheets,
  prepare,
  propose,
  secondly,
  setWindow,
  SECRET,
  sheet,
  sheets,
  tablesOf,
  tally,
  UNTIL,
  untilClosed,
  untilOpen,
  untilPrepared,
} from './example-round.ts';

const closed = after(...untilClosed);
const scored = after(...untilClosed, ...tally()) as RunningRound;
const block = (name: string): ScoringOrder => ({
  type: 'TakeOutEntry',
  now: AFTER,
  entryId: `entry-${name}`,
  reason: 'blocked',
});
const lifted = (name: string): ScoringOrder => ({
  type: 'PutBackEntry',
  now: AFTER,
  entryId: `entry-${name}`,
  reason: 'block-lifted',
});
const late = { act: 'DeclareRecusal', personId: 'officer-z', entryId: 'entry-b', reason: 'kinship' } as const;
const ranks = (round: RunningRound) => round.results.at(-1)?.ranking.map(({ entryId, rank }) => `${entryId} ${rank}`);

describe('a result', () => {
  it('is computed by the frozen rules, rounded once', () =>
    expect(scored.results[0]).toMatchObject({
      decimals: 2,
      ranking: [
        { entryId: 'entry-a', rank: 1, score: 8_600 },
        { entryId: 'entry-b', rank: 2, score: 7_600 },
        { entryId: 'entry-c', rank: 3, score: 5_600 },
      ],
      absent: [],
      excluded: [],
      because: [],
      predecessor: null,
      computedAt: AFTER,
    }));
  it('needs the sheets to be opened on record first', () =>
    expect(answer(closed, compute())).toBe('SHEETS_NOT_OPENED roundId'));
  it('where nothing moved is neither opened for nor computed again', () => {
    expect(answer(scored, openSheets())).toBe('');
    expect(answer(scored, compute())).toBe('');
  });
  it('follows again whatever moved, also where the marks are the same', () => {
    const round = after(...untilClosed, ...tally(), block('c'), lifted('c'), ...tally()) as RunningRound;
    expect(round.results[1]).toMatchObject({
      because: [
        { change: 'entry-taken-out', proposalId: null },
        { change: 'entry-put-back', proposalId: null },
      ],
      resultHash: scored.results[0]?.resultHash,
    });
    expect(round.changes).toEqual([]);
  });
  it('does not depend on the order of sheets', () => {
    const turned = after(...untilClosed, ...tally([...sheets].reverse())) as RunningRound;
    expect(turned.results).toEqual(scored.results);
  });
  it('is not computed before the closing', () => {
    expect(answer(after(...untilOpen), openSheets())).toBe('ROUND_NOT_CLOSED roundId');
    expect(answer(after(...untilPrepared), openSheets())).toBe('ROUND_NOT_CLOSED roundId');
  });
});

describe('the cut', () => {
  const officer = (over: Partial<(typeof sheets)[number]>) =>
    sheets.map((one) => (one.personId === 'officer-z' ? { ...one, ...over } : one));
  const excluded = (given: typeof sheets) =>
    (after(...untilClosed, ...tally(given)) as RunningRound).results[0]?.excluded;

  it('is where the closing itself stands: at it counts, behind it does not', () => {
    expect(excluded(officer({ position: 100 }))).toEqual([]);
    expect(excluded(officer({ position: 101 }))).toEqual([
      { seatId: 'unit-z', personId: 'officer-z', closing: 1, why: 'after-closing' },
    ]);
  });
  it('is the end of the window too: a stamp at it is late', () =>
    expect(excluded(officer({ submittedAt: CLOSES }))).toHaveLength(1));
  it('of a sheet is its own closing’s', () => {
    const reopen = { act: 'ReopenRound', seatIds: ['unit-z'], until: UNTIL, reason: 'wrong-sheet' } as const;
    const orders = [...untilClosed, ...secondly(reopen), { type: 'CloseRound', now: LATER, why: 'due' } as const];
    const anew = sheet(
      'officer-z',
      { a: [0, 0], b: [0, 0], c: [0, 0] },
      { closing: 2, position: 150, submittedAt: AFTER },
    );
    const round = after(...orders, ...tally([...sheets, anew], [100, 200])) as RunningRound;
    expect(round.results[0]?.excluded).toEqual([
      { seatId: 'unit-z', personId: 'officer-z', closing: 1, why: 'replaced' },
    ]);
    const tooLate = after(...orders, ...tally([...sheets, { ...anew, position: 201 }], [100, 200])) as RunningRound;
    expect(tooLate.results[0]?.excluded).toEqual([
      { seatId: 'unit-z', personId: 'officer-z', closing: 2, why: 'after-closing' },
    ]);
  });
});

describe('too few sheets', () => {
  const strict = (panel: Parameters<typeof tablesOf>[0], ...more: readonly ScoringOrder[]) =>
    after(
      prepare(tablesOf({ absent: 'refuse', ...panel })),
      ...untilPrepared.slice(1),
      assign('officer-a', 'officer-z', 'expert-1'),
      setWindow(),
      open,
      close,
      ...more,
    );
  const without = sheets.filter(({ personId }) => personId !== 'expert-1');

  it('are said before anything is opened, with the seats that could bring them', () => {
    const round = strict({ missing: 'refuse' });
    expect(answer(round, openSheets(without))).toBe('SHEETS_LACKING roundId');
    expect(round).toMatchObject({ seed: null });
  });
  it('have a way on: the seat is reopened', () => {
    const reopen = { act: 'ReopenRound', seatIds: ['expert-1'], until: UNTIL, reason: 'sheets-missing' } as const;
    const late1 = sheet(
      'expert-1',
      { a: [4_000, 5_000], b: [0, 0], c: [0, 0] },
      { closing: 2, position: 150, submittedAt: AFTER },
    );
    const round = strict(
      { missing: 'refuse' },
      ...secondly(reopen),
      { type: 'CloseRound', now: LATER, why: 'due' },
      ...tally([...without, late1], [100, 200]),
    ) as RunningRound;
    expect(round.results).toHaveLength(1);
  });
  it('have a way on: another seat is assigned and reopened, or the missing one is excused', () => {
    const excuse = { act: 'ExcuseSeat', seatId: 'expert-1', reason: 'ill' } as const;
    expect(answer(strict({ missing: 'refuse' }, ...secondly(excuse)), openSheets(without))).toBe(
      'SHEETS_LACKING roundId',
    );
    expect(answer(strict({ missing: 'refuse', absent: 'unranked' }, ...secondly(excuse)), openSheets(without))).toBe(
      'SheetsOpened',
    );
  });
  it('leave an entry without a rank, and not the campaign without an end, where the template says so', () => {
    const round = strict({ least: 2, absent: 'unranked' }, ...tally()) as RunningRound;
    expect(round.results[0]?.ranking).toEqual([]);
    expect(round.results[0]?.absent).toHaveLength(3);
  });
  it('never end the campaign: the round is annulled and another one follows', () =>
    expect(strict({ least: 5 }, ...secondly({ act: 'AnnulRound', reason: 'no-result-possible' })).kind).toBe(
      'annulled',
    ));
});

describe('an entry taken out by a later block', () => {
  it('is judged no more, and is judged again when the block is lifted', () => {
    expect(ranks(after(...untilClosed, block('a'), ...tally()) as RunningRound)).toEqual(['entry-b 1', 'entry-c 2']);
    expect(ranks(after(...untilClosed, block('a'), lifted('a'), ...tally()) as RunningRound)).toEqual(ranks(scored));
  });
  it('after the result makes another one', () =>
    expect(ranks(after(...untilClosed, ...tally(), block('a'), ...tally()) as RunningRound)).toEqual([
      'entry-b 1',
      'entry-c 2',
    ]));
  it('twice, or put back where it is, is no new fact', () => {
    expect(answer(after(...untilClosed, block('a')), block('a'))).toBe('');
    expect(answer(closed, lifted('a'))).toBe('');
  });
  it('still counts as come where the edition counts', () =>
    expect(answer(after(prepare(), admit('a'), admit('b'), block('a'), setWindow(2)), open)).toBe(
      'RulesFrozen RoundOpened',
    ));
  it('is one of the round, by a word of the list', () => {
    expect(answer(closed, block('x'))).toBe('ENTRY_NOT_IN_ROUND entryId');
    expect(answer(closed, { ...block('a'), reason: 'ugly' } as never)).toBe('ENTRY_REASON_UNKNOWN reason');
  });
});

describe('the seed of draws', () => {
  it('is made from the secret, the first closing and the sheets that count', () =>
    expect(scored.seed).toBe(
      sha256Hex(
        canonicalBytes({ secret: SECRET, closedHash: 'closed', sheets: ['expert-1', 'officer-a', 'officer-z'] }),
      ),
    ));
  it('keeps to what was committed to before the first sheet', () =>
    expect(answer(closed, { ...openSheets(), secret: 'another' } as never)).toBe('DRAW_BROKEN roundId'));
  it('stays the first one, whoever submits anew knowing it', () => {
    const round = after(...untilClosed, ...tally(), ...secondly(late), ...tally(sheets.slice(1))) as RunningRound;
    expect(round.seed).toBe(scored.seed);
  });
});

describe('a proposal', () => {
  it('lapses when what it is about has moved on', () => {
    const carried = {
      type: 'CarryOut',
      now: AFTER,
      proposalId: 'old',
      by: { personId: 'i', role: 'discipline-inspector' },
    };
    const moved = after(...untilClosed, propose(late, 'old'), ...tally());
    expect(answer(moved, { ...carried, draw: null, candidates: [] } as never)).toBe('PROPOSAL_LAPSED proposalId');
  });
  it('is made once, and what could not be carried out is not proposed', () => {
    expect(answer(after(...untilClosed, propose(late)), propose(late, 'again'))).toBe('PROPOSED_ALREADY terms');
    expect(answer(closed, propose({ ...late, entryId: 'entry-x' }))).toBe('ENTRY_NOT_IN_ROUND entryId');
  });
  it('is turned down, and is carried out no more', () => {
    const reject = {
      type: 'RejectProposal',
      now: NOW,
      proposalId: 'proposal-1',
      by: { personId: 'i', role: 'discipline-inspector' },
      why: '证据不足',
    } as const;
    const turned = after(...untilClosed, propose(late), reject);
    expect(answer(turned, reject)).toBe('PROPOSAL_NOT_FOUND proposalId');
    expect(answer(after(...untilClosed, propose(late)), { ...reject, by: { personId: 'x', role: 'expert' } })).toBe(
      'SECOND_ROLE_NEEDED proposalId',
    );
  });
  it('that has lapsed keeps no body waiting, and one that stands does', () => {
    const excusing = { act: 'ExcuseSeat', seatId: 'unit-z', reason: 'ill' } as const;
    const waiting = (round: Round): number | string => {
      const decidable = decidableOf(round);
      return 'reason' in decidable ? decidable.reason : decidable.outstanding.length;
    };
    expect(waiting(after(...untilClosed, ...tally(), propose(excusing)))).toBe(1);
    expect(waiting(after(...untilClosed, propose(excusing), ...tally()))).toBe(0);
  });
  it('of discipline inspection is not silenced by the office alone, unless it has lapsed', () => {
    const inspector = { personId: 'i', role: 'discipline-inspector' };
    const reject = {
      type: 'RejectProposal',
      now: NOW,
      proposalId: 'proposal-1',
      by: { personId: 'o', role: 'committee-officer' },
      why: '不予采纳',
    } as const;
    const standing = after(...untilClosed, propose(late, 'proposal-1', inspector));
    expect(answer(standing, reject)).toBe('SECOND_ROLE_NEEDED proposalId');
    expect(answer(standing, { ...reject, by: inspector })).toBe('ProposalRejected');
    expect(answer(standing, { ...reject, by: { personId: 'l', role: 'committee-leader' } })).toBe('ProposalRejected');
    const lapsed = after(...untilClosed, propose(late, 'proposal-1', inspector), ...tally());
    expect(answer(lapsed, reject)).toBe('ProposalRejected');
  });
  it('has a reason', () => expect(answer(closed, { ...propose(late), why: ' ' } as never)).toBe('TEXT_EMPTY why'));
});

describe('setting up', () => {
  it('freezes everything that decides in one hash', () => {
    const hashOf = (tables: Parameters<typeof tablesOf>[0]) =>
      factsOf(after(prepare(tablesOf(tables)), ...untilPrepared.slice(1), setWindow()), open).flatMap(({ data }) =>
        'rulesHash' in data ? [data.rulesHash] : [],
      );
    expect(hashOf({})).toEqual(hashOf({}));
    expect(hashOf({})).not.toEqual(hashOf({ least: 2 }));
  });
});
