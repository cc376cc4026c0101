import type { StageFact } from './facts.ts';
import type { MembershipStage } from './membership-stage.ts';

export const evolveStage = (membership: MembershipStage, fact: StageFact): MembershipStage => {
  switch (fact.type) {
    case 'StageRecorded.v1': {
      const { stage, since, probationEndsOn } = fact.data;
      return stage === 'probationary'
        ? { stage, since, endsOn: probationEndsOn ?? since, extended: false }
        : { stage, since };
    }
    case 'ApplicationReceived.v1':
      return { stage: 'applicant', since: fact.data.appliedOn };
    case 'ActivistNamed.v1':
      return { stage: 'activist', since: fact.data.namedOn };
    case 'CandidateNamed.v1':
      return { stage: 'candidate', since: fact.data.namedOn };
    case 'AdmittedOnProbation.v1':
      return { stage: 'probationary', since: fact.data.meetingOn, endsOn: fact.data.probationEndsOn, extended: false };
    case 'ProbationExtended.v1':
      return membership.stage === 'probationary'
        ? { ...membership, endsOn: fact.data.probationEndsOn, extended: true }
        : membership;
    case 'ConfirmedAsFullMember.v1':
      return { stage: 'full', since: fact.data.meetingOn };
    case 'ProbationCancelled.v1':
      return { stage: 'probation-cancelled', since: fact.data.meetingOn };
    case 'MembershipEnded.v1':
      return { stage: fact.data.exit, since: fact.data.endedOn };
  }
};
