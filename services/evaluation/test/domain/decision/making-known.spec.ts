import { describe, expect, it } from '@jest/globals';
import type { Maker, MakingKnown } from '../../../src/domain/decision/maker.ts';
import { makerRefusal } from '../../../src/domain/decision/making-known.ts';
import { decidable, NOW } from './example-decidable.ts';

const DUE = '2021-12-09T16:00:00.000Z';
const LATER = '2021-12-20T16:00:00.000Z';
const unit = (over: Partial<Maker> = {}): Maker => ({ role: 'unit-officer', superiorReason: '', dueBy: DUE, ...over });
const office = (over: Partial<Maker> = {}): Maker => ({ ...unit(), role: 'committee-officer', ...over });

const refused = (makers: readonly MakingKnown[] | undefined, how: MakingKnown, maker?: Maker): string => {
  const found = makerRefusal(decidable(makers === undefined ? {} : { makers }), how, maker, NOW);
  return found === undefined ? '' : `${found.reason} ${found.field ?? ''}`;
};

describe('what a unit decided', () => {
  it('is made known by its own officers where the template leaves it to them', () => {
    expect(refused(['notice'], 'notice', unit())).toBe('');
    expect(refused(['notice'], 'commend', unit())).toBe('OFFICE_MAKES_KNOWN roundId');
    expect(refused(['notice'], 'commend', office())).toBe('');
  });
  it('is made known above once the unit is late, with a reason, and not before', () => {
    expect(refused(['notice'], 'notice', office({ superiorReason: '逾期', dueBy: LATER }))).toBe(
      'UNIT_MAKES_KNOWN roundId',
    );
    expect(refused(['notice'], 'notice', office({ superiorReason: '逾期', dueBy: null }))).toBe(
      'UNIT_MAKES_KNOWN roundId',
    );
    expect(refused(['notice'], 'notice', office())).toBe('TEXT_EMPTY superiorReason');
    expect(refused(['notice'], 'notice', office({ superiorReason: '逾'.repeat(1_001) }))).toBe(
      'TEXT_TOO_LONG superiorReason',
    );
    expect(refused(['notice'], 'notice', office({ superiorReason: '逾期' }))).toBe('');
  });
  it('needs no reason where nobody acts for another', () => {
    expect(refused(['notice'], 'notice', unit({ superiorReason: '逾期' }))).toBe(
      'SUPERIOR_REASON_NOT_NEEDED superiorReason',
    );
    expect(refused(undefined, 'notice', office({ superiorReason: '逾期' }))).toBe(
      'SUPERIOR_REASON_NOT_NEEDED superiorReason',
    );
  });
  it('is made known by nobody whose role is not known', () =>
    expect(refused(['commend'], 'commend')).toBe('UNIT_MAKES_KNOWN roundId'));
});

describe('what one body decided as a whole', () =>
  it('is the office’s to make known', () => {
    expect(refused(undefined, 'notice', office())).toBe('');
    expect(refused(undefined, 'commend')).toBe('');
  }));

describe('what one body decided', () => {
  const by = (publisher: string | undefined, how: MakingKnown, role: string): string => {
    const of = publisher === undefined ? {} : { publisher };
    return makerRefusal(decidable(of), how, office({ role }), NOW)?.reason ?? '';
  };
  it('is put on notice by the appraisal office where the template names it, and by it alone', () => {
    expect(by('appraisal-office', 'notice', 'appraisal-office')).toBe('');
    expect(by('appraisal-office', 'notice', 'committee-officer')).toBe('ANOTHER_OFFICE_MAKES_KNOWN');
  });
  it('is made known by no appraisal office that the template does not name, and its circular by none', () => {
    expect(by(undefined, 'notice', 'appraisal-office')).toBe('ANOTHER_OFFICE_MAKES_KNOWN');
    expect(by('appraisal-office', 'commend', 'appraisal-office')).toBe('ANOTHER_OFFICE_MAKES_KNOWN');
    expect(by('appraisal-office', 'commend', 'committee-officer')).toBe('');
  });
});
