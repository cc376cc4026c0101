import { auditZh } from './zh/audit.ts';
import { factsZh } from './zh/facts.ts';
import { operationsZh } from './zh/operations.ts';
import { casesZh } from './zh/cases.ts';
import { planningZh } from './zh/planning.ts';
import { declaringZh } from './zh/declaring.ts';
import { campaignsZh } from './zh/campaigns.ts';
import { organizationsZh } from './zh/organizations.ts';
import { projectsZh } from './zh/projects.ts';
import { publicZh } from './zh/public.ts';
import { reviewZh } from './zh/review.ts';
import { honoursZh } from './zh/honours.ts';
import { organizationsZh } from './zh/organizations.ts';
import { projectsZh } from './zh/projects.ts';
import { publicZh } from './zh/public.ts';
import { roundsZh } from './zh/rounds.ts';
import { sharedZh } from './zh/shared.ts';
import { sheetsZh } from './zh/sheets.ts';
import { workZh } from './zh/work.ts';

/** Every text of the console, Chinese, by what it is for; `en.ts` has the same keys, which its type and a test hold. */
export const zh = {
  ...sharedZh,
  ...workZh,
  ...projectsZh,
  ...factsZh,
  ...roundsZh,
  ...honoursZh,
  ...organizationsZh,
  ...auditZh,
  ...operationsZh,
  ...publicZh,
  ...reviewZh,
  ...casesZh,
  ...sheetsZh,
  ...planningZh,
  ...declaringZh,
  ...campaignsZh,
} as const;
