import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { SYSTEM } from '../../src/domain/by.ts';
import type { EditionTerms } from '../../src/domain/edition/terms.ts';
import { dossierDecider, type ReportProgress } from '../../src/domain/dossier/dossier.ts';
import { broughtOf } from '../../src/domain/entries/bringing.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { DeclareEntry, EntriesOrder } from '../../src/domain/entries/orders.ts';
import type { Entry } from '../../src/domain/entries/state.ts';
import { entryFilesDecider } from '../../src/domain/files/entry-files.ts';
import * as limits from '../../src/domain/limits.ts';
import { BY, DAY, UNIT } from './edition-sample.ts';
import { at, dossierEnd, EVIDENCE, P1, REPORT, summary } from './entry-sample.ts';
import { AS_OF, rolledTerms } from './roll-sample.ts';

/** Whoever stands on the roll declares in November, is reviewed, and enters in December; it delivers from March to October. */
const terms: EditionTerms = {
  ...rolledTerms,
  documents: [{ trackId: 'project', documents: ['report'] }],
  tables: {
    ...rolledTerms.tables,
    ...{ intake: 'whole-roll', nominator: null, quota: null, notices: [] },
    stages: rolledTerms.tables.stages.filter(({ act }) => act !== 'clear' && act !== 'notice'),
  },
};
const bare = { ...terms.tables, stages: terms.tables.stages.filter(({ act }) => act !== 'review') };
const simple = { ...terms, tables: bare };
const AFTER_DECLARING = '2021-11-12T02:00:00.000Z';

const stateOf = (facts: readonly EntriesFact[]) => facts.reduce(entriesDecider.evolve, entriesDecider.initial);
const entryIn = (facts: readonly EntriesFact[]): Entry => {
  const entry = stateOf(facts).entries[P1];
  if (entry === undefined) throw new Error('nobody stands on the roll');
  return entry;
};
const after = (facts: readonly EntriesFact[], order: EntriesOrder): readonly EntriesFact[] => {
  const decision = entriesDecider.decide(stateOf(facts), order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return [...facts, ...decision];
};
const refusalOf = (facts: readonly EntriesFact[], order: EntriesOrder) => {
  const decision = entriesDecider.decide(stateOf(facts), order);
  return isRefusal(decision) ? decision : undefined;
};

const listed = after([], {
  ...{ type: 'ListEntries', now: DAY.declaration, by: SYSTEM, terms, asOf: AS_OF },
  listed: [
    {
      ...{ entryId: P1, title: '甲单位', track: 'project', homeId: UNIT, proposerId: P1, answerable: [] },
      subject: { kind: 'organization', id: P1 },
    },
  ],
});
const bring = (more: Partial<DeclareEntry> = {}): DeclareEntry => ({
  ...{ type: 'DeclareEntry', ...at(DAY.declaration, BY.officer), by: BY.unit, terms, entryId: P1, summary },
  ...{ evidence: [EVIDENCE], documents: [{ document: 'report', sha256: EVIDENCE }], dossierEnd },
  ...more,
});
const brought = after(listed, bring());

describe('whoever stands on a roll that asks for something', () => {
  it('brings its own words and documents in the stage of declaring, as the version after the one it was listed with', () => {
    expect(brought.slice(1)).toMatchObject([
      { type: 'EntryDeclared.v1', data: { version: 2, evidence: [EVIDENCE], prose: { summary } } },
      { type: 'DocumentsGiven.v1', data: { version: 2, documents: [{ document: 'report', sha256: EVIDENCE }] } },
    ]);
    expect(entryIn(brought).standing).toEqual({ kind: 'declared' });
  });

  it('lacks a document, comes outside its stage, or is somebody else’s: refused, and nothing changes', () => {
    expect(refusalOf(listed, bring({ documents: [] }))).toMatchObject({ reason: 'DOCUMENT_MISSING' });
    expect(refusalOf(listed, bring({ now: AFTER_DECLARING }))).toMatchObject({ reason: 'STAGE_NOT_OPEN' });
    expect(refusalOf(listed, bring({ now: DAY.delivery }))).toMatchObject({ reason: 'STAGE_NOT_OPEN' });
    expect(refusalOf(listed, bring({ by: BY.officer }))).toMatchObject({ reason: 'NOT_THIS_PARTY' });
    expect(refusalOf(listed, bring({ summary: '' }))).toMatchObject({ reason: 'TEXT_EMPTY', field: 'summary' });
  });

  it('brings it anew while its stage is open and nobody has reviewed it, so often and not more', () => {
    const again = after(brought, bring({ summary: '更正。' }));
    expect(again.at(-2)).toMatchObject({ type: 'EntryRedeclared.v1', data: { version: 3 } });
    let facts = listed;
    for (let version = 0; version < limits.OWN_VERSIONS_PER_ENTRY_MAX; version++) facts = after(facts, bring());
    expect(refusalOf(facts, bring())).toEqual({
      reason: 'TOO_MANY_DECLARATIONS',
      details: { max: limits.OWN_VERSIONS_PER_ENTRY_MAX },
    });
  });

  it('is reviewed, returned and declared again as what was planned is; a reviewed one brings nothing more', () => {
    const review = { ...at(AFTER_DECLARING, BY.officer), terms, entryId: P1 };
    const returned = after(brought, {
      ...{ type: 'ReturnEntry', ...review, reasons: ['材料不清晰。'], redeclareBy: '2021-11-18' },
    });
    expect(entryIn(returned).standing.kind).toBe('returned');
    const redeclared = after(returned, bring({ now: AFTER_DECLARING }));
    expect(redeclared.at(-2)).toMatchObject({ type: 'EntryRedeclared.v1', data: { version: 3 } });
    const reviewed = after(redeclared, {
      ...{ type: 'ReviewEntry', ...review, outcome: 'passed', answers: [{ item: '材料齐全', met: true }] },
      explanations: [],
    });
    expect(refusalOf(reviewed, bring())).toMatchObject({ reason: 'ALREADY_DECLARED' });
  });

  it('brings nothing where its template has no stage for it', () => {
    const none = {
      ...terms.tables,
      stages: terms.tables.stages.filter(({ act }) => act !== 'declare' && act !== 'plan'),
    };
    const order = bring({ terms: { ...terms, tables: none } });
    expect(refusalOf(listed, order)).toMatchObject({ reason: 'ALREADY_DECLARED' });
    expect(broughtOf(entryIn(listed), order.terms, order.now)).toBeUndefined();
  });

  it('is not asked again for what it needs: that was looked at when it was listed', () => {
    const unmet = { asOf: AS_OF, knownTo: 1, needs: [] };
    const facts = after(listed, bring({ found: unmet }));
    expect(facts.map(({ type }) => type)).not.toContain('NeedsTested.v1');
  });
});

describe('who brings nothing in time', () => {
  it('is awaited, then overdue, and enters all the same: nobody is silently out', () => {
    expect(broughtOf(entryIn(listed), terms, DAY.declaration)).toBe('awaited');
    expect(broughtOf(entryIn(listed), terms, AFTER_DECLARING)).toBe('overdue');
    expect(broughtOf(entryIn(brought), terms, AFTER_DECLARING)).toBe('brought');
    const entered = after(listed, { type: 'CloseIntake', now: DAY.scoring, by: SYSTEM, terms: simple });
    expect(entered.at(-1)).toMatchObject({ data: { entered: [{ entryId: P1 }], missed: [] } });
    expect(broughtOf(entryIn(entered), simple, DAY.scoring)).toBe('overdue');
  });

  it('is awaited again where its unit is let in late', () => {
    const late = { nominatorId: UNIT, act: 'declare', stageId: 'declare', from: DAY.declaration, untilAt: DAY.scoring };
    const allowed = { ...terms, lateEntries: [late] as unknown as EditionTerms['lateEntries'] };
    expect(broughtOf(entryIn(listed), allowed, AFTER_DECLARING)).toBe('awaited');
    expect(refusalOf(listed, bring({ terms: allowed, now: AFTER_DECLARING }))).toBeUndefined();
  });
});

describe('what belongs to an entry on the roll', () => {
  const report = (entry: Entry, now: string, of: ReportProgress['terms'] = terms): ReportProgress => ({
    ...{ type: 'ReportProgress', now, by: BY.unit, terms: of, entryId: P1, entry },
    ...{ reportId: REPORT, report: '整改完成。', evidence: [] },
  });
  const decided = (order: ReportProgress) => dossierDecider.decide(dossierDecider.initial, order);

  it('is reported on in the stage of delivering, before it is judged and after, and at no other time', () => {
    const entered = after(listed, { type: 'CloseIntake', now: DAY.scoring, by: SYSTEM, terms: simple });
    for (const entry of [entryIn(listed), entryIn(entered)]) {
      expect(decided(report(entry, DAY.delivery))).toMatchObject([{ type: 'ProgressReported.v1' }]);
      expect(decided(report(entry, DAY.declaration))).toMatchObject({ reason: 'STAGE_NOT_OPEN' });
    }
    const none = { ...terms.tables, stages: terms.tables.stages.filter(({ act }) => act !== 'deliver') };
    const refused = decided(report(entryIn(listed), DAY.delivery, { ...terms, tables: none }));
    expect(refused).toMatchObject({ reason: 'ALREADY_DECLARED' });
  });

  it('has its files described while it may be brought', () => {
    const describing = (now: string) =>
      entryFilesDecider.decide(entryFilesDecider.initial, {
        ...{ type: 'DescribeEvidence', now, terms, entryId: P1, entry: entryIn(listed), sha256: EVIDENCE },
        ...{ kind: 'report', caption: '述职报告' },
      });
    expect(describing(DAY.declaration)).toMatchObject([{ type: 'EvidenceDescribed.v1' }]);
    expect(describing(AFTER_DECLARING)).toMatchObject({ reason: 'ALREADY_DECLARED' });
  });
});
