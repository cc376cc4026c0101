import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import { foundHolders, officesAsked, withoutGaps } from '../../src/application/found-holders.ts';
import type { OfficeHeld, OrganizationOnADay } from '../../src/application/ports.ts';
import { enrolsOfficeHolders, isOfPeople, listedKind } from '../../src/domain/programme.ts';
import type { AskedNeeds } from '../../src/domain/needs/needs.ts';
import { answerOf } from '../../src/domain/needs/answers.ts';
import { rollDecider } from '../../src/domain/roll/decider.ts';
import { judgedRoll } from '../../src/domain/roll/needs.ts';
import { noRoll } from '../../src/domain/roll/state.ts';
import { COMMITTEE, UNIT } from './edition-sample.ts';
import { listTerms, tables } from './people-sample.ts';

const DAY = '2021-12-31';
const test = { answeredBy: 'platform', code: null, over: null } as const;
const isSecretary: AskedNeeds['needs'][number] = {
  ...{ needId: 'need-1', zh: '现任职务为secretary', en: 'office: secretary' },
  anyOf: [{ ...test, fact: 'person.office', compare: 'is', wanted: ['secretary'] }],
};
const halfAYear: AskedNeeds['needs'][number] = {
  ...{ needId: 'need-2', zh: '任职月数不少于6', en: 'months in office: at least 6' },
  anyOf: [{ ...test, fact: 'person.tenure-months', compare: 'atLeast', wanted: [6] }],
};
const needs: readonly AskedNeeds[] = [{ trackId: 'secretary', asOf: DAY, needs: [isSecretary, halfAYear] }];
const asked = { asOf: DAY, enters: true, wholes: [{ trackId: 'secretary', kinds: ['party-committee', 'branch'] }] };
const committee = { id: COMMITTEE, path: `/${COMMITTEE}/` };

const organization = (id: string, kind: string, of: Partial<OrganizationOnADay> = {}): OrganizationOnADay => ({
  ...{ id, kind, path: `/${COMMITTEE}/${UNIT}/${id}/`, unitId: UNIT, foundedOn: '2001-07-01', endedAt: null, name: id },
  ...of,
});
const ORGANIZATIONS = [
  organization('pc', 'party-committee'),
  organization('b1', 'branch'),
  organization('b2', 'branch'),
];
const held = (personId: string, organizationId: string, since: string, until = ''): OfficeHeld => ({
  ...{ personId, organizationId, office: 'secretary', since, until },
});
const find = (all: readonly OfficeHeld[], organizations = ORGANIZATIONS) =>
  foundHolders({ offices: all, organizations }, asked, needs, committee);
const on = (...of: Parameters<typeof find>) => find(...of).on.map(({ subjectId }) => subjectId);
const off = (...of: Parameters<typeof find>) =>
  find(...of).off.map(({ subjectId, reason }) => `${subjectId} ${reason}`);

describe('a roll of office-holders', () => {
  it('is one of people, whose entries say that each is put there by his office', () => {
    const enrolled = {
      ...{ ...tables, intake: 'whole-roll' as const },
      tracks: tables.tracks.map((track) => ({ ...track, kind: 'office-holder' as const })),
    };
    expect([
      isOfPeople(enrolled),
      enrolsOfficeHolders(enrolled),
      listedKind(enrolled, enrolled.tracks[0]?.trackId ?? ''),
    ]).toEqual([...[true, true, 'office-holder']]);
    expect([listedKind(tables, tables.tracks[0]?.trackId ?? ''), enrolsOfficeHolders(tables)]).toEqual([
      'person',
      false,
    ]);
  });

  it('has whoever held the office on the day that its categories name, under the unit of his organization', () => {
    expect(officesAsked(needs, 'secretary')).toEqual(['secretary']);
    expect(find([held('a', 'b1', '2020-01-01')]).on).toEqual([
      { trackId: 'secretary', subjectId: 'a', nominatorId: UNIT, homeId: UNIT },
    ]);
    expect(on([{ ...held('a', 'b1', '2020-01-01'), office: 'deputy-secretary' }])).toEqual([]);
    expect(on([held('a', 'b1', '2022-01-01')])).toEqual([]);
  });

  it('says of whoever left office by the day that he did, for a year; the day on which he leaves is no day in office', () => {
    const all = [held('a', 'b1', '2020-01-01', DAY), held('b', 'b2', '2015-01-01', '2019-01-01')];
    expect([on(all), off(all)]).toEqual([[], ['a left-office']]);
    expect(on([held('a', 'b1', '2020-01-01', '2022-01-01')])).toEqual(['a']);
  });

  it('has whoever holds several once: in the organization whose kind comes first', () => {
    const all = [held('a', 'b2', '2012-01-01'), held('a', 'pc', '2020-01-01'), held('a', 'b1', '2011-01-01')];
    expect(on(all)).toEqual(['a']);
    expect(find(all).held.get('a')).toMatchObject({ organizationId: 'pc', since: '2020-01-01' });
  });

  it('goes by organizations that were there: none elsewhere, of other kinds, or that had come to its end', () => {
    const all = [held('a', 'b1', '2020-01-01')];
    expect(on(all, [organization('b1', 'branch', { path: '/elsewhere/b1/' })])).toEqual([]);
    expect(on(all, [organization('b1', 'unit')])).toEqual([]);
    const ended = [organization('b1', 'branch', { endedAt: startOfDay('2021-12-01') })];
    expect([on(all, ended), off(all, ended)]).toEqual([[], ['a ended-before']]);
  });

  it('counts months in office from the first of several terms that followed upon each other', () => {
    const terms = [held('a', 'b1', '2021-09-01'), held('a', 'b1', '2018-09-01', '2021-09-01')];
    expect(withoutGaps(terms)).toEqual([held('a', 'b1', '2018-09-01')]);
    expect(withoutGaps([held('a', 'b1', '2021-09-02'), held('a', 'b1', '2018-09-01', '2021-09-01')])).toHaveLength(2);
  });

  it('leaves out who has not been in office long enough, and keeps of nobody since when he is', () => {
    const found = find([held('old', 'b1', '2021-06-30'), held('new', 'b2', '2021-07-02')]);
    const when = {
      ...{ asOf: DAY, today: '2022-01-01', editionId: '', committeeId: '', seriesId: '', year: 2021, ahead: false },
    };
    const known = found.on.map(({ trackId, subjectId }) => ({
      ...{ trackId, subjectId, asOf: DAY },
      needs: [isSecretary, halfAYear].map(({ needId, anyOf }) => ({
        needId,
        values: anyOf.map((one) =>
          answerOf(one, { organization: undefined, honours: [], office: found.held.get(subjectId) }, when),
        ),
      })),
    }));
    const judged = judgedRoll(needs, { ...found, known });
    expect(judged.on.map(({ subjectId }) => subjectId)).toEqual(['old']);
    expect(judged.off).toEqual([{ trackId: 'secretary', subjectId: 'new', reason: 'need-unmet' }]);
    const terms = { ...listTerms, needs, roll: { ...asked, listsAt: startOfDay(DAY) } };
    const listed = rollDecider.decide(noRoll, {
      ...{ type: 'ListRoll', now: startOfDay('2022-01-01'), terms, found: { ...found, known, knownTo: 9 } },
    });
    if (isRefusal(listed)) throw new Error(listed.reason);
    expect(JSON.stringify(listed)).not.toMatch(/2021-06|2021-07|"values":\["secretary/u);
  });
});
