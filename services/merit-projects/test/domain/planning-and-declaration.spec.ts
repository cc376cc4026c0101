import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { DeclareEntry, PlanEntry, ReviseEntry } from '../../src/domain/entries/orders.ts';
import * as limits from '../../src/domain/limits.ts';
import { BY, DAY, terms } from './edition-sample.ts';
import {
  at,
  dossierEnd,
  EVIDENCE,
  fact,
  identity,
  intakeClosed,
  LEADER,
  life,
  measures,
  P1,
  P2,
  P3,
  plan,
  summary,
} from './entry-sample.ts';

const { given } = deciderSpec(entriesDecider);
const planIt: PlanEntry = { type: 'PlanEntry', ...at(DAY.planning, BY.secretary), ...identity(), ...plan, measures };
const planned = life(fact.planned());
const underway = life(fact.planned(), fact.confirmed());
const declared = (id = P1) => life(fact.planned(id), fact.confirmed(id), fact.declared(id));
const declare: DeclareEntry = {
  type: 'DeclareEntry',
  ...at(DAY.declaration, BY.unit),
  ...{ summary, evidence: [EVIDENCE], documents: [], dossierEnd },
};

describe('planning', () => {
  it('a branch plans an entry: what it is in the clear, what it takes as prose', () =>
    given()
      .when(planIt)
      .then(...planned));

  it('an entry is planned once, in planning, by a party of the template', () => {
    given(...planned)
      .when(planIt)
      .thenRefused({ reason: 'ENTRY_ALREADY_PLANNED', field: 'entryId' });
    given()
      .when({ ...planIt, now: DAY.declaration })
      .thenRefused({
        reason: 'STAGE_NOT_OPEN',
        details: { stage: 'plan', opensAt: '2021-01-03T16:00:00.000Z', closesAt: '2021-02-28T16:00:00.000Z' },
      });
    given()
      .when({ ...planIt, by: BY.officer })
      .thenRefused({ reason: 'NOT_THIS_PARTY', details: { act: 'plan', role: 'committee-officer' } });
  });

  it('a party that acts for itself is not the committee, whatever role is held there', () =>
    given()
      .when({ ...planIt, by: { ...BY.unit, organizationId: terms.committeeId } })
      .thenRefused({ reason: 'NOT_THIS_PARTY' }));

  it("its track is one of the template's, its subject of that track's kind", () => {
    given()
      .when({ ...planIt, track: 'person' })
      .thenRefused({ reason: 'TRACK_UNKNOWN', field: 'track' });
    given()
      .when({ ...planIt, subject: { kind: 'person', id: LEADER } })
      .thenRefused({ reason: 'SUBJECT_INVALID', field: 'subject', details: { kind: 'project' } });
  });

  it('a plan has a title, measures, a real due date, people who answer for it, and milestones before it', () => {
    const refused = (order: Partial<PlanEntry>, reason: string, field: string) =>
      given()
        .when({ ...planIt, ...order })
        .thenRefused({ reason: reason as 'DATE_INVALID', field });
    refused({ title: '' }, 'TEXT_EMPTY', 'title');
    refused({ title: '一\n二' }, 'TEXT_MALFORMED', 'title');
    refused({ measures: '长'.repeat(limits.TEXT_CHARACTERS_MAX + 1) }, 'TEXT_TOO_LONG', 'measures');
    refused({ dueOn: '2021-13-01' }, 'DATE_INVALID', 'dueOn');
    refused({ answerable: [] }, 'ANSWERABLE_MISSING', 'answerable');
    refused({ answerable: [LEADER, LEADER] }, 'TOO_MANY_ANSWERABLE', 'answerable');
    const milestone = { milestoneId: 'm', title: '上线', dueOn: '2021-06-30' };
    refused({ milestones: [milestone, milestone] }, 'MILESTONE_REPEATED', 'milestones');
    refused({ milestones: [{ ...milestone, dueOn: '2021-12-31' }] }, 'MILESTONE_AFTER_DUE_DATE', 'milestones[0].dueOn');
    refused({ milestones: [{ ...milestone, title: '' }] }, 'TEXT_EMPTY', 'milestones[0].title');
  });

  it('so many entries and no more share a stream', () => {
    const many = Array.from({ length: limits.ENTRIES_PLANNED_MAX }, (_, index) =>
      life(fact.planned(`p-${index}`)),
    ).flat();
    given(...many)
      .when(planIt)
      .thenRefused({ reason: 'TOO_MANY_ENTRIES', details: { max: limits.ENTRIES_PLANNED_MAX } });
  });

  it("the unit's committee confirms, also after planning has closed; once", () => {
    const confirm = { type: 'ConfirmEntry', ...at(DAY.delivery, BY.unit), opinion: '同意。' } as const;
    given(...planned)
      .when(confirm)
      .then(fact.confirmed()(2));
    given(...underway)
      .when(confirm)
      .thenRefused({ reason: 'ENTRY_ALREADY_CONFIRMED', field: 'entryId' });
    given(...planned)
      .when({ ...confirm, by: BY.secretary })
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
  });

  it('a plan is revised with a reason until it is confirmed; an unchanged milestone keeps its id', () => {
    const revise: ReviseEntry = {
      type: 'ReviseEntry',
      ...at(DAY.planning, BY.secretary),
      ...{ ...plan, milestones: [{ ...plan.milestones[0], milestoneId: 'another' }] },
      ...{ measures, answerable: [LEADER], why: '任务调整。' },
    };
    given(...planned)
      .when(revise)
      .then(fact.revised()(2));
    given(...underway)
      .when(revise)
      .thenRefused({ reason: 'ENTRY_ALREADY_CONFIRMED', field: 'entryId' });
    given(...planned)
      .when({ ...revise, why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
  });
});

describe('declaring', () => {
  it("the nominator declares; title, people and the dossier's end go along", () =>
    given(...underway)
      .when(declare)
      .then(fact.declared()(3)));

  it('only what is confirmed, once, while declaration is open, by the nominator', () => {
    given(...planned)
      .when(declare)
      .thenRefused({ reason: 'ENTRY_NOT_CONFIRMED', field: 'entryId' });
    given(...declared())
      .when(declare)
      .thenRefused({ reason: 'ALREADY_DECLARED', field: 'entryId' });
    given(...underway)
      .when({ ...declare, now: DAY.review })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    given(...underway)
      .when({ ...declare, by: BY.secretary })
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
  });

  it('evidence is named by its hash, each file once', () => {
    given(...underway)
      .when({ ...declare, evidence: ['x'] })
      .thenRefused({ reason: 'EVIDENCE_INVALID', field: 'evidence' });
    given(...underway)
      .when({ ...declare, evidence: [EVIDENCE, EVIDENCE] })
      .thenRefused({ reason: 'EVIDENCE_INVALID', field: 'evidence' });
  });

  it('no more entries than the quota take a place', () =>
    given(...declared(P1), ...declared(P2), ...life(fact.planned(P3), fact.confirmed(P3)))
      .when({ ...declare, entryId: P3 })
      .thenRefused({ reason: 'QUOTA_EXCEEDED', details: { quota: 2, declared: 2 } }));

  it('a place is kept whatever the review says of it', () =>
    given(
      ...life(fact.planned(P1), fact.confirmed(P1), fact.declared(P1), fact.rejected(P1)),
      ...declared(P2),
      ...life(fact.planned(P3), fact.confirmed(P3)),
    )
      .when({ ...declare, entryId: P3 })
      .thenRefused({ reason: 'QUOTA_EXCEEDED', details: { quota: 2, declared: 2 } }));

  it('a returned entry is declared again as the next version until its deadline, whatever the stage', () => {
    const returned = life(fact.planned(), fact.confirmed(), fact.declared(), fact.returned());
    given(...returned)
      .when({ ...declare, now: DAY.review })
      .then(fact.redeclared()(5));
    given(...returned)
      .when({ ...declare, now: '2021-11-18T16:00:00.000Z' })
      .thenRefused({ reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil: '2021-11-18T16:00:00.000Z' } });
  });

  it('once the intake is closed nothing is planned or declared any more', () => {
    const closed: readonly EntriesFact[] = [...underway, intakeClosed([])];
    given(...closed)
      .when(declare)
      .thenRefused({ reason: 'INTAKE_CLOSED' });
    given(...closed)
      .when({ ...planIt, entryId: P2 })
      .thenRefused({ reason: 'INTAKE_CLOSED' });
  });
});

describe('withdrawing', () => {
  const withdraw = { type: 'WithdrawEntry', ...at(DAY.review, BY.unit), why: '项目取消。', classified: false } as const;
  const withdrawn = (entryRevision: number, quotaPlace: 'taken' | 'returned' | 'none'): EntriesFact => {
    const { data, type } = fact.withdrawn()(entryRevision) as Extract<EntriesFact, { type: 'EntryWithdrawn.v1' }>;
    return { type, data: { ...data, quotaPlace } };
  };

  it('before clearance it gives the place back', () => {
    given(...declared())
      .when(withdraw)
      .then(withdrawn(4, 'returned'));
    given(...underway)
      .when(withdraw)
      .then(withdrawn(3, 'none'));
    given(...declared(P1), fact.withdrawn()(4), ...declared(P2), ...life(fact.planned(P3), fact.confirmed(P3)))
      .when({ ...declare, entryId: P3 })
      .then(fact.declared(P3)(3));
  });

  it('once discipline inspection was asked the place stays taken, also after a return', () => {
    const asked = life(fact.planned(), fact.confirmed(), fact.declared(), fact.reviewed(), fact.clearanceRequested());
    given(...asked)
      .when(withdraw)
      .then(withdrawn(6, 'taken'));
    given(...asked, fact.returned()(6))
      .when(withdraw)
      .then(withdrawn(7, 'taken'));
  });

  it('what is being scored is not withdrawn, what has ended neither', () => {
    given(...declared(), intakeClosed([P1]))
      .when(withdraw)
      .thenRefused({ reason: 'ENTRY_IN_EVALUATION', field: 'entryId' });
    given(...declared(), withdrawn(4, 'returned'))
      .when(withdraw)
      .thenRefused({ reason: 'ENTRY_CLOSED', field: 'entryId' });
  });

  it('whether the unit was classified then is said', () =>
    given(...underway)
      .when({ ...withdraw, classified: true })
      .then({ type: 'EntryWithdrawn.v1', data: { ...withdrawn(3, 'none').data, classifiedThen: true } as never }));
});

describe("If-Match is the entry's own counter", () => {
  it('another entry of the same nominator does not count', () =>
    given(...underway, ...declared(P2))
      .when({ ...declare, expected: 2 })
      .then(fact.declared()(3)));

  it('what was changed since is said', () =>
    given(...underway)
      .when({ ...declare, expected: 1 })
      .thenRefused({ reason: 'REVISION_CONFLICT', field: 'If-Match', details: { expectedRevision: 1, revision: 2 } }));
});

describe('an edition that has ended', () => {
  it('takes no plans and no declarations', () => {
    given(...underway)
      .when({ ...declare, terms: { ...terms, kind: 'abandoned' } })
      .thenRefused({ reason: 'EDITION_ABANDONED' });
    given(...underway)
      .when({ ...declare, terms: { ...terms, kind: 'closed' } })
      .thenRefused({ reason: 'EDITION_CLOSED' });
  });

  it('an entry that is not there takes no order', () =>
    given().when(declare).thenRefused({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' }));
});
