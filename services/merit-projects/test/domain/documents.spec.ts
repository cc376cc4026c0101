import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';
import type { GivenDocument } from '../../src/domain/entries/about.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { DeclareEntry } from '../../src/domain/entries/orders.ts';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import { BY, DAY, EDITION, editionFacts, openEdition, termsOf } from './edition-sample.ts';
import { at, dossierEnd, EVIDENCE, fact, life, summary } from './entry-sample.ts';

const OTHER = 'b'.repeat(64);
const report: GivenDocument = { document: 'report', sha256: EVIDENCE };
const measures: GivenDocument = { document: 'measures', sha256: OTHER };
const tracks = [{ trackId: 'project', documents: ['report', 'measures'] }];
const terms = termsOf([...editionFacts, { type: 'DocumentsAsked.v1', data: { editionId: EDITION, tracks } }]);

const declare = (...documents: readonly GivenDocument[]): DeclareEntry => ({
  type: 'DeclareEntry',
  ...{ ...at(DAY.declaration, BY.unit), terms },
  ...{ summary, evidence: [EVIDENCE, OTHER], documents, dossierEnd },
});
const { given } = deciderSpec(entriesDecider);
const underway = life(fact.planned(), fact.confirmed());

describe('documents that the template asks for', () => {
  it('stand in the edition from its opening on, and in none that was opened before they were enforced', () => {
    const asked = editionDecider.decide(editionDecider.initial, { ...openEdition, documents: tracks });
    if (isRefusal(asked)) throw new Error(asked.reason);
    expect(asked[1]).toEqual({ type: 'DocumentsAsked.v1', data: { editionId: EDITION, tracks } });
    const unasked = editionDecider.decide(editionDecider.initial, openEdition);
    expect(isRefusal(unasked) || unasked.some(({ type }) => type === 'DocumentsAsked.v1')).toBe(false);
    expect(termsOf(editionFacts).documents).toEqual([]);
  });

  it('have to be among the files of a declaration, each by its name: what is missing is named', () => {
    given(...underway)
      .when(declare())
      .thenRefused({ reason: 'DOCUMENT_MISSING', field: 'documents', details: { missing: 'report, measures' } });
    given(...underway)
      .when(declare(report))
      .thenRefused({ reason: 'DOCUMENT_MISSING', field: 'documents', details: { missing: 'measures' } });
    given(...underway)
      .when(declare(report, { document: 'measures', sha256: 'c'.repeat(64) }))
      .thenRefused({ reason: 'DOCUMENT_NOT_ATTACHED', field: 'documents[1]', details: { document: 'measures' } });
    given(...underway)
      .when(declare(report, measures, report))
      .thenRefused({ reason: 'DOCUMENT_NOT_ATTACHED', field: 'documents[2]', details: { document: 'report' } });
    given(...underway)
      .when(declare(report, measures, { document: 'video', sha256: OTHER }))
      .thenRefused({ reason: 'DOCUMENT_NOT_ASKED', field: 'documents[2]', details: { document: 'video' } });
  });

  it('are kept with the version they were given for, and asked for again after a return', () => {
    const decision = entriesDecider.decide(
      underway.reduce(entriesDecider.evolve, entriesDecider.initial),
      declare(report, measures),
    );
    if (isRefusal(decision)) throw new Error(decision.reason);
    expect(decision.map(({ type }) => type)).toEqual(['EntryDeclared.v1', 'DocumentsGiven.v1']);
    expect(decision[1]?.data).toMatchObject({ version: 1, entryRevision: 4, documents: [report, measures] });
    const returned = [...underway, fact.declared()(3), fact.documentsGiven()(4), fact.returned()(5)];
    given(...returned)
      .when(declare(measures))
      .thenRefused({ reason: 'DOCUMENT_MISSING', field: 'documents', details: { missing: 'report' } });
  });

  it('that nobody asks for are named in vain', () =>
    given(...underway)
      .when({ ...declare(report), terms: termsOf(editionFacts) })
      .thenRefused({ reason: 'DOCUMENT_NOT_ASKED', field: 'documents[0]', details: { document: 'report' } }));
});
