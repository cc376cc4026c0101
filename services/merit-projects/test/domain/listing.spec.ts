import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { deciderSpec } from '@jiangong/event-store/testing';
import { SYSTEM } from '../../src/domain/by.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { EntriesOrder, ListEntries } from '../../src/domain/entries/orders.ts';
import { BY, DAY, UNIT } from './edition-sample.ts';
import { at, dossierEnd, EVIDENCE, P1, P2, summary } from './entry-sample.ts';
import { AS_OF, DUE, rolledTerms } from './roll-sample.ts';

const tables = { ...rolledTerms.tables, intake: 'whole-roll', nominator: null, quota: null } as const;
const terms = { ...rolledTerms, tables };
const rolled = (entryId: string) =>
  ({
    ...{ entryId, title: '甲单位', track: 'project', homeId: UNIT, proposerId: entryId, answerable: [] },
    subject: { kind: 'organization', id: entryId },
  }) as const;
const list = (...ids: readonly string[]): ListEntries => ({
  ...{ type: 'ListEntries', now: DUE, by: SYSTEM, terms, asOf: AS_OF },
  listed: ids.map(rolled),
});

const after = (facts: readonly EntriesFact[], order: EntriesOrder): readonly EntriesFact[] => {
  const decision = entriesDecider.decide(facts.reduce(entriesDecider.evolve, entriesDecider.initial), order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return [...facts, ...decision];
};
const standingOf = (facts: readonly EntriesFact[], id = P1) =>
  facts.reduce(entriesDecider.evolve, entriesDecider.initial).entries[id]?.standing;
const { given } = deciderSpec(entriesDecider);
const order = { ...at(DUE, BY.officer), terms, entryId: P1, why: '不应参评。' };
const listed = after([], list(P1));

describe('whoever stands on the roll', () => {
  it('has an entry from then on, as if declared; asked again only those that have none yet', () => {
    expect(listed).toMatchObject([
      {
        type: 'EntryListed.v1',
        data: {
          entryId: P1,
          entryRevision: 1,
          subject: { kind: 'organization', id: P1 },
          title: '甲单位',
          asOf: AS_OF,
        },
      },
    ]);
    expect(standingOf(listed)).toEqual({ kind: 'declared' });
    given(...listed)
      .when(list(P1))
      .then();
    expect(after(listed, list(P1, P2)).map(({ data }) => 'entryId' in data && data.entryId)).toEqual([P1, P2]);
  });

  it('declares nothing, is put forward by nobody and withdraws by nobody’s order', () => {
    given()
      .when({
        ...{ type: 'NominateEntry', ...order, ...rolled(P1), title: '甲单位', summary, evidence: [EVIDENCE] },
        ...{ documents: [], dossierEnd, as: null, from: null },
      })
      .thenRefused({ reason: 'INTAKE_NOT_NOMINATED', field: 'editionId' });
    given(...listed)
      .when({ type: 'WithdrawEntry', ...order, classified: false })
      .thenRefused({ reason: 'ENTRY_ON_THE_ROLL', field: 'entryId' });
  });

  it('is taken off with a reason and put back to where it stood, each once', () => {
    const gone = after(listed, { type: 'DelistEntry', ...order });
    expect(gone[1]).toMatchObject({ type: 'EntryDelisted.v1', data: { entryRevision: 2, prose: { why: order.why } } });
    expect(standingOf(gone)).toEqual({ kind: 'removed' });
    given(...gone)
      .when({ type: 'DelistEntry', ...order })
      .then();
    given(...gone)
      .when({ type: 'UndoAct', ...order, proposalId: P2 })
      .thenRefused({ reason: 'NOTHING_TO_UNDO', field: 'entryId' });
    const back = after(gone, { type: 'RelistEntry', ...order });
    expect(back[2]).toMatchObject({ type: 'EntryRelisted.v1', data: { entryRevision: 3, standing: 'declared' } });
    expect(standingOf(back)).toEqual({ kind: 'declared' });
    given(...back)
      .when({ type: 'RelistEntry', ...order })
      .then();
    given(...listed)
      .when({ type: 'DelistEntry', ...order, why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });

  it('enters with all others, or misses; afterwards nobody is listed or taken off, and who was off stays out', () => {
    const bare = {
      ...tables,
      stages: tables.stages.filter(({ act }) => act === 'score' || act === 'decide'),
      notices: [],
    };
    const entering = { ...terms, tables: bare };
    const two = after(after([], list(P1, P2)), { type: 'DelistEntry', ...order, entryId: P2 });
    const entered = after(two, { type: 'CloseIntake', now: DAY.scoring, by: SYSTEM, terms: entering });
    expect(entered.at(-1)).toMatchObject({ data: { entered: [{ entryId: P1 }], missed: [] } });
    given(...entered)
      .when({ ...list('someone else'), now: DAY.scoring })
      .thenRefused({ reason: 'INTAKE_CLOSED' });
    given(...entered)
      .when({ type: 'DelistEntry', ...order })
      .thenRefused({ reason: 'ENTRY_IN_EVALUATION', field: 'entryId' });
  });
});
