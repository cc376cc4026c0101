import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import { BY, DAY } from './edition-sample.ts';
import { at, fact, intakeClosed, life, P1, P2, P3, PROPOSAL, published } from './entry-sample.ts';

const { given } = deciderSpec(entriesDecider);
const declared = (id = P1) => life(fact.planned(id), fact.confirmed(id), fact.declared(id));
const asked = () => [
  ...life(fact.planned(), fact.confirmed(), fact.declared(), fact.reviewed()),
  fact.clearanceRequested()(5),
];

describe('acts in error are undone, so long as nothing has followed', () => {
  const undo = { type: 'UndoAct', ...at(DAY.review, BY.inspector), proposalId: PROPOSAL, why: '误录。' } as const;

  it('a review typed in error: proposed by the office, undone by another role', () =>
    given(...life(fact.planned(), fact.confirmed(), fact.declared(), fact.rejected(), fact.proposed()))
      .when(undo)
      .then(fact.undone()(6)));

  it('not once something has followed from it, and not by the same office', () => {
    given(...asked(), fact.proposed()(6))
      .when(undo)
      .thenRefused({ reason: 'NOTHING_TO_UNDO', field: 'entryId' });
    given(...life(fact.planned(), fact.confirmed(), fact.declared(), fact.rejected(), fact.proposed()))
      .when({ ...undo, by: BY.officer2 })
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    given(...life(fact.planned(), fact.confirmed(), fact.declared(), fact.rejected(), fact.proposed(P1, 'UndoAct', 4)))
      .when(undo)
      .thenRefused({ reason: 'PROPOSAL_LAPSED', field: 'proposalId' });
  });

  const undone = (entryRevision: number, act: string, eventRevision: number, standing: string): EntriesFact => {
    const { data, type } = fact.undone()(entryRevision) as Extract<EntriesFact, { type: 'ActUndone.v1' }>;
    return { type, data: { ...data, act, eventRevision, standing } } as EntriesFact;
  };

  it('a withdrawal by mistake: the entry stands where it stood, and takes its place of the quota again', () => {
    const withdrawn = [...declared(), fact.withdrawn()(4), fact.proposed(P1, 'UndoAct', 5)(5)];
    given(...withdrawn)
      .when(undo)
      .then(undone(6, 'EntryWithdrawn', 4, 'declared'));
    given(
      ...withdrawn,
      undone(6, 'EntryWithdrawn', 4, 'declared'),
      ...declared(P2),
      ...life(fact.planned(P3), fact.confirmed(P3)),
    )
      .when({
        type: 'DeclareEntry',
        ...at(DAY.declaration, BY.unit),
        ...{ entryId: P3, summary: '成效。', evidence: [], documents: [], dossierEnd: { revision: -1, hash: null } },
      })
      .thenRefused({ reason: 'QUOTA_EXCEEDED', details: { quota: 2, declared: 2 } });
  });

  it('not where others have taken its place meanwhile, and not once entries have entered', () => {
    const withdrawn = [...declared(), fact.withdrawn()(4)];
    given(...withdrawn, ...declared(P2), ...declared(P3), fact.proposed(P1, 'UndoAct', 5)(5))
      .when(undo)
      .thenRefused({ reason: 'QUOTA_EXCEEDED', details: { quota: 2, declared: 2 } });
    given(...withdrawn, fact.proposed(P1, 'UndoAct', 5)(5), intakeClosed([]))
      .when(undo)
      .thenRefused({ reason: 'NOTHING_TO_UNDO', field: 'entryId' });
  });

  it('a removal in error, also of what is being scored: by discipline inspection, upon the office’s proposal', () => {
    const removed = [...published(), intakeClosed([P1]), fact.removed()(9), fact.proposed(P1, 'UndoAct', 10)(10)];
    given(...removed)
      .when(undo)
      .then(undone(11, 'EntryRemoved', 9, 'in-evaluation'));
    given(...removed)
      .when({ ...undo, by: BY.unit })
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
  });

  it('a proposal is turned down with a reason', () =>
    given(...life(fact.planned(), fact.confirmed(), fact.declared(), fact.rejected(), fact.proposed()))
      .when({ type: 'RejectProposal', ...at(DAY.review, BY.inspector), proposalId: PROPOSAL, why: '不同意。' })
      .then(fact.proposalRejected()(6)));
});

describe('a proposal is carried out once', () => {
  const entered = [...published(), intakeClosed([P1])];
  const by = { blocked: fact.blocked(P1, true), removed: fact.removed(), lifted: fact.lifted() };
  const carrying = (make: (entryRevision: number) => EntriesFact, entryRevision: number): EntriesFact => {
    const { data, type } = make(entryRevision);
    return { type, data: { ...data, proposalId: PROPOSAL, proposedBy: BY.officer.personId } } as EntriesFact;
  };
  it.each([
    ['a block', 'BlockEntry', [], by.blocked],
    ['a lifted block', 'LiftBlock', [by.blocked], by.lifted],
    ['a removal', 'RemoveEntry', [], by.removed],
    ['an act undone', 'UndoAct', [by.removed], fact.undone()],
  ] as const)('by %s', (_what, act, before, done) => {
    const facts = [...entered, ...before.map((make, at) => make(9 + at))];
    const at = 9 + before.length;
    const after = [...facts, fact.proposed(P1, act, at)(at), carrying(done, at + 1)];
    const { proposals } = after.reduce(entriesDecider.evolve, entriesDecider.initial).entries[P1] ?? {};
    expect(proposals).toEqual({});
  });
});
