import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import type { AllowLateEntry, EndLateEntry } from '../../src/domain/edition/orders.ts';
import { isActOpen } from '../../src/domain/edition/terms.ts';
import { BY, DAY, EDITION, editionFacts, termsOf, UNIT } from './edition-sample.ts';

const { given } = deciderSpec(editionDecider);

describe('late entry', () => {
  const allow: AllowLateEntry = {
    type: 'AllowLateEntry',
    ...{ now: '2021-11-11T02:00:00.000Z', by: BY.officer, nominatorId: UNIT, stageId: 'declare' },
    ...{ until: '2021-11-12', why: '网络故障' },
  };
  const allowed: EditionFact = {
    type: 'LateEntryAllowed.v1',
    data: {
      ...{ editionId: EDITION, nominatorId: UNIT, stageId: 'declare', act: 'declare', from: allow.now },
      ...{ until: '2021-11-12', untilAt: '2021-11-12T16:00:00.000Z', prose: { why: '网络故障' } },
    },
  };

  it('one nominator may act until the end of the named day; nobody else', () => {
    given(...editionFacts)
      .when(allow)
      .then(allowed);
    const late = '2021-11-12T15:59:59.999Z';
    expect(isActOpen(termsOf([...editionFacts, allowed]), 'declare', late)).toBe(true);
    expect(isActOpen(termsOf([...editionFacts, allowed]), 'declare', '2021-11-12T16:00:00.000Z')).toBe(false);
    expect(isActOpen(termsOf([...editionFacts, allowed], 'unit-2'), 'declare', late)).toBe(false);
  });

  const end = { type: 'EndLateEntry', ...{ by: BY.officer, nominatorId: UNIT, stageId: 'declare' } } as const;
  const ended: EditionFact = {
    type: 'LateEntryEnded.v1',
    data: {
      ...{ editionId: EDITION, nominatorId: UNIT, stageId: 'declare', act: 'declare' },
      ...{ endedAt: '2021-11-12T01:00:00.000Z', prose: { why: '给错了单位' } },
    },
  };

  it('given in error it is taken back from now on; it may be given again', () => {
    const order = { ...end, now: '2021-11-12T01:00:00.000Z', why: '给错了单位' };
    given(...editionFacts, allowed)
      .when(order)
      .then(ended);
    const open = (now: string, ...facts: EditionFact[]) =>
      isActOpen(termsOf([...editionFacts, allowed, ...facts]), 'declare', now);
    expect(open('2021-11-12T00:59:59.999Z', ended)).toBe(true);
    expect(open('2021-11-12T01:00:00.000Z', ended)).toBe(false);
    expect(open('2021-11-12T02:00:00.000Z', ended, { ...allowed, data: { ...allowed.data, from: order.now } })).toBe(
      true,
    );
  });

  it('what does not run, or runs for another, is not taken back', () => {
    const order = { ...end, now: '2021-11-12T01:00:00.000Z', why: '给错了单位' };
    const refused = (facts: EditionFact[], change: Partial<EndLateEntry>, reason: string, field: string) =>
      given(...editionFacts, ...facts)
        .when({ ...order, ...change })
        .thenRefused({ reason: reason as 'DATE_INVALID', field });
    refused([], {}, 'NO_LATE_ENTRY', 'nominatorId');
    refused([allowed, ended], {}, 'NO_LATE_ENTRY', 'nominatorId');
    refused([allowed], { now: '2021-11-12T16:00:00.000Z' }, 'NO_LATE_ENTRY', 'nominatorId');
    refused([allowed], { nominatorId: 'unit-2' }, 'NO_LATE_ENTRY', 'nominatorId');
    refused([allowed], { stageId: 'plan' }, 'NO_LATE_ENTRY', 'nominatorId');
    refused([allowed], { stageId: 'vote' }, 'STAGE_UNKNOWN', 'stageId');
    refused([allowed], { why: '' }, 'TEXT_EMPTY', 'why');
  });

  it('it is for stages of nominators, needed, not past scoring, and has a reason', () => {
    const refused = (order: Partial<AllowLateEntry>, reason: string, field: string) =>
      given(...editionFacts)
        .when({ ...allow, ...order })
        .thenRefused({ reason: reason as 'DATE_INVALID', field });
    refused({ stageId: 'review' }, 'LATE_ENTRY_NOT_FOR_STAGE', 'stageId');
    refused({ stageId: 'vote' }, 'STAGE_UNKNOWN', 'stageId');
    refused({ why: '' }, 'TEXT_EMPTY', 'why');
    refused({ until: '2021-11-31' }, 'DATE_INVALID', 'until');
    refused({ until: '2021-11-10' }, 'STAGE_CLOSES_IN_THE_PAST', 'until');
    refused({ now: DAY.declaration, until: '2021-11-10' }, 'LATE_ENTRY_NOT_NEEDED', 'until');
    refused({ until: '2021-12-01' }, 'LATE_ENTRY_PAST_SCORING', 'until');
  });
});
