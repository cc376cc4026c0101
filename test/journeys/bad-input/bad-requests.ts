import { badAppeals } from './bad-appeals.ts';
import { badBallots } from './bad-ballots.ts';
import { badBonuses } from './bad-bonuses.ts';
import { badFacts } from './bad-facts.ts';
import { badChecklists } from './bad-checklists.ts';
import { badCodes } from './bad-codes.ts';
import { badContests } from './bad-contests.ts';
import { badDeals } from './bad-deals.ts';
import { badDeciding } from './bad-deciding.ts';
import { badDeclaring } from './bad-declaring.ts';
import { badTalks } from './bad-talks.ts';
import { badMeetings } from './bad-meetings.ts';
import { badMeasures } from './bad-measures.ts';
import { badOfficeWork } from './bad-office-work.ts';
import { badOwnNotices } from './bad-own-notices.ts';
import { badPaperBoxes } from './bad-paper-boxes.ts';
import { badVoteCodes } from './bad-vote-codes.ts';
import { badPolicies } from './bad-policies.ts';
import { badProblems } from './bad-problems.ts';
import { badRecommendations } from './bad-recommendations.ts';
import { badReferences } from './bad-references.ts';
import type { BadRequest } from './bad-request.ts';
import { badRolls } from './bad-rolls.ts';
import { badScoring } from './bad-scoring.ts';
import { badSenders } from './bad-senders.ts';
import { badShapes } from './bad-shapes.ts';
import { badWording } from './bad-wording.ts';
import { badEditions } from './bad-editions.ts';
import { badEntryOrders } from './bad-entry-orders.ts';
import { badOperations } from './bad-operations.ts';
import { badOrganizations } from './bad-organizations.ts';
import { badPeople } from './bad-people.ts';
import { badProblemOrders } from './bad-problem-orders.ts';
import { badRoundOrders } from './bad-round-orders.ts';
import { badSigningIn } from './bad-signing-in.ts';
import { badUploads } from './bad-uploads.ts';

/** Every bad request that the issue of the main job names, and what its users would try besides. */
export const badRequests: readonly BadRequest[] = [
  ...badShapes,
  ...badWording,
  ...badSenders,
  ...badReferences,
  ...badDeclaring,
  ...badOfficeWork,
  ...badRolls,
  ...badProblems,
  ...badScoring,
  ...badChecklists,
  ...badAppeals,
  ...badBallots,
  ...badOwnNotices,
  ...badPaperBoxes,
  ...badVoteCodes,
  ...badBonuses,
  ...badFacts,
  ...badCodes,
  ...badContests,
  ...badDeals,
  ...badMeetings,
  ...badTalks,
  ...badMeasures,
  ...badDeciding,
  ...badRecommendations,
  ...badEditions,
  ...badPolicies,
  ...badEntryOrders,
  ...badOperations,
  ...badOrganizations,
  ...badPeople,
  ...badProblemOrders,
  ...badRoundOrders,
  ...badSigningIn,
  ...badUploads,
];
