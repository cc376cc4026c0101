import { describe, expect, it } from '@jest/globals';
import { isWorkingDay, shippedHolidays } from '@jiangong/calendar';
import { copyOf } from '../../src/domain/edition/copy.ts';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import { EDITION, editionFacts, openEdition, STAGE_DAYS } from './edition-sample.ts';

const [opened] = editionFacts;
if (opened?.type !== 'EditionOpened.v1') throw new Error('the sample does not begin with its opening');
const terms = opened.data;
const own = (change: Readonly<Record<string, Readonly<{ opensOn?: string; closesOn?: string }>>> = {}) =>
  STAGE_DAYS.map((days) => ({ ...days, ...change[days.stageId] }));
const asked = { year: 2022, ownThen: own(), holidays: shippedHolidays };

const reopened: EditionFact = {
  type: 'StageReopened.v1',
  data: {
    ...{ editionId: EDITION, stageId: 'declare', act: 'declare', phase: null, closing: 1 },
    ...{ closesOn: '2021-11-12', closesAt: '2021-11-12T16:00:00.000Z', proposalId: null, proposedBy: null },
    prose: { why: '补报。' },
  },
};
const late: EditionFact = {
  type: 'LateEntryAllowed.v1',
  data: {
    ...{ editionId: EDITION, nominatorId: terms.committeeId, stageId: 'declare', act: 'declare' },
    ...{ from: '2021-11-11T01:00:00.000Z', until: '2021-11-12', untilAt: '2021-11-12T16:00:00.000Z' },
    prose: { why: '停电。' },
  },
};

describe('a copy of an earlier edition', () => {
  it('leaves to the template what stood on the template’s days', () => {
    expect(copyOf(terms, editionFacts, asked)).toEqual({
      titleZh: '2022年建功“十四五”主题实践活动',
      titleEn: 'Merit campaign 2022',
      stages: [],
      notCarried: [],
    });
  });

  it('takes other days to the same days of the next year, and to the next worked one where the old day was worked', () => {
    // The template would have scored from the third of December; the officers chose Wednesday the first to Friday the tenth.
    const ownThen = own({ score: { opensOn: '2021-12-03' }, plan: { closesOn: '2021-02-27' } });
    const copy = copyOf(terms, editionFacts, { ...asked, ownThen });
    // 10 December 2022 is a Saturday, and nobody worked on it; 28 February 2021 was a Sunday and stays whatever it is.
    expect(copy.stages).toEqual([
      { stageId: 'plan', opensOn: '2022-01-04', closesOn: '2022-02-28' },
      { stageId: 'score', opensOn: '2022-12-01', closesOn: '2022-12-12' },
    ]);
    expect(copy.notCarried).toEqual([{ what: 'day-moved', stageId: 'score' }]);
    expect(isWorkingDay(shippedHolidays, '2022-12-12')).toBe(true);
  });

  it('takes the days as they are where nobody has entered the holidays, and says so', () => {
    const ownThen = own({ score: { opensOn: '2021-12-03' } });
    const copy = copyOf(terms, editionFacts, { ...asked, year: 2030, ownThen });
    expect(copy.stages).toEqual([{ stageId: 'score', opensOn: '2030-12-01', closesOn: '2030-12-10' }]);
    expect(copy.notCarried).toEqual([{ what: 'holidays-unknown', stageId: 'score' }]);
  });

  it('plans by what was planned: not by a stage that was opened again, and not by late entries', () => {
    const copy = copyOf(terms, [...editionFacts, reopened, late], asked);
    expect(copy.stages).toEqual([]);
    expect(copy.notCarried).toEqual([
      { what: 'late-entries', stageId: null },
      { what: 'reopened-stage', stageId: 'declare' },
    ]);
  });

  it('says where a title names no year', () => {
    const copy = copyOf({ ...terms, titleEn: 'Merit campaign' }, editionFacts, asked);
    expect(copy).toMatchObject({
      titleEn: 'Merit campaign',
      notCarried: [{ what: 'title-without-year', stageId: null }],
    });
  });

  it('has 28 February where the next year has no 29th', () => {
    const leap: EditionFact = {
      type: 'StageRescheduled.v1',
      data: {
        ...{
          editionId: EDITION,
          stageId: 'plan',
          act: 'plan',
          phase: null,
          holidaysHash: '',
          prose: { why: '闰年。' },
        },
        ...{ opensOn: '2024-01-04', closesOn: '2024-02-29', opensAt: '', closesAt: '' },
      },
    };
    const copy = copyOf({ ...terms, year: 2024 }, [leap], { ...asked, year: 2025, ownThen: openEdition.stages });
    expect(copy.stages).toEqual([{ stageId: 'plan', opensOn: '2025-01-06', closesOn: '2025-02-28' }]);
  });
});
