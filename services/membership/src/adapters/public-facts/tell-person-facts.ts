import * as told from '@jiangong/contracts/jiangong/membership/events/v1/membership_events';
import type { Translator } from '@jiangong/messaging';
import { PERSON_STREAMS } from '../../application/person-stream.ts';
import type { PersonFact } from '../../domain/facts.ts';
import type { StageName } from '../../domain/membership-stage.ts';

type Told = readonly Readonly<{ type: string; data: unknown }>[];

const tell = <M>(name: string, message: { toJSON(value: M): unknown }, value: M): Told => [
  { type: `membership.${name}.v1`, data: message.toJSON(value) },
];

const stage = (personId: string, name: StageName): Told =>
  tell('MembershipStageChanged', told.MembershipStageChanged, { personId, stage: name });

const translate = (fact: PersonFact): Told => {
  const { personId } = fact.data;
  switch (fact.type) {
    case 'PersonRegistered.v1':
      return tell('PersonRegistered', told.PersonRegistered, { personId, organizationId: fact.data.organizationId });
    case 'PersonMoved.v1':
      return tell('PersonMoved', told.PersonMoved, { personId, organizationId: fact.data.organizationId });
    case 'StageRecorded.v1':
      return stage(personId, fact.data.stage);
    case 'ApplicationReceived.v1':
      return stage(personId, 'applicant');
    case 'ActivistNamed.v1':
      return stage(personId, 'activist');
    case 'CandidateNamed.v1':
      return stage(personId, 'candidate');
    case 'AdmittedOnProbation.v1':
      return stage(personId, 'probationary');
    case 'ConfirmedAsFullMember.v1':
      return stage(personId, 'full');
    case 'ProbationCancelled.v1':
      return stage(personId, 'probation-cancelled');
    case 'MembershipEnded.v1':
      return stage(personId, fact.data.exit);
    case 'RoleGranted.v1': {
      const { grantId, role, organizationId, until } = fact.data;
      return tell('RoleGranted', told.RoleGranted, {
        grantId,
        personId,
        role,
        organizationId,
        until: until ?? undefined,
      });
    }
    case 'RoleRevoked.v1':
      return tell('RoleRevoked', told.RoleRevoked, { grantId: fact.data.grantId, personId });
    case 'PersonErased.v1':
      return tell('PersonErased', told.PersonErased, { personId });
    case 'PersonalDataCorrected.v1':
    case 'ProbationExtended.v1':
    case 'LegalHoldPlaced.v1':
    case 'LegalHoldLifted.v1':
    case 'ErasureRequested.v1':
      return [];
  }
};

/** What membership tells other contexts: ids, roles and stages. The sealed fields are not even looked at. */
export const tellPersonFacts: Translator = {
  context: 'membership',
  streamPrefixes: [PERSON_STREAMS],
  translate: ({ type, data }) => translate({ type, data } as PersonFact),
};
