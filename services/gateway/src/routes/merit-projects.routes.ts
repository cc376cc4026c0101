import { batchRoutes } from './merit-projects/batch-routes.ts';
import { claimRoutes } from './merit-projects/claim-routes.ts';
import { caseRoutes } from './merit-projects/case-routes.ts';
import { codeRoutes } from './merit-projects/code-routes.ts';
import { editionRoutes } from './merit-projects/edition-routes.ts';
import { entryRoutes } from './merit-projects/entry-routes.ts';
import { clearanceFileRoutes, fileRoutes } from './merit-projects/file-routes.ts';
import { ownNoticeRoutes } from './merit-projects/own-notice-routes.ts';
import { planRoutes } from './merit-projects/plan-routes.ts';
import { policyRoutes } from './merit-projects/policy-routes.ts';
import { proposalRoutes } from './merit-projects/proposal-routes.ts';
import { paperRoutes } from './merit-projects/paper-routes.ts';
import { problemOrderRoutes } from './merit-projects/problem-order-routes.ts';
import { problemRoutes } from './merit-projects/problem-routes.ts';
import { publicNoticeRoutes } from './merit-projects/public-notice-routes.ts';
import { questionRoutes } from './merit-projects/question-routes.ts';
import { reminderRoutes } from './merit-projects/reminder-routes.ts';
import { rollRoutes } from './merit-projects/roll-routes.ts';
import { reviewRoutes } from './merit-projects/review-routes.ts';
import { scoringRoutes } from './merit-projects/scoring-routes.ts';
import { templateRoutes } from './merit-projects/template-routes.ts';
import type { Route } from './route.ts';

/** Templates, editions, entries, review and notice: everything merit-projects answers for. */
export const meritProjectsRoutes: readonly Route[] = [
  ...templateRoutes,
  ...policyRoutes,
  ...editionRoutes,
  ...planRoutes,
  ...proposalRoutes,
  ...entryRoutes,
  ...fileRoutes,
  ...clearanceFileRoutes,
  ...reviewRoutes,
  ...batchRoutes,
  ...claimRoutes,
  ...reminderRoutes,
  ...rollRoutes,
  ...codeRoutes,
  ...ownNoticeRoutes,
  ...caseRoutes,
  ...questionRoutes,
  ...publicNoticeRoutes,
  ...paperRoutes,
  ...problemRoutes,
  ...problemOrderRoutes,
  ...scoringRoutes,
];
