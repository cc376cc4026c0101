import { describe, expect, it } from '@jest/globals';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import { isAmendment, toldOf } from '../../src/domain/edition/told.ts';
import { EDITION, editionFacts, tables, UNIT } from './edition-sample.ts';

const why = { prose: { why: '原因。' } };
const amended = (titleZh: string, quota: string): EditionFact => ({
  type: 'EditionAmended.v1',
  data: {
    ...{ editionId: EDITION, titleZh, titleEn: 'Merit campaign 2021', parameters: { quota }, tables },
    ...{ effectiveOn: '2021-02-01', ...why },
  },
});
const rescheduled = (closesOn: string): EditionFact => ({
  type: 'StageRescheduled.v1',
  data: {
    ...{ editionId: EDITION, stageId: 'plan', act: 'plan', phase: null, opensOn: '2021-01-04', closesOn },
    ...{ opensAt: '2021-01-03T16:00:00.000Z', closesAt: '2021-03-05T16:00:00.000Z', holidaysHash: '', ...why },
  },
});
const late = { editionId: EDITION, nominatorId: UNIT, stageId: 'plan', act: 'plan' } as const;
const allowed: EditionFact = {
  type: 'LateEntryAllowed.v1',
  data: { ...late, from: '2021-03-01T00:00:00.000Z', until: '2021-03-05', untilAt: '2021-03-05T16:00:00.000Z', ...why },
};
const ended: EditionFact = {
  type: 'LateEntryEnded.v1',
  data: { ...late, endedAt: '2021-03-02T00:00:00.000Z', ...why },
};
const proposed: EditionFact = {
  type: 'ActProposed.v1',
  data: {
    ...{ editionId: EDITION, act: 'AbandonEdition', terms: { stageId: '', closesOn: '', closing: 0 }, ...why },
    ...{ proposalId: 'p1', proposedBy: 'officer-1', role: 'committee-officer', proposedAt: '2021-02-01T00:00:00.000Z' },
  },
};

const changesOf = (facts: readonly EditionFact[]) =>
  toldOf([...editionFacts, ...facts])
    .filter(({ event }) => isAmendment(event))
    .map(({ changes }) => changes);

describe('what was changed in an edition', () => {
  it('is nothing where it was only opened', () => {
    expect(changesOf([])).toEqual([]);
  });

  it('is told from what to what', () => {
    expect(changesOf([amended('2021年建功', '3'), rescheduled('2021-03-05')])).toEqual([
      [
        { field: 'titleZh', stageId: '', before: '2021年建功“十四五”主题实践活动', after: '2021年建功' },
        { field: 'parameters.quota', stageId: '', before: '2', after: '3' },
      ],
      [{ field: 'closesOn', stageId: 'plan', before: '2021-02-28', after: '2021-03-05' }],
    ]);
  });

  it('of two that follow each other, the second is told from the first', () => {
    const [, second] = changesOf([rescheduled('2021-03-05'), rescheduled('2021-03-04')]);
    expect(second).toEqual([{ field: 'closesOn', stageId: 'plan', before: '2021-03-05', after: '2021-03-04' }]);
  });

  it('late entry is told with its end, and with that which took it back', () => {
    expect(changesOf([allowed, ended])).toEqual([
      [{ field: 'lateEntryUntil', stageId: 'plan', before: '', after: '2021-03-05T16:00:00.000Z' }],
      [
        {
          ...{ field: 'lateEntryUntil', stageId: 'plan' },
          ...{ before: '2021-03-05T16:00:00.000Z', after: '2021-03-02T00:00:00.000Z' },
        },
      ],
    ]);
  });

  it('nothing is told of what is only proposed', () => {
    const told = toldOf([...editionFacts, proposed]);
    expect(told).toHaveLength(editionFacts.length);
    expect(told.map(({ event }) => event.type)).not.toContain('ActProposed.v1');
  });
});
