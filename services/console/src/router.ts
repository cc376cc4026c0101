import { createRouter } from '@tanstack/react-router';
import { Broken } from './components/astray.tsx';
import { accountRoutes } from './routes/account.ts';
import { auditRoutes } from './routes/audit.ts';
import { ballotRoutes } from './routes/ballots.ts';
import { ownNoticeRoutes } from './routes/own-notices.ts';
import { promiseRoutes } from './routes/promises.ts';
import { paperBoxRoutes } from './routes/paper-boxes.ts';
import { talkRoutes } from './routes/talks.ts';
import { appealRoutes } from './routes/appeals.ts';
import { bonusRoutes } from './routes/bonuses.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { checklistRoutes } from './routes/checklists.ts';
import { contestRoutes } from './routes/contest.ts';
import { dealingRoutes } from './routes/dealing.ts';
import { declaringRoutes } from './routes/declaring.ts';
import { honourRoutes } from './routes/honours.ts';
import { measureRoutes } from './routes/measures.ts';
import { noticeRoutes } from './routes/notices.ts';
import { operationsRoutes } from './routes/operations.ts';
import { organizationRoutes } from './routes/organizations.ts';
import { peopleRoutes } from './routes/people.ts';
import { planningRoutes } from './routes/planning.ts';
import { policyRoutes } from './routes/policies.ts';
import { projectRoutes } from './routes/projects.ts';
import { problemRoutes } from './routes/problems.ts';
import { publicRoutes } from './routes/public.ts';
import { reviewRoutes } from './routes/review.ts';
import { root } from './routes/root.ts';
import { roundRoutes } from './routes/rounds.ts';
import { sheetRoutes } from './routes/sheets.ts';
import { workRoutes } from './routes/work.ts';

export const router = createRouter({
  routeTree: root.addChildren([
    ...workRoutes,
    ...campaignRoutes,
    ...projectRoutes,
    ...planningRoutes,
    ...declaringRoutes,
    ...ownNoticeRoutes,
    ...promiseRoutes,
    ...reviewRoutes,
    ...noticeRoutes,
    ...roundRoutes,
    ...sheetRoutes,
    ...checklistRoutes,
    ...ballotRoutes,
    ...paperBoxRoutes,
    ...appealRoutes,
    ...talkRoutes,
    ...bonusRoutes,
    ...contestRoutes,
    ...dealingRoutes,
    ...measureRoutes,
    ...policyRoutes,
    ...problemRoutes,
    ...honourRoutes,
    ...organizationRoutes,
    ...peopleRoutes,
    ...accountRoutes,
    ...auditRoutes,
    ...operationsRoutes,
    ...publicRoutes,
  ]),
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
