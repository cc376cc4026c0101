import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, startOfDay } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import fc from 'fast-check';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import { takesPlace } from '../../src/domain/entries/quota.ts';
import type { EntriesFact, EntryFact } from '../../src/domain/entries/facts.ts';
import type { EntriesOrder } from '../../src/domain/entries/orders.ts';
import type { Entries, StandingKind } from '../../src/domain/entries/state.ts';
import { BY, tables, terms } from './edition-sample.ts';
import { OBJECTION, P1, P2, P3 } from './entry-sample.ts';
import { ORDERS } from './walk-steps.ts';

type Draft = Readonly<{ name: string; entryId: string; day: number; sensible: boolean }>;

/** The order that takes an entry one step on from where it stands. */
const NEXT: Readonly<Partial<Record<StandingKind | 'none', string>>> = {
  none: 'plan',
  planned: 'confirm',
  underway: 'declare',
  returned: 'declare',
  declared: 'review: passed',
  reviewed: 'ask for clearance',
  'clearance-requested': 'clear',
  cleared: 'publish',
  published: 'object',
};

const draft = (days: number) =>
  fc.record({
    name: fc.constantFrom(...Object.keys(ORDERS)),
    entryId: fc.constantFrom(P1, P2, P3),
    day: fc.nat({ max: days }),
    sensible: fc.constantFrom(true, true, true, false),
  });

const within = (first: string, days: number, count: number): fc.Arbitrary<readonly (Draft & { now: string })[]> =>
  fc
    .array(draft(days), { minLength: count, maxLength: 2 * count })
    .map((all) =>
      all
        .toSorted((a, b) => a.day - b.day)
        .map((one) => ({ ...one, now: startOfDay(addCalendarDays(first, one.day)) })),
    );

/** A year: planning, declaration, review and notice; then entries enter, and more orders come. */
const year = fc
  .tuple(
    within('2021-01-10', 5, 8),
    within('2021-11-03', 5, 6),
    within('2021-11-15', 10, 25),
    within('2021-12-01', 3, 4),
  )
  .map((acts) => acts.flat());

type Told = Readonly<{ before: Entries; after: Entries; now: string; facts: readonly EntriesFact[] }>;

const play = (all: readonly (Draft & { now: string })[]): readonly Told[] => {
  let before = entriesDecider.initial;
  const take = (now: string, order: object): Told => {
    const decision = entriesDecider.decide(before, { now, terms, ...order } as EntriesOrder);
    const facts = isRefusal(decision) ? [] : decision;
    const told = { before, after: facts.reduce(entriesDecider.evolve, before), now, facts };
    before = told.after;
    return told;
  };
  return all.flatMap(({ name, entryId, sensible, now }) => {
    const standing = before.entries[entryId]?.standing.kind ?? 'none';
    const make = ORDERS[sensible ? (NEXT[standing] ?? name) : name];
    const order = make?.({ now } as never) ?? {};
    const closing = now >= '2021-11-30T16:00:00.000Z' ? [take(now, { type: 'CloseIntake', by: BY.nobody })] : [];
    return [...closing, take(now, { ...order, entryId, objectionId: `${OBJECTION} ${entryId}` })];
  });
};

/** What must have come before in the life of the same entry. */
const NEEDS: Readonly<Partial<Record<EntryFact['type'], readonly EntryFact['type'][]>>> = {
  'EntryConfirmed.v1': ['EntryPlanned.v1'],
  'EntryDeclared.v1': ['EntryConfirmed.v1'],
  'EntryRedeclared.v1': ['EntryDeclared.v1', 'EntryReturned.v1'],
  'EntryReviewed.v1': ['EntryDeclared.v1'],
  'ClearanceRequested.v1': ['EntryReviewed.v1'],
  'ClearanceGiven.v1': ['ClearanceRequested.v1'],
  'EntryPublished.v1': ['ClearanceGiven.v1'],
  'ObjectionReceived.v1': ['EntryPublished.v1'],
  'ObjectionSettled.v1': ['ObjectionReceived.v1'],
  'BlockLifted.v1': ['EntryBlocked.v1'],
};
const ENDED: readonly StandingKind[] = ['rejected', 'removed', 'withdrawn', 'missed'];

const aboutEntries = (facts: readonly EntriesFact[]): readonly EntryFact[] =>
  facts.filter((fact): fact is EntryFact => fact.type !== 'IntakeClosed.v1');

describe('whatever orders come, in whatever order', () => {
  it('no more entries take a place than the quota allows', () =>
    fc.assert(
      fc.property(year, (all) => {
        for (const { after } of play(all))
          expect(Object.values(after.entries).filter(takesPlace).length).toBeLessThanOrEqual(tables.quota ?? 0);
      }),
    ));

  it('no step of an entry comes before the steps it needs, and none after its end but the answer to an objection', () =>
    fc.assert(
      fc.property(year, (all) => {
        const lives = new Map<string, EntryFact['type'][]>();
        for (const { before, facts } of play(all))
          for (const { type, data } of aboutEntries(facts)) {
            const life = lives.get(data.entryId) ?? [];
            for (const needed of NEEDS[type] ?? [])
              expect([type, life]).toEqual([type, expect.arrayContaining([needed])]);
            const standing = before.entries[data.entryId]?.standing.kind;
            if (standing && ENDED.includes(standing)) expect(type).toBe('ObjectionSettled.v1');
            lives.set(data.entryId, [...life, type]);
          }
      }),
    ));

  it("each entry's facts are numbered one after the other, whatever happens to the others", () =>
    fc.assert(
      fc.property(year, (all) => {
        for (const { before, after, facts } of play(all)) {
          const seen = new Map<string, number>();
          for (const { data } of aboutEntries(facts)) {
            const last = seen.get(data.entryId) ?? before.entries[data.entryId]?.revision ?? 0;
            expect(data.entryRevision).toBe(last + 1);
            seen.set(data.entryId, data.entryRevision);
          }
          for (const [entryId, revision] of seen) expect(after.entries[entryId]?.revision).toBe(revision);
        }
      }),
    ));

  it('what enters was published, its notice over; everything declared enters, misses or had ended before', () =>
    fc.assert(
      fc.property(year, (all) => {
        for (const { before, now, facts } of play(all))
          for (const fact of facts) {
            if (fact.type !== 'IntakeClosed.v1') continue;
            for (const { entryId } of fact.data.entered) {
              const standing = before.entries[entryId]?.standing;
              expect(standing?.kind === 'published' && standing.noticeUntil <= now).toBe(true);
            }
            const told = [...fact.data.entered, ...fact.data.missed].map(({ entryId }) => entryId);
            for (const entry of Object.values(before.entries))
              if (!told.includes(entry.entryId))
                expect(['planned', 'underway', ...ENDED]).toContain(entry.standing.kind);
          }
      }),
    ));

  it('the years that are played reach the facts of them', () => {
    const told = fc.sample(year, { numRuns: 400, seed: 7 }).flatMap(play);
    const reached = new Set(told.flatMap(({ facts }) => facts.map(({ type }) => type)));
    for (const type of [
      ...Object.keys(NEEDS),
      ...['EntryReturned.v1', 'EntryBlocked.v1', 'EntryWithdrawn.v1', 'EntryRevised.v1', 'IntakeClosed.v1'],
    ])
      expect([...reached]).toContain(type);
  });
});
