import type { StageFact } from './facts.ts';
import type { MembershipStage } from './membership-stage.ts';

/** `beforeExit`: what the person was before the last exit, to which a corrected exit leads back. */
export const evolveStage = (
  membership: MembershipStage,
  fact: StageFact,
  beforeExit: MembershipStage | null,
): MembershipStage => {
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
    case 'PersonExited.v1':
      return { stage: fact.data.kind, since: fact.data.effectiveOn };
    case 'StageCorrected.v1': {
      const { stage, since, probationEndsOn, extended } = fact.data;
      if (stage === 'none') return { stage };
      return stage === 'probationary' ? { stage, since, endsOn: probationEndsOn ?? since, extended } : { stage, since };
    }
    case 'ExitCorrected.v1':
      return beforeExit ?? { stage: 'none' };
  }
};
