import * as told from '@jiangong/contracts/jiangong/merit_projects/events/v1/problem_events';
import type { ProblemFact } from '../../domain/problem/facts.ts';

type Told = readonly Readonly<{ type: string; data: unknown }>[];

const tell = <M>(name: string, message: { toJSON(value: M): unknown }, value: M): Told => [
  { type: `merit_projects.${name}.v1`, data: message.toJSON(value) },
];

/** Where a problem stands and until when; measures are its owner's, and what is only proposed is told to nobody. */
export const tellProblem = (fact: ProblemFact): Told => {
  switch (fact.type) {
    case 'ProblemFound.v1':
      return tell('ProblemFound', told.ProblemFound, fact.data);
    case 'ProblemAssigned.v1':
      return tell('ProblemAssigned', told.ProblemAssigned, { ...fact.data, fromOrganizationId: '' });
    case 'ProblemHandedOver.v1':
      return tell('ProblemAssigned', told.ProblemAssigned, { ...fact.data, fromOrganizationId: fact.data.fromId });
    case 'ProblemDeadlineExtended.v1':
      return tell('ProblemExtended', told.ProblemExtended, fact.data);
    case 'ProblemHandedIn.v1':
      return tell('ProblemHandedIn', told.ProblemHandedIn, fact.data);
    case 'ProblemTakenBack.v1':
      return tell('ProblemTakenBack', told.ProblemTakenBack, fact.data);
    case 'ProblemSentBack.v1':
      return tell('ProblemSentBack', told.ProblemSentBack, fact.data);
    case 'ProblemClosed.v1':
      return tell('ProblemClosed', told.ProblemClosed, fact.data);
    case 'ProblemReopened.v1':
      return tell('ProblemReopened', told.ProblemReopened, fact.data);
    case 'ProblemWithdrawn.v1':
      return tell('ProblemWithdrawn', told.ProblemWithdrawn, fact.data);
    case 'ProblemEvidenceAdded.v1':
    case 'ProblemEvidenceRemoved.v1':
    case 'ProblemWithdrawalProposed.v1':
    case 'ProblemWithdrawalRejected.v1':
      return [];
  }
};
