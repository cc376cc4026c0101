import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { DeclareEntry } from '../../src/domain/entries/orders.ts';
import { quotaOfShare, type QuotaShare } from '../../src/domain/needs/shares.ts';
import { BY, DAY, EDITION, editionFacts, openEdition, openedBy, tables, termsOf, UNIT } from './edition-sample.ts';
import { at, dossierEnd, EVIDENCE, fact, life, P1, P2, summary } from './entry-sample.ts';

const share: QuotaShare = { trackId: null, asOf: '2021-03-01', one: 20, counted: 'branches', round: 'up', least: 1 };
const asked = (one: QuotaShare): EditionFact => ({
  type: 'SharesAsked.v1',
  data: { editionId: EDITION, shares: [one] },
});
const unnumbered = openedBy({ ...openEdition, tables: { ...tables, quota: null } });
const terms = termsOf([...unnumbered, asked(share)]);

const declare = (entryId: string, count: number, change: Partial<DeclareEntry> = {}): DeclareEntry => ({
  type: 'DeclareEntry',
  ...{ ...at(DAY.declaration, BY.unit, entryId), terms },
  ...{ summary, evidence: [EVIDENCE], documents: [], dossierEnd },
  ...{ counted: { asOf: '2021-03-01', count, knownTo: 700 }, ...change },
});
const { given } = deciderSpec(entriesDecider);
const underway = (id: string) => life(fact.planned(id), fact.confirmed(id));

describe('a number of entries in proportion to branches', () => {
  it.each([
    ['up', 137, 7],
    ['up', 140, 7],
    ['up', 0, 1],
    ['down', 137, 6],
    ['down', 19, 1],
    ['half-up', 129, 6],
    ['half-up', 130, 7],
  ] as const)('rounded %s, of %d branches, one per 20 and at least one, is %d', (round, count, quota) =>
    expect(quotaOfShare({ ...share, round }, count)).toBe(quota),
  );

  it('stands with the first declaration: what was counted, as of which day, and the number', () => {
    const decision = entriesDecider.decide(
      underway(P1).reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(P1, 137),
    );
    expect(isRefusal(decision) || decision[0]).toEqual({
      type: 'QuotaCounted.v1',
      data: {
        ...{ editionId: EDITION, nominatorId: UNIT, trackId: null, one: 20, of: 'branches', quota: 7 },
        ...{ asOf: '2021-03-01', count: 137, knownTo: 700 },
      },
    });
  });

  it('is one in proportion to members where the template says so', () => {
    const decision = entriesDecider.decide(
      underway(P1).reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(P1, 250, {
        terms: termsOf([...unnumbered, asked({ ...share, one: 100, counted: 'members', round: 'half-up' })]),
      }),
    );
    expect(isRefusal(decision) || decision[0]).toMatchObject({
      data: { one: 100, of: 'members', quota: 3, count: 250 },
    });
  });

  it('refuses one more, and says what it follows from; what was counted once holds, whatever the tree has become', () => {
    const first = entriesDecider.decide(
      underway(P1).reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(P1, 20),
    );
    if (isRefusal(first)) throw new Error(first.reason);
    given(...underway(P1), ...first, ...underway(P2))
      .when(declare(P2, 400))
      .thenRefused({
        reason: 'QUOTA_EXCEEDED',
        details: { quota: 1, declared: 1, onePer: 20, of: 'branches', count: 20, asOf: '2021-03-01' },
      });
  });

  it('is another one where the edition says another proportion since: of what was counted', () => {
    const counted = { asOf: '2021-03-01', count: 20, knownTo: 700 };
    const fewer = termsOf([...unnumbered, asked(share), asked({ ...share, one: 10 })]);
    const data = { editionId: EDITION, nominatorId: UNIT, trackId: null, one: 20, of: 'branches', quota: 1 } as const;
    const after = [
      ...underway(P1),
      { type: 'QuotaCounted.v1', data: { ...data, ...counted } } as const,
      fact.declared()(3),
      ...underway(P2),
    ];
    const decision = entriesDecider.decide(
      after.reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(P2, 400, { terms: fewer }),
    );
    expect(isRefusal(decision) || decision.map(({ type }) => type)).toEqual(['EntryDeclared.v1']);
  });

  it('of a track of its own counts that track alone', () => {
    const own = termsOf([...editionFacts, asked({ ...share, trackId: 'project' })]);
    expect(own.tables.quota).toBe(2);
    const decision = entriesDecider.decide(
      underway(P1).reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(P1, 0, { terms: termsOf([...editionFacts, asked({ ...share, trackId: 'project', least: 0 })]) }),
    );
    expect(decision).toMatchObject({ reason: 'QUOTA_EXCEEDED', details: { quota: 0 } });
  });
});
