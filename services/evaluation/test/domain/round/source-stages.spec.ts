import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { timeOfBallot } from '../../../src/application/ballot-stage.ts';
import { bonusDecider } from '../../../src/domain/bonus/decider.ts';
import { measureDecider } from '../../../src/domain/measure/decider.ts';
import { isRunning, type Round } from '../../../src/domain/round/state.ts';
import type { RoundStage } from '../../../src/domain/round/tables.ts';
import { sheetRoundOf } from '../../../src/domain/sheet/sheet-round.ts';
import { by as claimBy, claim, open as openForBonuses } from '../bonus/example-bonus.ts';
import { by as recordBy, NOW, open as openForMeasures, record } from '../measure/example-measure.ts';
import { after, known, NOW as OPEN_NOW, untilOpen } from './example-round.ts';

const DAY_MS = 86_400_000;
const day = (days: number): string => new Date(Date.parse(NOW) + days * DAY_MS).toISOString();
type Days = readonly [from: number, to: number];

/** The round, with a stage of the party's own in it, so many days from now, beside one of another party. */
const staged = (round: Round, party: string, [from, to]: Days): Round => {
  if (!isRunning(round)) throw new Error('the example is open');
  const stage = (stageId: string, by: string): RoundStage => ({ stageId, phase: round.phase, act: 'check', by: [by] });
  const window = (stageId: string, opensAt: string, closesAt: string) => ({
    ...{ stageId, opensAt, closesAt, editionRevision: 1 },
  });
  return {
    ...round,
    tables: { ...round.tables, stages: [stage('own', party), stage('other', 'somebody-else')] },
    stageWindows: [window('own', day(from), day(to)), window('other', day(-9), day(9))],
  };
};
const NOW_OPEN: Days = [-1, 1];
const TO_COME: Days = [1, 2];
const OVER: Days = [-2, -1];

describe('a measure beside lists that have stages of their own', () => {
  const told = (days: Days): string => {
    const round = staged(openForMeasures(), 'organizers', days);
    const answer = measureDecider.decide(measureDecider.initial, recordBy('organizer', record({}), { round }));
    return isRefusal(answer) ? answer.reason : answer.map(({ type }) => type).join(' ');
  };

  it('is recorded by one person in its party’s stage, by nobody before, and by two behind it', () => {
    expect(told(NOW_OPEN)).toBe('MeasuresRecorded.v1');
    expect(told(TO_COME)).toBe('STAGE_NOT_YOURS_NOW');
    expect(told(OVER)).toBe('PROPOSAL_NEEDED');
  });
});

describe('a bonus beside lists that have stages of their own', () => {
  const told = (party: string | null, days: Days): string => {
    const round = staged(openForBonuses({ claim: party }), 'self', days);
    const withParty: Round = {
      ...round,
      ...(isRunning(round) && {
        tables: {
          ...round.tables,
          parties: [
            ...round.tables.parties,
            { id: 'self', role: 'branch-secretary', scope: 'edition', least: null, recuse: 'home', attest: null },
          ],
        },
      }),
    } as Round;
    const answer = bonusDecider.decide(bonusDecider.initial, claimBy('secretary', claim(), { round: withParty }));
    return isRefusal(answer) ? answer.reason : answer.map(({ type }) => type).join(' ');
  };

  it('is claimed in the stage of the party that claims', () => {
    expect(told('self', NOW_OPEN)).toBe('BonusClaimed.v1');
    expect(told('self', TO_COME)).toBe('STAGE_NOT_YOURS_NOW');
    expect(told('self', OVER)).toBe('STAGE_NOT_YOURS_NOW');
  });

  it('is claimed all the time by whoever is judged himself: he has no party, and no stage', () =>
    expect(told(null, TO_COME)).toBe('BonusClaimed.v1'));
});

describe('a panel beside a ballot, each with stages of its own', () => {
  const told = (days: Days, byStages = true): string | null => {
    const round = { ...staged(after(...untilOpen), 'experts', days), byStages } as Round;
    return sheetRoundOf(round, known('expert-1'), OPEN_NOW).hindrance;
  };

  it('has its sheets filled in its party’s stage, and at no other time of the round', () => {
    expect(told(NOW_OPEN)).toBeNull();
    expect(told(TO_COME)).toBe('STAGE_NOT_YOURS_NOW');
    expect(told(OVER)).toBe('STAGE_NOT_YOURS_NOW');
  });

  it('has the whole of a round that two persons opened: they opened it for everybody', () =>
    expect(told(TO_COME, false)).toBeNull());
});

describe('a ballot beside lists that have stages of their own', () => {
  const rules = { sourceId: 'poll', who: 'voters', scope: 'entry', tokens: 5_000, names: {} } as const;
  const timeIn = (round: Round) => {
    if (!isRunning(round)) throw new Error('the example is open');
    return timeOfBallot(round, rules);
  };

  it('is held from its voters’ stage’s opening to its closing; without one with the round', () => {
    expect(timeIn(staged(openForMeasures(), 'voters', TO_COME))).toEqual({ opensAt: day(1), closesAt: day(2) });
    const whole = openForMeasures();
    expect(timeIn(whole)).toEqual({ opensAt: null, closesAt: isRunning(whole) ? whole.closesAt : '' });
  });

  it('is held with the round that two persons opened: they opened it for everybody', () => {
    const round = staged(openForMeasures(), 'voters', TO_COME);
    expect(timeIn({ ...round, byStages: false } as Round).opensAt).toBeNull();
  });
});
