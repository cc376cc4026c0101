import type { Ground } from '@jiangong/service-host';
import { deliverEntries } from './deliver-entries.ts';
import { editions } from './editions.ts';
import { evidenceFiles } from './evidence-files.ts';
import { planEntries } from './plan-entries.ts';
import type { CampaignKnowledge } from './ports.ts';
import { entryCalls } from './entry-calls.ts';
import { publishEntries } from './publish-entries.ts';
import { reviewEntries } from './review-entries.ts';
import { runEditions } from './run-editions.ts';
import { seriesClaims } from './series-claims.ts';
import { unitEditions } from './unit-editions.ts';

/** Every use case of the service, by act of the campaign. */
export const meritProjects = (ground: Ground, knowledge: CampaignKnowledge) => {
  const all = editions(ground);
  const units = unitEditions(ground, all);
  const calls = entryCalls(units, knowledge);
  const evidence = evidenceFiles(ground);
  return {
    editions: runEditions({ editions: all, claims: seriesClaims(ground), knowledge }),
    plans: planEntries({ editions: all, unitEditions: units, calls, knowledge }),
    delivery: deliverEntries(calls, evidence),
    review: reviewEntries({ calls, knowledge, privacy: ground.privacy }),
    notice: publishEntries({ calls, evidence, knowledge, privacy: ground.privacy }),
    evidence,
  };
};

export type MeritProjects = ReturnType<typeof meritProjects>;
