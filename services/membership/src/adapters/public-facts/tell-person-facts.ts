import * as told from '@jiangong/contracts/jiangong/membership/events/v1/membership_events';
import type { Translator } from '@jiangong/messaging';
import { PERSON_STREAMS } from '../../application/person-stream.ts';
import type { PersonFact, StageFact } from '../../domain/facts.ts';
import type { StageName } from '../../domain/membership-stage.ts';

type Told = readonly Readonly<{ type: string; data: unknown }>[];

const tell = <M>(name: string, message: { toJSON(value: M): unknown }, value: M): Told => [
  { type: `membership.${name}.v1`, data: message.toJSON(value) },
];

const stage = (personId: string, name: StageName, since: string): Told =>
  tell('MembershipStageChanged', told.MembershipStageChanged, { personId, stage: name, since });

const stageOf = (fact: StageFact): Told => {
  const { personId } = fact.data;
  switch (fact.type) {
    case 'StageRecorded.v1':
    case 'StageCorrected.v1':
      return stage(personId, fact.data.stage, fact.data.since);
    case 'ApplicationReceived.v1':
      return stage(personId, 'applicant', fact.data.appliedOn);
    case 'ActivistNamed.v1':
      return stage(personId, 'activist', fact.data.namedOn);
    case 'CandidateNamed.v1':
      return stage(personId, 'candidate', fact.data.namedOn);
    case 'AdmittedOnProbation.v1':
      return stage(personId, 'probationary', fact.data.meetingOn);
    case 'ConfirmedAsFullMember.v1':
      return stage(personId, 'full', fact.data.meetingOn);
    case 'PersonExited.v1':
      return [
        ...tell('PersonExited', told.PersonExited, fact.data),
        ...stage(personId, fact.data.kind, fact.data.effectiveOn),
      ];
    case 'ExitCorrected.v1':
      return [
        ...tell('PersonExitCorrected', told.PersonExitCorrected, fact.data),
        ...stage(personId, fact.data.stage, fact.data.since),
      ];
    case 'ProbationExtended.v1':
      return [];
  }
};

const translate = (fact: PersonFact): Told => {
  const { personId } = fact.data;
  switch (fact.type) {
    case 'PersonRegistered.v1':
      return tell('PersonRegistered', told.PersonRegistered, { personId, organizationId: fact.data.organizationId });
    case 'PersonMoved.v1':
      return tell('PersonMoved', told.PersonMoved, {
        personId,
        organizationId: fact.data.toOrganizationId,
        fromOrganizationId: fact.data.fromOrganizationId,
        effectiveOn: fact.data.effectiveOn,
      });
    case 'RoleGranted.v1': {
      const { grantId, role, organizationId, from, until } = fact.data;
      return tell('RoleGranted', told.RoleGranted, {
        grantId,
        personId,
        role,
        organizationId,
        from,
        until: until ?? undefined,
      });
    }
    case 'RoleRevoked.v1':
      return tell('RoleRevoked', told.RoleRevoked, fact.data);
    case 'SignInEnded.v1':
      return tell('SignInEnded', told.SignInEnded, { personId });
    case 'SignInResetOffered.v1':
      return tell('SignInResetOffered', told.SignInResetOffered, { personId });
    case 'SecondFactorEnded.v1':
      return tell('SecondFactorEnded', told.SecondFactorEnded, { personId });
    case 'PersonErased.v1':
      return tell('PersonErased', told.PersonErased, { personId });
    case 'PersonalDataCorrected.v1':
    // It is told when its day has come.
    case 'ActScheduled.v1':
    case 'ScheduledActEnded.v1':
    case 'ActProposed.v1':
    case 'ProposalRejected.v1':
    case 'ErasureWithdrawn.v1':
    // Between the two who hand out link and code; it stands in the log for auditors.
    case 'SignInVouchedFor.v1':
    case 'LegalHoldPlaced.v1':
    case 'LegalHoldLifted.v1':
    case 'ErasureRequested.v1':
      return [];
    default:
      return stageOf(fact);
  }
};

/** What membership tells other contexts: ids, roles and stages. The sealed fields are not even looked at. */
export const tellPersonFacts: Translator = {
  context: 'membership',
  streamPrefixes: [PERSON_STREAMS],
  translate: ({ type, data }) => translate({ type, data } as PersonFact),
};
