import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { PERSON_STREAMS } from '../../application/person-stream.ts';
import type { PersonFact, StageFact } from '../../domain/facts.ts';

/** `sealed_name` is the stored field as it is, `name_type` the fact it comes from: both are needed to open it. No name in the clear. */
const TABLES = `
  create table if not exists person (
    person_id text primary key,
    organization_id text not null,
    sealed_name text,
    name_type text not null,
    stage text not null,
    stage_since text not null,
    probation_ends_on text,
    erased boolean not null
  );
  create index if not exists person_organization on person (organization_id, person_id);
  create table if not exists person_grant (
    grant_id text primary key,
    person_id text not null,
    organization_id text not null
  );
  create table if not exists person_scheduled_act (
    person_id text primary key,
    act_id text not null,
    effective_on text collate "C" not null,
    organization_id text
  );
  create index if not exists person_scheduled_act_day on person_scheduled_act (effective_on);
`;

type Stage = Readonly<{ stage: string; since: string; probationEndsOn?: string | null }>;

const atStage = (rows: ProjectedRows, personId: string, { stage, since, probationEndsOn = null }: Stage): void =>
  rows.write('update person set stage = $2, stage_since = $3, probation_ends_on = $4 where person_id = $1', [
    personId,
    stage,
    since,
    probationEndsOn,
  ]);

const named = (
  rows: ProjectedRows,
  { type, data }: Readonly<{ type: string; data: { personId: string; name?: unknown } }>,
): void =>
  rows.write('update person set sealed_name = $2, name_type = $3 where person_id = $1', [
    data.personId,
    JSON.stringify(data.name),
    type,
  ]);

const applyStage = (rows: ProjectedRows, fact: StageFact): void => {
  const { personId } = fact.data;
  switch (fact.type) {
    case 'StageRecorded.v1':
    case 'StageCorrected.v1':
    case 'ExitCorrected.v1':
      return atStage(rows, personId, fact.data);
    case 'ApplicationReceived.v1':
      return atStage(rows, personId, { stage: 'applicant', since: fact.data.appliedOn });
    case 'ActivistNamed.v1':
      return atStage(rows, personId, { stage: 'activist', since: fact.data.namedOn });
    case 'CandidateNamed.v1':
      return atStage(rows, personId, { stage: 'candidate', since: fact.data.namedOn });
    case 'AdmittedOnProbation.v1':
      return atStage(rows, personId, {
        stage: 'probationary',
        since: fact.data.meetingOn,
        probationEndsOn: fact.data.probationEndsOn,
      });
    case 'ProbationExtended.v1':
      return rows.write('update person set probation_ends_on = $2 where person_id = $1', [
        personId,
        fact.data.probationEndsOn,
      ]);
    case 'ConfirmedAsFullMember.v1':
      return atStage(rows, personId, { stage: 'full', since: fact.data.meetingOn });
    case 'PersonExited.v1':
      return atStage(rows, personId, { stage: fact.data.kind, since: fact.data.effectiveOn });
  }
};

const unscheduled = (rows: ProjectedRows, personId: string): void =>
  rows.write('delete from person_scheduled_act where person_id = $1', [personId]);

/** The stored fact: its sealed fields are still sealed, so only their presence may be looked at. */
const apply = (rows: ProjectedRows, event: ProjectedEvent): void => {
  const fact = { type: event.type, data: event.data } as PersonFact;
  const { personId } = fact.data;
  switch (fact.type) {
    case 'PersonRegistered.v1':
      rows.write(
        `insert into person (person_id, organization_id, sealed_name, name_type, stage, stage_since, probation_ends_on, erased)
         values ($1, $2, $3, $4, 'none', '', null, false)`,
        [personId, fact.data.organizationId, JSON.stringify(fact.data.name), fact.type],
      );
      return;
    case 'PersonalDataCorrected.v1':
      return fact.data.name === undefined ? undefined : named(rows, fact);
    case 'PersonMoved.v1':
      return rows.write('update person set organization_id = $2 where person_id = $1', [
        personId,
        fact.data.toOrganizationId,
      ]);
    case 'PersonErased.v1':
      rows.write('update person set sealed_name = null, erased = true where person_id = $1', [personId]);
      unscheduled(rows, personId);
      return atStage(rows, personId, { stage: 'none', since: '' });
    case 'RoleGranted.v1':
      return rows.write('insert into person_grant (grant_id, person_id, organization_id) values ($1, $2, $3)', [
        fact.data.grantId,
        personId,
        fact.data.organizationId,
      ]);
    case 'ActScheduled.v1': {
      const { actId, effectiveOn, terms } = fact.data;
      return rows.write('insert into person_scheduled_act values ($1, $2, $3, $4)', [
        personId,
        actId,
        effectiveOn,
        terms.act === 'MovePerson' ? terms.organizationId : null,
      ]);
    }
    case 'ScheduledActEnded.v1':
      return unscheduled(rows, personId);
    case 'RoleRevoked.v1':
    case 'ActProposed.v1':
    case 'ProposalRejected.v1':
    case 'SignInEnded.v1':
    case 'SignInResetOffered.v1':
    case 'SignInVouchedFor.v1':
    case 'SecondFactorEnded.v1':
    case 'LegalHoldPlaced.v1':
    case 'LegalHoldLifted.v1':
    case 'ErasureRequested.v1':
    case 'ErasureWithdrawn.v1':
      return;
    default:
      return applyStage(rows, fact);
  }
};

/**
 * Who belongs where, at which stage; and whose grant is which, revoked ones included, so that an order about one that was
 * revoked still finds its place and gets its first answer. Which grants count stands in the access read model.
 */
export const personProjection: Projection = {
  name: 'people',
  version: 3,
  tables: TABLES,
  tableNames: ['person', 'person_grant', 'person_scheduled_act'],
  source: { kind: 'log', streamPrefixes: [PERSON_STREAMS] },
  apply: async (rows, event) => {
    apply(rows, event);
  },
};
