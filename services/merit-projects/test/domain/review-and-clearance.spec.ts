import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { ClearanceOpinion, EntriesFact, EntryFact } from '../../src/domain/entries/facts.ts';
import type {
  BlockEntry,
  GiveClearance,
  LiftBlock,
  ReturnEntry,
  ReviewEntry,
} from '../../src/domain/entries/orders.ts';
import { BY, DAY, tables, terms } from './edition-sample.ts';
import { at, CLEARANCE, fact, intakeClosed, life, P1, P2, P3, PROPOSAL, published } from './entry-sample.ts';

const { given } = deciderSpec(entriesDecider);
const declared = (id = P1) => life(fact.planned(id), fact.confirmed(id), fact.declared(id));
const reviewed = (id = P1) => life(fact.planned(id), fact.confirmed(id), fact.declared(id), fact.reviewed(id));
const asked = (id = P1) => [...reviewed(id), fact.clearanceRequested(id)(5)];

describe('review', () => {
  const review: ReviewEntry = {
    type: 'ReviewEntry',
    ...at(DAY.review, BY.officer),
    ...{ outcome: 'passed', answers: [{ item: '材料完整', met: true }], explanations: [] },
  };

  it('answers a check-list: passed, or failed with every failure explained', () => {
    given(...declared())
      .when(review)
      .then(fact.reviewed()(4));
    given(...declared())
      .when({
        ...review,
        outcome: 'failed',
        answers: [{ item: '材料完整', met: false }],
        explanations: ['缺少佐证材料。'],
      })
      .then(fact.rejected()(4));
  });

  it('outcome, answers and explanations say the same', () => {
    const refused = (order: Partial<ReviewEntry>, reason: string, field: string) =>
      given(...declared())
        .when({ ...review, ...order })
        .thenRefused({ reason: reason as 'TEXT_EMPTY', field });
    refused({ outcome: 'failed' }, 'REVIEW_FAILURES_MISSING', 'answers');
    refused(
      { answers: [{ item: '材料完整', met: false }], explanations: ['缺'] },
      'REVIEW_FAILURES_UNEXPECTED',
      'answers',
    );
    refused({ explanations: ['多余'] }, 'REVIEW_EXPLANATIONS_INCOMPLETE', 'explanations');
    refused({ answers: [{ item: '', met: true }] }, 'TEXT_EMPTY', 'answers[0].item');
  });

  it('is done once, by the office, while review, clearance or notice is open', () => {
    given(...reviewed())
      .when(review)
      .thenRefused({ reason: 'ENTRY_NOT_DECLARED', field: 'entryId' });
    given(...declared())
      .when({ ...review, by: BY.unit })
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given(...declared())
      .when({ ...review, now: DAY.declaration })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    given(...declared())
      .when({ ...review, now: '2021-11-25T02:00:00.000Z' })
      .then(fact.reviewed()(4));
  });

  it('a template without a review has none', () =>
    given(...declared())
      .when({
        ...review,
        terms: { ...terms, tables: { ...tables, stages: tables.stages.filter(({ act }) => act !== 'review') } },
      })
      .thenRefused({ reason: 'REVIEW_NOT_IN_TEMPLATE', field: 'entryId' }));
});

describe('return', () => {
  const returnIt: ReturnEntry = {
    type: 'ReturnEntry',
    ...at(DAY.review, BY.officer),
    ...{ reasons: ['缺少佐证。'], redeclareBy: '2021-11-18' },
  };

  it('sends a declaration back with reasons and a last day, also after it was cleared', () => {
    given(...declared())
      .when(returnIt)
      .then(fact.returned()(4));
    given(...asked(), fact.cleared()(6))
      .when(returnIt)
      .then(fact.returned()(7));
  });

  it('its last day leaves room for clearance, notice and an answer before scoring', () => {
    // Declared again on 22 November, published on the 23rd, the notice would end with the 30th: no day is left to answer.
    given(...declared())
      .when({ ...returnIt, redeclareBy: '2021-11-22' })
      .thenRefused({
        reason: 'RETURN_DEADLINE_INVALID',
        field: 'redeclareBy',
        details: { scoringOpensAt: '2021-11-30T16:00:00.000Z' },
      });
    given(...declared())
      .when({ ...returnIt, redeclareBy: '2021-11-15' })
      .thenRefused({ reason: 'RETURN_DEADLINE_INVALID', field: 'redeclareBy' });
    given(...declared())
      .when({ ...returnIt, redeclareBy: '2021-11-31' })
      .thenRefused({ reason: 'DATE_INVALID', field: 'redeclareBy' });
  });

  it('needs a reason, and something to return', () => {
    given(...declared())
      .when({ ...returnIt, reasons: [] })
      .thenRefused({ reason: 'RETURN_REASONS_MISSING', field: 'reasons' });
    given(...published())
      .when(returnIt)
      .thenRefused({ reason: 'ENTRY_NOT_IN_REVIEW', field: 'entryId' });
  });
});

const opinionsOf = (...blocked: readonly string[]): readonly ClearanceOpinion[] =>
  (['entry', 'leader', 'unit'] as const).map((scope) => ({
    scope,
    outcome: blocked.includes(scope) ? 'blocked' : 'cleared',
  }));
const give: GiveClearance = {
  type: 'GiveClearance',
  ...at(DAY.review, BY.inspector),
  ...{ opinions: opinionsOf(), why: '', opinionNumber: '纪函〔2021〕8号' },
};
const opinionAgainst = (revision: number, ...blocked: readonly string[]): EntriesFact => {
  const { type, data } = fact.cleared()(revision) as Extract<EntryFact, { type: 'ClearanceGiven.v1' }>;
  return {
    type,
    data: { ...data, outcome: 'blocked', prose: { opinions: opinionsOf(...blocked), why: '问题线索正在核实。' } },
  };
};

describe('clearance', () => {
  it('is asked for once the review has passed, about entry, leader and unit', () => {
    const request = {
      type: 'RequestClearance',
      ...at(DAY.review, BY.officer),
      ...{ clearanceId: CLEARANCE, scopes: ['unit', 'entry', 'leader'] as const },
    } as const;
    given(...reviewed())
      .when(request)
      .then(fact.clearanceRequested()(5));
    given(...declared())
      .when(request)
      .thenRefused({ reason: 'ENTRY_NOT_REVIEWED', field: 'entryId' });
    given(...reviewed())
      .when({ ...request, scopes: [] })
      .thenRefused({ reason: 'CLEARANCE_SCOPES_INVALID', field: 'scopes' });
  });

  it('clears on everything it was asked about', () => {
    given(...asked())
      .when(give)
      .then(fact.cleared()(6));
    given(...asked())
      .when({ ...give, opinions: opinionsOf().slice(1) })
      .thenRefused({ reason: 'CLEARANCE_OPINIONS_INCOMPLETE', field: 'opinions' });
    given(...reviewed())
      .when(give)
      .thenRefused({ reason: 'CLEARANCE_NOT_REQUESTED', field: 'entryId' });
    given(...asked())
      .when({ ...give, by: BY.officer })
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
  });

  it('an opinion against the entry blocks it, with a reason', () => {
    const against = { ...give, opinions: opinionsOf('entry'), why: '问题线索正在核实。' };
    given(...asked())
      .when(against)
      .then(opinionAgainst(6, 'entry'), fact.blocked()(7));
    given(...asked())
      .when({ ...against, why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });

  it('an opinion against the unit blocks all its entries, also one that is being scored', () =>
    given(...asked(P1), ...declared(P2), ...life(fact.planned(P3)))
      .when({ ...give, opinions: opinionsOf('unit'), why: '问题线索正在核实。' })
      .then(opinionAgainst(6, 'unit'), fact.blocked(P1)(7), fact.blocked(P2)(4)));
});

describe('a block reaches entries that are being scored', () => {
  const block: BlockEntry = {
    type: 'BlockEntry',
    ...at(DAY.scoring, BY.inspector),
    ...{ blockId: 'block-1', why: '新线索。', opinionNumber: '纪函〔2021〕10号', proposalId: PROPOSAL },
  };
  const entered: readonly EntriesFact[] = [...published(), intakeClosed([P1])];
  const blocked = (entryRevision: number, more: object): EntriesFact =>
    ({
      type: 'EntryBlocked.v1',
      data: {
        ...(fact.blocked()(entryRevision) as Extract<EntryFact, { type: 'EntryBlocked.v1' }>).data,
        ...{ blockId: 'block-1', clearanceId: null, opinionNumber: '纪函〔2021〕10号', prose: { why: '新线索。' } },
        ...more,
      },
    }) as EntriesFact;

  it('proposed by the office, carried out by discipline inspection', () => {
    given(...entered, fact.proposed(P1, 'BlockEntry', 9)(9))
      .when(block)
      .then(blocked(10, { wasEntered: true, proposalId: PROPOSAL, proposedBy: BY.officer.personId }));
    given(...entered)
      .when(block)
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });

  it('what is not being scored yet is blocked by inspection alone, without being asked', () =>
    given(...published())
      .when({ ...block, now: DAY.notice, proposalId: null })
      .then(blocked(8, {})));

  it('is proposed to be lifted only where it stands, and about an objection that there is', () => {
    const propose = {
      type: 'ProposeAct',
      act: 'LiftBlock',
      ...at(DAY.scoring, BY.officer),
      ...{ proposalId: PROPOSAL, objectionId: '', why: '线索查否。' },
    } as const;
    given(...entered)
      .when(propose)
      .thenRefused({ reason: 'ENTRY_NOT_BLOCKED', field: 'entryId' });
    given(...entered, fact.blocked(P1, true)(9))
      .when({ ...propose, objectionId: PROPOSAL })
      .thenRefused({ reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' });
  });

  it('is lifted by another inspector; the entry is then where it was', () => {
    const lift: LiftBlock = {
      type: 'LiftBlock',
      ...at(DAY.scoring, BY.inspector2),
      ...{ why: '线索查否。', opinionNumber: '纪函〔2021〕9号', proposalId: PROPOSAL },
    };
    const taken = [...entered, fact.blocked(P1, true)(9), fact.proposed(P1, 'LiftBlock', 10)(10)];
    const data = (fact.lifted()(11) as Extract<EntryFact, { type: 'BlockLifted.v1' }>).data;
    given(...taken)
      .when(lift)
      .then({
        type: 'BlockLifted.v1',
        data: {
          ...data,
          wasEntered: true,
          standing: 'in-evaluation',
          proposalId: PROPOSAL,
          proposedBy: BY.officer.personId,
        },
      });
    given(...taken)
      .when({ ...lift, proposalId: null })
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    // Proposed before this block stood: somebody meant another one.
    given(...entered, fact.proposed(P1, 'LiftBlock', 9)(9), fact.blocked(P1, true)(10))
      .when(lift)
      .thenRefused({ reason: 'PROPOSAL_LAPSED', field: 'proposalId' });
    given(...taken)
      .when({ ...lift, by: BY.inspector })
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED', details: { act: 'LiftBlock' } });
    given(...entered)
      .when(lift)
      .thenRefused({ reason: 'ENTRY_NOT_BLOCKED', field: 'entryId' });
    given(...asked(), opinionAgainst(6, 'entry'), fact.blocked()(7), fact.lifted()(8))
      .when({ type: 'PublishEntry', ...at(DAY.review, BY.officer) })
      .then(fact.published()(9));
  });

  it('a block that another entry brought, lifted, leaves the own opinion still to be given', () =>
    given(...asked(), fact.blocked()(6), fact.lifted()(7))
      .when({ type: 'PublishEntry', ...at(DAY.review, BY.officer) })
      .thenRefused({ reason: 'ENTRY_NOT_CLEARED', field: 'entryId', details: { standing: 'clearance-requested' } }));
});
