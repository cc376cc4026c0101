import { describe, expect, it } from '@jest/globals';
import { isRunning } from '../../../src/domain/round/state.ts';
import {
  admit,
  after,
  AFTER,
  answer,
  assign,
  carryOut,
  close,
  CLOSES,
  draw,
  entryOf,
  factsOf,
  INSPECTOR,
  LATER,
  LEADER,
  NOW,
  open,
  prepare,
  propose,
  secondly,
  setWindow,
  sheets,
  tablesOf,
  tally,
  UNTIL,
  untilClosed,
  untilOpen,
  untilPrepared,
} from './example-round.ts';

const scored = after(...untilClosed, ...tally());

describe('a round follows its edition', () => {
  it('is prepared once, and anew only when something that decides changed', () => {
    expect(answer(after(prepare()), prepare())).toBe('');
    expect(answer(after(prepare()), prepare(tablesOf({ least: 2 })))).toBe('RoundPrepared');
    expect(answer(after(...untilOpen), prepare(tablesOf({ least: 2 })))).toBe('ROUND_OPEN_ALREADY editionId');
  });
  it('prepared anew keeps its entries, seats and recusals', () => {
    const before = after(...untilPrepared, assign('expert-1'), {
      type: 'DeclareRecusal',
      now: NOW,
      personId: 'expert-1',
      entryId: 'entry-b',
      reason: 'kinship',
    });
    const [fact] = factsOf(before, prepare(tablesOf({ least: 2 })));
    const anew = after(...untilPrepared);
    expect(fact?.type).toBe('RoundPrepared.v1');
    expect(anew.kind === 'prepared' && anew.entries).toHaveLength(3);
    expect(before.kind === 'prepared' && before.recusals).toEqual([{ personId: 'expert-1', entryId: 'entry-b' }]);
  });
  it('of a phase that its tables do not have is refused', () =>
    expect(answer(after(), { ...prepare(), phase: 'finals' } as never)).toBe('PHASE_UNKNOWN phase'));
  it('admits an entry once, and until scoring begins', () => {
    expect(answer(after(...untilPrepared), admit('a'))).toBe('');
    expect(answer(after(...untilOpen), admit('d'))).toBe('ROUND_OPEN_ALREADY entryId');
  });
  it('judges a subject once: a second entry of it counts as come and is out from the first', () => {
    const twin = { type: 'AdmitEntry', now: NOW, entry: { ...entryOf('a'), entryId: 'entry-twin' } } as const;
    expect(answer(after(...untilPrepared), twin)).toBe('EntryAdmitted EntryTakenOut');
  });
  it('judges a subject once, also when somebody puts the second entry back', () => {
    const twin = { type: 'AdmitEntry', now: NOW, entry: { ...entryOf('a'), entryId: 'entry-twin' } } as const;
    const both = after(...untilPrepared, twin);
    const back = { act: 'PutBackEntry', entryId: 'entry-twin', reason: 'taken-out-in-error' } as const;
    expect(answer(both, propose(back))).toBe('SUBJECT_JUDGED_ALREADY entryId');
    const out = { act: 'TakeOutEntry', entryId: 'entry-a', reason: 'ineligible' } as const;
    expect(answer(after(...untilPrepared, twin, ...secondly(out)), propose(back, 'proposal-2'))).toBe('ActProposed');
  });
});

describe('a round opens', () => {
  it('with exactly as many entries as the edition let in', () => {
    expect(answer(after(...untilPrepared, setWindow(4)), open)).toBe('ENTRIES_INCOMPLETE roundId');
    expect(answer(after(...untilPrepared, setWindow(2)), open)).toBe('ENTRIES_INCOMPLETE roundId');
    expect(answer(after(...untilPrepared, setWindow(3)), open)).toBe('RulesFrozen RoundOpened');
  });
  it('not before scoring has begun, and not without entries', () => {
    expect(answer(after(...untilPrepared), open)).toBe('SCORING_NOT_OPEN roundId');
    expect(answer(after(...untilPrepared, setWindow(null)), open)).toBe('SCORING_NOT_OPEN roundId');
    expect(answer(after(prepare(), setWindow(0)), open)).toBe('ROUND_HAS_NO_ENTRIES roundId');
  });
  it('once', () => expect(answer(after(...untilOpen), open)).toBe(''));
  it('late only by a second person, until an end of its own', () => {
    const passed = after(...untilPrepared, setWindow(), close);
    expect(passed.kind).toBe('prepared');
    expect(answer(passed, { ...open, now: AFTER } as never)).toBe('SCORING_OVER roundId');
    const late = after(...untilPrepared, setWindow(), ...secondly({ act: 'OpenLate', until: UNTIL }));
    expect(isRunning(late) && late.closesAt).toBe(UNTIL);
  });
  it('by the edition when its stage was reopened', () =>
    expect(
      answer(after(...untilPrepared, setWindow(), setWindow(null, UNTIL, 2)), { ...open, now: AFTER } as never),
    ).toBe('RulesFrozen RoundOpened'));
  it('late does not close with a stage whose end is heard only then, but when its own end has passed', () => {
    const late = after(...untilPrepared, setWindow(), ...secondly({ act: 'OpenLate', until: UNTIL }));
    expect(factsOf(late, { type: 'CloseRound', why: 'stage', now: AFTER })).toEqual([]);
    expect(factsOf(late, setWindow(null, AFTER, 9))).toEqual([]);
    expect(answer(late, { type: 'CloseRound', why: 'due', now: UNTIL })).toBe('RoundClosed');
  });
  it('late not while its stage lasts', () =>
    expect(
      answer(after(...untilPrepared, setWindow()), propose({ act: 'OpenLate', until: UNTIL }, 'p', undefined, NOW)),
    ).toBe('SCORING_NOT_OVER roundId'));
  it('and commits to the secret of its draws before the first sheet', () => {
    const [frozen] = factsOf(after(...untilPrepared, setWindow()), open);
    expect(frozen?.data).toMatchObject({ drawCommitment: draw.commitment });
  });
});

describe('the window', () => {
  it('is the edition’s, and moves with it while its own closing is ahead', () => {
    const moved = after(...untilOpen, setWindow(null, UNTIL, 2));
    expect(isRunning(moved) && moved.closesAt).toBe(UNTIL);
    expect(answer(after(...untilClosed), setWindow(null, UNTIL, 2))).toBe('');
  });
  it('that was shortened ends no sooner than it is heard of: what was accepted meanwhile counts', () => {
    const early = '2021-12-04T16:00:00.000Z';
    const shortened = after(...untilOpen, setWindow(3, early, 2));
    expect(shortened).toMatchObject({ kind: 'open', closesAt: NOW });
    expect(after(...untilPrepared, setWindow(3, early, 2))).toMatchObject({ window: { closesAt: early } });
  });
  it('that the edition set earlier changes nothing', () =>
    expect(answer(after(...untilOpen, setWindow(null, UNTIL, 5)), setWindow(null, CLOSES, 4))).toBe(''));
});

const reopen = { act: 'ReopenRound', seatIds: ['expert-1'], until: UNTIL, reason: 'sheets-missing' } as const;

describe('a closed round is reopened', () => {
  it('for the seats named, until the moment named, and closes with the next number', () => {
    const reopened = after(...untilClosed, ...secondly(reopen));
    expect(reopened).toMatchObject({ kind: 'open', closing: 2, closesAt: UNTIL, open: ['expert-1'] });
    const again = after(...untilClosed, ...secondly(reopen), { type: 'CloseRound', now: LATER, why: 'due' });
    expect(again).toMatchObject({ kind: 'closed', closing: 2 });
  });
  it('closes when its end has passed, not with the stage and not before', () => {
    const reopened = after(...untilClosed, ...secondly(reopen));
    expect(answer(reopened, close)).toBe('');
    expect(answer(reopened, { type: 'CloseRound', now: AFTER, why: 'due' })).toBe('ROUND_NOT_DUE roundId');
  });
  it('by a leader or an inspector before the sheets were opened, by an inspector alone afterwards', () => {
    expect(answer(after(...untilClosed, propose(reopen)), carryOut('proposal-1', LEADER))).toBe('RoundReopened');
    const unsealed = after(...untilClosed, ...tally(), propose(reopen));
    expect(answer(unsealed, carryOut('proposal-1', LEADER))).toBe('SECOND_ROLE_NEEDED');
    expect(answer(unsealed, carryOut('proposal-1', INSPECTOR))).toBe('RoundReopened');
  });
  it('after the opening of sheets only for seats assigned before', () =>
    expect(answer(scored, propose({ ...reopen, seatIds: ['expert-9'] }))).toBe('SEAT_UNKNOWN seatIds[0]'));
  it('until a moment that is ahead, and not for ever', () => {
    for (const until of [AFTER, '2022-12-31T16:00:00.000Z', 'soon', ''])
      expect(answer(after(...untilClosed), propose({ ...reopen, until }))).toBe('UNTIL_INVALID until');
  });
  it('with its stage for every seat, as long as nobody has seen an aggregate', () => {
    const order = {
      type: 'ReopenWithStage',
      now: AFTER,
      stageId: 'score',
      closesAt: UNTIL,
      editionRevision: 9,
    } as const;
    expect(answer(after(...untilClosed), order)).toBe('RoundReopened');
    expect(answer(scored, order)).toBe('ROUND_UNSEALED roundId');
  });
  it('not while it is open', () =>
    expect(answer(after(...untilOpen), propose(reopen))).toBe('ROUND_NOT_CLOSED roundId'));
});

describe('a round is annulled', () => {
  const annul = (reason: string) => ({ act: 'AnnulRound', reason }) as const;
  it.each([...['rules-wrong', 'entries-wrong'], 'irregularity', 'no-result-possible'])(
    'before its sheets are opened: %s',
    (reason) => expect(after(...untilClosed, ...secondly(annul(reason)))).toMatchObject({ kind: 'annulled', reason }),
  );
  it('after the opening only for what no result can choose', () => {
    expect(answer(scored, propose(annul('rules-wrong')))).toBe('ROUND_UNSEALED reason');
    expect(after(...untilClosed, ...tally(), ...secondly(annul('irregularity'))).kind).toBe('annulled');
  });
  it('with its edition, before or after', () => {
    for (const round of [after(...untilPrepared), after(...untilOpen), scored])
      expect(answer(round, { type: 'AbandonRound', now: AFTER })).toBe('RoundAnnulled');
  });
  it('and nothing more is done in it', () => {
    const annulled = after(...untilClosed, ...secondly(annul('irregularity')));
    for (const order of [
      open,
      close,
      assign('expert-2'),
      setWindow(),
      ...tally(sheets),
      propose(annul('irregularity')),
    ])
      expect(answer(annulled, order)).toBe('ROUND_ANNULLED roundId');
  });
});
