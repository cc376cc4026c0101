import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OrganizationFact } from './facts.ts';
import { nameOn, type Organization } from './organization.ts';
import { type EnteredFact, organizationOn } from './organization-on.ts';

const organizationId = 'u1';
const entered = (fact: OrganizationFact, enteredOn: string): EnteredFact => ({ fact, enteredOn });
const founded = entered(
  {
    type: 'OrganizationFounded.v1',
    data: {
      ...{ organizationId, parentId: 'root', kind: 'unit', tier: null, nameZh: '水利厅', nameEn: '', code: '' },
      ...{ classified: false, foundedOn: '2020-01-01' },
    },
  },
  '2024-03-01',
);
const moved = (parentId: string, effectiveOn: string, enteredOn: string): EnteredFact =>
  entered(
    {
      type: 'OrganizationMoved.v1',
      data: { organizationId, parentId, formerParentId: 'root', effectiveOn, prose: { key: 'k', sealed: '' } as never },
    },
    enteredOn,
  );
const appointed = entered(
  {
    type: 'OfficerAppointed.v1',
    data: {
      ...{ organizationId, appointmentId: 'a1', personId: 'p1', office: 'head' },
      ...{ effectiveOn: '2022-01-01', termEndsOn: null },
    },
  },
  '2022-03-01',
);
const relieved = entered(
  {
    type: 'OfficerRelieved.v1',
    data: {
      ...{ organizationId, appointmentId: 'a1', personId: 'p1', office: 'head' },
      ...{ effectiveOn: '2023-01-01', reason: 'transfer' },
    },
  },
  '2023-02-01',
);
const classified = entered(
  { type: 'OrganizationClassified.v1', data: { organizationId, classified: true } },
  '2024-05-01',
);
const history = [founded, moved('bureau', '2021-06-01', '2024-04-01'), appointed, relieved, classified];

const on = (day: string, facts: readonly EnteredFact[] = history): Exclude<Organization, { kind: 'absent' }> => {
  const organization = organizationOn(facts, day);
  if (organization.kind === 'absent') throw new Error(`absent on ${day}`);
  return organization;
};

describe('an organization on a day', () => {
  it('is absent before its first day, also when it was entered years later', () => {
    expect(organizationOn(history, '2019-12-31')).toEqual({ kind: 'absent' });
    expect(on('2020-01-01')).toMatchObject({ kind: 'live', parentId: 'root', officers: [] });
  });
  it('stands where it stood: what was entered late counts from the day of its effect', () => {
    expect(on('2021-05-31').parentId).toBe('root');
    expect(on('2021-06-01').parentId).toBe('bureau');
  });
  it('has whoever was in office, to the day before the relief', () => {
    expect(on('2021-12-31').officers).toEqual([]);
    expect(on('2022-12-31').officers.map(({ personId }) => personId)).toEqual(['p1']);
    expect(on('2023-01-01').officers).toEqual([]);
  });
  it('what names no day counts from the day on which it was entered', () => {
    expect([on('2024-04-30').classified, on('2024-05-01').classified]).toEqual([false, true]);
  });
  it('bears the name of that day', () => {
    const renamed = entered(
      {
        type: 'OrganizationRenamed.v1',
        data: {
          ...{ organizationId, nameZh: '水务厅', nameEn: '', formerNameZh: '水利厅', formerNameEn: '' },
          effectiveOn: '2023-07-01',
        },
      },
      '2024-06-01',
    );
    const named = (day: string) => nameOn(on(day, [...history, renamed]), day).nameZh;
    expect([named('2023-06-30'), named('2023-07-01')]).toEqual(['水利厅', '水务厅']);
  });
  it('is the same on all days between two changes', () => {
    const days = fc
      .integer({ min: 0, max: 180 })
      .map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (day) => expect(organizationOn(history, day)).toEqual(organizationOn(history, '2022-01-01'))),
    );
  });
});
