import { describe, expect, it } from '@jest/globals';
import {
  APPEAL_CHARACTERS_MAX,
  APPEALS_PER_ENTRY_MAX,
  VERDICTS_PER_APPEAL_MAX,
} from '../../../src/domain/appeal/limits.ts';
import { pendingAppeals, upheldAppeals } from '../../../src/domain/appeal/pending.ts';
import { evolveRound } from '../../../src/domain/round/evolve-round.ts';
import { isClosed, isRunning, type Round } from '../../../src/domain/round/state.ts';
import {
  admit,
  after,
  answer,
  candidate,
  close,
  compute,
  open,
  prepare,
  secondly,
  setWindow,
  sheets,
} from '../round/example-round.ts';
import { openSheets } from '../round/example-round.ts';
import {
  appealWindow,
  decide,
  decidedRound,
  file,
  FROM,
  HEAD,
  leader,
  OFFICER_B,
  OTHER,
  reopen,
  TABLES,
  tallied,
  then,
  TO,
  TOO_LATE,
  withdraw,
} from './appealed-round.ts';

const filed = then(tallied, file());
const standings = (round: Round): readonly string[] =>
  isRunning(round) ? round.appeals.map(({ standing }) => standing) : [];
const pending = (round: Round): readonly (string | null)[] => {
  if (!isClosed(round)) throw new Error('not closed');
  const { decision, circular } = pendingAppeals(round);
  return [decision?.reason ?? null, circular?.reason ?? null];
};

const upheldIn = (round: Round): string => {
  if (!isClosed(round)) throw new Error('not closed');
  const { met, all } = upheldAppeals(round);
  return `${met}/${all}`;
};

describe('an appeal against a result', () => {
  it('is filed by whoever answers for the entry, once there is a result', () => {
    expect(answer(tallied, file())).toBe('AppealFiled');
    expect(answer(tallied, file({}, candidate('leader-b', 'member', null)))).toBe('AppealFiled');
    expect(answer(tallied, file({}, candidate('officer-a', 'unit-officer', 'unit-a')))).toBe('NOT_THE_SUBJECT entryId');
    expect(answer(after(prepare(TABLES), admit('b')), file())).toBe('ROUND_NOT_CLOSED roundId');
    const closed = after(prepare(TABLES), admit('b'), setWindow(1), appealWindow(), open, close);
    expect(answer(closed, file())).toBe('RESULT_NOT_COMPUTED roundId');
    expect(answer(tallied, file({ entryId: 'entry-z' }))).toBe('ENTRY_NOT_IN_ROUND entryId');
  });
  it('is filed within the stage, whose end is the last moment, and which follows the edition', () => {
    expect(answer(tallied, file({ now: FROM }))).toBe('AppealFiled');
    expect(answer(tallied, file({ now: '2021-12-12T15:59:59.999Z' }))).toBe('APPEALS_NOT_BEGUN roundId');
    expect(answer(tallied, file({ now: TOO_LATE }))).toBe('APPEAL_TOO_LATE roundId');
    const longer = then(tallied, appealWindow('2021-12-25T16:00:00.000Z', 2));
    expect(answer(longer, file({ now: TOO_LATE }))).toBe('AppealFiled');
    expect(answer(longer, appealWindow(TO, 1))).toBe('');
    expect(answer(tallied, { ...appealWindow(), stageId: 'check' } as never)).toBe('');
    const { appeals: _none, ...without } = TABLES;
    expect(answer(after(prepare(without), admit('b'), setWindow(1), open, close), file())).toBe(
      'APPEALS_NOT_TAKEN roundId',
    );
  });
  it('is against something that was judged', () => {
    expect(answer(tallied, file({ matter: 'luck' }))).toBe('APPEAL_MATTER_UNKNOWN matter');
    expect(answer(tallied, file({ matter: 'bonus' }))).toBe('APPEAL_MATTER_NOT_JUDGED matter');
    expect(answer(tallied, file({ matter: 'checklist', sourceId: 'units' }))).toBe('APPEAL_MATTER_NOT_JUDGED sourceId');
    expect(answer(tallied, file({ itemId: 'life' }))).toBe('APPEAL_MATTER_NOT_JUDGED itemId');
    expect(answer(tallied, file({ matter: 'grade' }))).toBe('DECISION_NOT_TAKEN matter');
    expect(answer(decidedRound(tallied), file({ matter: 'grade' }))).toBe('AppealFiled');
  });
  it('has a reason of limited length, and documents by their hash', () => {
    expect(answer(tallied, file({ why: ' ' }))).toBe('TEXT_EMPTY why');
    expect(answer(tallied, file({ why: '长'.repeat(APPEAL_CHARACTERS_MAX + 1) }))).toBe('TEXT_TOO_LONG why');
    expect(answer(tallied, file({ evidence: [] }))).toBe('AppealFiled');
    expect(answer(tallied, file({ evidence: ['d'.repeat(63)] }))).toBe('EVIDENCE_INVALID evidence[0]');
    expect(answer(tallied, file({ evidence: Array.from({ length: 21 }, (_, at) => `${at}`) }))).toBe(
      'EVIDENCE_INVALID evidence',
    );
  });
  it('is not filed twice about one matter, nor without end', () => {
    expect(answer(filed, file())).toBe('');
    expect(answer(filed, file({ appealId: 'appeal-2' }))).toBe('APPEALED_ALREADY matter');
    expect(answer(then(filed, decide('rejected')), file({ appealId: 'appeal-2' }))).toBe('APPEALED_ALREADY matter');
    expect(answer(then(filed, decide('upheld', 'corrected-result')), file({ appealId: 'appeal-2' }))).toBe(
      'APPEALED_ALREADY matter',
    );
    expect(answer(then(filed, withdraw()), file({ appealId: 'appeal-2' }))).toBe('AppealFiled');
    const often = Array.from({ length: APPEALS_PER_ENTRY_MAX }, (_, at) => [
      file({ appealId: `appeal-${at}` }),
      withdraw(OFFICER_B, { appealId: `appeal-${at}` }),
    ]).flat();
    expect(answer(then(tallied, ...often), file({ appealId: 'one-more' }))).toBe('APPEALED_TOO_OFTEN entryId');
  });
  it('is withdrawn by those who appealed until it is decided, also after the stage', () => {
    expect(answer(filed, withdraw(OFFICER_B, { now: TOO_LATE }))).toBe('AppealWithdrawn');
    expect(answer(filed, withdraw(HEAD))).toBe('NOT_THE_APPELLANT appealId');
    expect(answer(filed, withdraw(OFFICER_B, { why: '' }))).toBe('TEXT_EMPTY why');
    expect(answer(filed, withdraw(OFFICER_B, { appealId: 'appeal-9' }))).toBe('APPEAL_UNKNOWN appealId');
    expect(answer(then(filed, withdraw()), withdraw())).toBe('');
    expect(answer(then(filed, decide('rejected')), withdraw())).toBe('APPEAL_SETTLED appealId');
  });
});

describe('the party that the stage names', () => {
  it('upholds with what follows, or rejects, with a reason', () => {
    expect(answer(filed, decide('rejected'))).toBe('AppealDecided');
    expect(answer(filed, decide('upheld', 'new-decision'))).toBe('AppealDecided');
    expect(answer(filed, decide('upheld'))).toBe('APPEAL_REMEDY_UNKNOWN remedy');
    expect(answer(filed, decide('rejected', 'new-decision'))).toBe('APPEAL_REMEDY_IMPOSSIBLE remedy');
    expect(answer(filed, decide('perhaps'))).toBe('APPEAL_OUTCOME_UNKNOWN outcome');
    expect(answer(filed, decide('rejected', '', HEAD, { why: '' }))).toBe('TEXT_EMPTY why');
    expect(answer(then(filed, decide('rejected')), decide('rejected'))).toBe('APPEAL_SETTLED appealId');
    expect(answer(then(filed, withdraw()), decide('rejected'))).toBe('APPEAL_SETTLED appealId');
  });
  it('is of the role that the template gives, at the committee or above it', () => {
    const officer = candidate('office-1', 'committee-officer', null);
    expect(answer(filed, decide('rejected', '', officer))).toBe('APPEAL_NOT_YOURS appealId');
    expect(answer(filed, decide('rejected', '', leader('chief', null, 'above')))).toBe('AppealDecided');
  });
  it('is nobody who belongs to what is appealed for, and nobody who scored it', () => {
    const answered = leader('leader-b');
    expect(answer(filed, decide('rejected', '', answered))).toBe('OWN_ENTRY entryId');
    expect(answer(filed, decide('rejected', '', leader('colleague', 'unit-b')))).toBe('OWN_ORGANIZATION entryId');
    expect(answer(filed, decide('rejected', '', leader('expert-1')))).toBe('SCORED_BY_YOU entryId');
    expect(answer(filed, decide('rejected', '', HEAD, { wrote: true }))).toBe('SCORED_BY_YOU entryId');
    const own = then(tallied, file({ ground: { ...file().ground, personId: 'head-1' } }));
    expect(answer(own, decide('rejected'))).toBe('OWN_APPEAL appealId');
  });
  it('decides anew where another person had it taken up again, with a reason, so often at most', () => {
    const decided = then(filed, decide('rejected'));
    expect(answer(decided, reopen())).toBe('AppealReopened');
    expect(answer(decided, reopen(HEAD))).toBe('OWN_VERDICT appealId');
    expect(answer(decided, reopen(OTHER, { why: '' }))).toBe('TEXT_EMPTY why');
    expect(answer(decided, reopen(leader('colleague', 'unit-b')))).toBe('OWN_ORGANIZATION entryId');
    expect(answer(filed, reopen())).toBe('APPEAL_NOT_DECIDED appealId');
    expect(answer(then(filed, withdraw()), reopen())).toBe('APPEAL_SETTLED appealId');
    expect(standings(then(decided, reopen()))).toEqual(['open']);
    const often = Array.from({ length: VERDICTS_PER_APPEAL_MAX - 1 }, () => [reopen(), decide('rejected')]).flat();
    expect(answer(then(decided, ...often), reopen())).toBe('APPEAL_DECIDED_TOO_OFTEN appealId');
  });
});

describe('what an appeal leads to', () => {
  it('is waited for by the decision and by the circular while it is open', () => {
    expect(pending(tallied)).toEqual([null, null]);
    expect(pending(filed)).toEqual(['APPEAL_OPEN', 'APPEAL_OPEN']);
    expect(pending(then(filed, withdraw()))).toEqual([null, null]);
    expect(pending(then(filed, decide('rejected')))).toEqual([null, null]);
    expect(pending(then(decidedRound(tallied), file()))).toEqual(['APPEAL_OPEN', 'APPEAL_OPEN']);
  });
  it('is another result, where it was upheld for that: nothing is decided before', () => {
    const upheld = then(filed, decide('upheld', 'corrected-result'));
    expect(pending(upheld)).toEqual(['APPEAL_UNMET', 'APPEAL_UNMET']);
    expect([upheldIn(filed), upheldIn(upheld), upheldIn(then(upheld, reopen()))]).toEqual(['0/0', '0/1', '0/0']);
    const again = then(
      upheld,
      ...secondly({ act: 'TakeOutEntry', entryId: 'entry-c', reason: 'withdrawn' } as never),
      openSheets(),
      compute(sheets),
    );
    expect(pending(again)).toEqual([null, null]);
    expect(upheldIn(again)).toBe('1/1');
    expect(answer(again, file({ appealId: 'appeal-2' }))).toBe('AppealFiled');
  });
  it('is another decision, where one was in force: no circular makes that one known', () => {
    const decided = decidedRound(tallied);
    const upheld = then(decided, file(), decide('upheld', 'new-decision'));
    expect([upheldIn(upheld), ...pending(upheld)]).toEqual(['0/1', null, 'APPEAL_UPHELD']);
    const annulled = evolveRound(upheld, {
      type: 'DecisionAnnulled.v1',
      data: { decisionId: 'decision-1', proposalId: 'p' },
    } as never);
    expect([upheldIn(annulled), ...pending(annulled)]).toEqual(['1/1', null, null]);
    expect(pending(decidedRound(annulled, 'decision-2'))).toEqual([null, null]);
    expect(answer(decidedRound(annulled, 'decision-2'), file({ appealId: 'appeal-2' }))).toBe('AppealFiled');
  });
  it('is nothing once its entry is judged no more', () => {
    const gone = then(filed, ...secondly({ act: 'TakeOutEntry', entryId: 'entry-b', reason: 'withdrawn' } as never));
    expect(pending(gone)).toEqual([null, null]);
  });
});
