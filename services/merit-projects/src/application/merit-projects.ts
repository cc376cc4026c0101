import type { Ground } from '@jiangong/service-host';
import { deliverProjects } from './deliver-projects.ts';
import { editions } from './editions.ts';
import { evidenceFiles } from './evidence-files.ts';
import { planProjects } from './plan-projects.ts';
import type { CampaignKnowledge } from './ports.ts';
import { projectCalls } from './project-calls.ts';
import { publishProjects } from './publish-projects.ts';
import { reviewProjects } from './review-projects.ts';
import { runEditions } from './run-editions.ts';
import { seriesClaims } from './series-claims.ts';
import { unitEditions } from './unit-editions.ts';

/** Every use case of the service, by act of the campaign. */
export const meritProjects = (ground: Ground, knowledge: CampaignKnowledge) => {
  const all = editions(ground);
  const units = unitEditions(ground, all);
  const calls = projectCalls(units, knowledge);
  const evidence = evidenceFiles(ground);
  return {
    editions: runEditions({ editions: all, claims: seriesClaims(ground), knowledge }),
    plans: planProjects({ editions: all, unitEditions: units, calls, knowledge }),
    delivery: deliverProjects(calls, evidence),
    review: reviewProjects({ calls, knowledge, privacy: ground.privacy }),
    notice: publishProjects({ calls, evidence, knowledge, privacy: ground.privacy }),
    evidence,
  };
};

export type MeritProjects = ReturnType<typeof meritProjects>;
