import { describe, expect, it } from '@jest/globals';
import { shippedHolidays } from '@jiangong/calendar';
import { deciderSpec } from '@jiangong/event-store/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programmesAtTheFrontDoor as programmes } from '../src/adapters/programmes/programmes-at-the-front-door.ts';
import { type By } from '../src/domain/by.ts';
import { editionDecider } from '../src/domain/edition/decider.ts';
import type { OpenEdition } from '../src/domain/edition/orders.ts';
import { entriesDecider } from '../src/domain/entries/decider.ts';
import type { EntriesFact } from '../src/domain/entries/facts.ts';
import type { EntriesOrder } from '../src/domain/entries/orders.ts';
import { BY, openEdition, openedBy, termsOf, UNIT } from './domain/edition-sample.ts';
import { isRefusal } from '@jiangong/event-store';

const PROGRAMMES = join(import.meta.dirname, '../../../libs/programmes');
const shipped = (name: string): string => readFileSync(join(PROGRAMMES, 'templates', `${name}.yaml`), 'utf8');

const compiled = (text: string, year: number, parameters: Readonly<Record<string, string>> = {}) => {
  const read = programmes.read(text);
  if (read.kind === 'fault') throw new Error(JSON.stringify(read.refusal));
  const found = programmes.compile(read.canonicalText, { parameters, year, holidays: shippedHolidays });
  if (found.kind === 'fault') throw new Error(JSON.stringify(found.refusal));
  return { read, ...found };
};

/** Organizations and persons are put forward by their unit: reviewed, cleared, published, scored. */
const NOMINATIONS = `
schema: 2
id: model-units
name: [先进集体和个人, Model units and people]
period: {length: year}
subjects:
  - {id: unit, name: [先进集体, Model branch], kind: organization, of: [Branch], answerable: leader}
  - {id: person, name: [先进个人, Model person], kind: person, answerable: leader, quota: {of: category, count: 1}}
intake: {how: nominate, by: nominator, quota: {of: unit, count: 2}}
parties:
  nominator: {role: unit-officer, scope: own}
  office: {role: committee-officer, scope: edition}
  clearer: {role: discipline-inspector, scope: edition}
  experts: {role: expert, scope: edition}
  body: {role: committee-leader, scope: edition, least: 3}
calendar:
  - {id: declare, act: declare, by: nominator, opens: 03-01, closes: 03-10}
  - {id: review, act: review, by: office, opens: 03-11, closes: 03-20}
  - {id: notice, act: notice, by: office, opens: 03-21, closes: 03-31, gap: 5}
  - {id: score, act: score, by: experts, phase: main, opens: 04-01, closes: 04-10}
  - {id: decide, act: decide, by: body, opens: 04-11, closes: 04-20}
  - {id: commend, act: commend, by: office, opens: 04-21, closes: 05-31}
sources:
  experts: {kind: panel, by: experts, vote: person, own: skip, total: 100, criteria: [{id: all, name: [总体, All], points: 100, step: 1}]}
result:
  - {phase: main, within: category, steps: [{id: mean, take: experts, reduce: mean, recusal: first, least: 3, missing: leave-out}], score: mean, decimals: 2, rank: {on: exact, then: shared}}
outcome:
  - {id: named, name: [先进, Model], code: model.named, gives: honour, to: entry, within: category, first: 1, edge: in, decide: party}
notices:
  - {id: entries, after: review, what: entries, days: 5, clock: working, audience: public, objections: {form: written, evidence: welcome}}
`;

describe('templates', () => {
  it('a template in YAML and its canonical text have one identity', () => {
    const { read } = compiled(shipped('jiangong-edition'), 2021);
    expect(programmes.read(read.canonicalText)).toEqual(read);
    expect(read).toMatchObject({ templateId: 'jiangong-edition', titleZh: '建功主题实践活动年度评选' });
  });

  it('what is wrong is named by line, path and reason in both languages', () => {
    const refused = programmes.read(
      shipped('jiangong-edition').replace('how: plan-then-declare', 'how: plan-then-hope'),
    );
    expect(refused).toMatchObject({
      kind: 'fault',
      refusal: {
        reason: 'TEMPLATE_INVALID',
        details: {
          path: '$.intake.how',
          line: expect.any(Number) as unknown,
          zh: expect.stringMatching(/\p{Script=Han}/u) as unknown,
          en: expect.stringMatching(/^[\x20-\x7e]+/) as unknown,
        },
      },
    });
    const { read } = compiled(shipped('jiangong-edition'), 2021);
    const beyond = programmes.compile(read.canonicalText, {
      ...{ parameters: { quota: '99' }, year: 2021, holidays: shippedHolidays },
    });
    expect(beyond).toMatchObject({ kind: 'fault', refusal: { reason: 'PARAMETERS_INVALID', field: 'parameters' } });
  });

  const ASKED = { year: 2026, parameters: {} };

  it('looked at before it is adopted, a text tells all that is wrong by line, and what is adopted is what was looked at', () => {
    const text = shipped('lecture-contest');
    const lookedAt = programmes.lookAt(text, ASKED);
    expect(lookedAt).toMatchObject({ ...programmes.read(text), notYet: [] });
    expect(lookedAt).toMatchObject({ rules: expect.arrayContaining([expect.objectContaining({ section: 'when' })]) });
    const broken = text.replace('how: nominate', 'how: hope').replace('role: expert', 'role: hoper');
    const refused = programmes.lookAt(broken, ASKED);
    if (refused.kind !== 'refused') throw new Error(refused.kind);
    expect(refused.problems.map(({ path }) => path)).toEqual(['$.intake.how', '$.parties.jury.role']);
    const lines = broken.split('\n');
    for (const { line, zh, en } of refused.problems) {
      expect(lines[line - 1]).toMatch(/hope/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e]+/u);
    }
    expect(programmes.read(broken)).toMatchObject({ refusal: { details: { problems: 2 } } });
  });

  it('what is not played yet is told at its line, apart from what is wrong; a policy is no template; nonsense is refused', () => {
    expect(programmes.lookAt(shipped('pacesetters'), ASKED)).toMatchObject({
      kind: 'template',
      notYet: [expect.objectContaining({ path: '$.intake.how', line: expect.any(Number) as unknown })],
    });
    expect(
      programmes.lookAt('policy: {by: province, binds: {city: {commendations: 3, in: year}}, counts: [honour]}', ASKED),
    ).toMatchObject({ kind: 'policy', rules: [{}, { zh: '市级工委每年度至多开展 3 项表彰' }, {}] });
    for (const text of ['a: [', '[', 'schema', '{"schema":2}', '- - -', '&a [*a, *a]'])
      expect(programmes.lookAt(text, ASKED)).toMatchObject({
        ...{ kind: 'refused', problems: expect.arrayContaining([expect.objectContaining({ path: '$' })]) },
      });
  });

  it('建功 is a template like any other: an edition opens on its own days', () => {
    for (const year of [2021, 2022, 2023, 2024, 2025]) {
      const { tables, stages, read } = compiled(shipped('jiangong-edition'), year, { quota: '2' });
      expect(tables).toMatchObject({ intake: 'plan-then-declare', nominator: 'nominator', quota: 2 });
      const order: OpenEdition = {
        ...openEdition,
        ...{ year, now: `${year}-01-04T01:00:00.000Z`, tables, stages, templateHash: read.templateHash },
      };
      deciderSpec(editionDecider)
        .given()
        .when(order)
        .then(...openedBy(order));
    }
  });

  it('the naming is no edition: it is adopted, and none is opened of it', () => {
    const read = programmes.read(shipped('pacesetters'));
    if (read.kind === 'fault') throw new Error(read.refusal.reason);
    const asked = { parameters: {}, year: 2025, holidays: shippedHolidays };
    expect(programmes.compile(read.canonicalText, asked)).toMatchObject({
      refusal: { reason: 'TEMPLATE_NOT_PLAYED', field: 'templateHash', details: { path: '$.intake.how' } },
    });
  });
});

describe('an organization and a person go the same way, by their own template', () => {
  const { tables, stages } = compiled(NOMINATIONS, 2021);
  const terms = termsOf(openedBy({ ...openEdition, tables, stages }));
  const at = (now: string, by: By, entryId: string) => ({ now: `2021-${now}T02:00:00.000Z`, by, terms, entryId });
  const dossierEnd = { revision: -1, hash: null };
  const nominate = (entryId: string, track: 'unit' | 'person', answerable: string): EntriesOrder => ({
    type: 'NominateEntry',
    ...at('03-02', BY.unit, entryId),
    ...{ subject: { kind: track === 'unit' ? 'organization' : 'person', id: `${track} of ${entryId}` }, track },
    ...{ homeId: UNIT, proposerId: UNIT, answerable: [answerable], title: '先进', summary: '成绩突出。' },
    ...{ evidence: [], documents: [], dossierEnd, as: null, from: null },
  });
  const play = (orders: readonly EntriesOrder[]): { facts: readonly EntriesFact[]; refused: readonly string[] } => {
    let state = entriesDecider.initial;
    const facts: EntriesFact[] = [];
    const refused: string[] = [];
    for (const order of orders) {
      const decision = entriesDecider.decide(state, order);
      if (isRefusal(decision)) refused.push(decision.reason);
      else {
        facts.push(...decision);
        state = decision.reduce(entriesDecider.evolve, state);
      }
    }
    return { facts, refused };
  };
  const through = (id: string): readonly EntriesOrder[] => [
    {
      type: 'ReviewEntry',
      ...at('03-12', BY.officer, id),
      ...{ outcome: 'passed', answers: [], explanations: [] },
    },
    // The template has no clearance: what is reviewed is published.
    { type: 'PublishEntry', ...at('03-22', BY.officer, id) },
  ];

  it('nominated, reviewed, published, entered', () => {
    const { facts, refused } = play([
      nominate('a', 'unit', 'leader-a'),
      nominate('b', 'person', 'leader-b'),
      ...through('a'),
      ...through('b'),
      { type: 'CloseIntake', now: '2021-04-01T02:00:00.000Z', by: BY.nobody, terms },
    ]);
    expect(refused).toEqual([]);
    expect(facts.map(({ type }) => type)).toEqual([
      ...['EntryDeclared.v1', 'EntryDeclared.v1', 'EntryReviewed.v1', 'EntryPublished.v1'],
      ...['EntryReviewed.v1', 'EntryPublished.v1', 'IntakeClosed.v1'],
    ]);
    expect(facts.at(-1)?.data).toMatchObject({
      entered: [
        { entryId: 'a', subject: { kind: 'organization' }, track: 'unit' },
        { entryId: 'b', subject: { kind: 'person' }, track: 'person' },
      ],
      missed: [],
    });
  });

  it("a track's own number counts alone, and nothing is planned first", () => {
    const { refused } = play([
      nominate('a', 'person', 'leader-a'),
      nominate('b', 'person', 'leader-b'),
      nominate('c', 'unit', 'leader-c'),
      nominate('d', 'unit', 'leader-d'),
      nominate('e', 'unit', 'leader-e'),
    ]);
    expect(refused).toEqual(['QUOTA_EXCEEDED', 'QUOTA_EXCEEDED']);
    expect(
      play([
        {
          type: 'PlanEntry',
          ...at('03-02', BY.unit, 'a'),
          ...{
            subject: { kind: 'person', id: 'p' },
            track: 'person',
            homeId: UNIT,
            proposerId: UNIT,
            answerable: ['p'],
          },
          ...{ title: 'x', keyTask: 'x', measures: 'x', dueOn: '2021-03-03', milestones: [] },
        },
        { type: 'RequestClearance', ...at('03-12', BY.officer, 'a'), clearanceId: 'c', scopes: ['entry'] },
      ]).refused,
    ).toEqual(['INTAKE_NOT_PLANNED', 'ENTRY_NOT_FOUND']);
  });
});
