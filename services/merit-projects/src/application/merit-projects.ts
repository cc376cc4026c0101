import type { Printing } from '@jiangong/documents';
import type { Ground } from '@jiangong/service-host';
import { adoptTemplates } from './adopt-templates.ts';
import type { BatchKnowledge } from './batches.ts';
import { type ClaimKnowledge, claimReviews } from './claim-reviews.ts';
import { claimCommendations } from './claim-commendations.ts';
import { type CodeKnowledge, codesHeld } from './codes-held.ts';
import { declareEntries } from './declare-entries.ts';
import { dossiers } from './dossiers.ts';
import { editions } from './editions.ts';
import { endEditions } from './end-editions.ts';
import { enterHolidays } from './enter-holidays.ts';
import { entryCalls } from './entry-calls.ts';
import { entryFiles } from './entry-files.ts';
import { inspectionFiles, type InspectionKnowledge } from './inspection-files.ts';
import { eraseAuthors } from './erase-authors.ts';
import { evidenceFiles, type EvidenceKnowledge } from './evidence-files.ts';
import { findNeeds } from './find-needs.ts';
import { handOutCodes, type Random } from './hand-out-codes.ts';
import { inspectEntries } from './inspect-entries.ts';
import { nominateEntries } from './nominate-entries.ts';
import { nominatorsEntries } from './nominators-entries.ts';
import { type OwnNoticeKnowledge, ownNotices } from './own-notices.ts';
import { openEditions } from './open-editions.ts';
import { peopleNamed } from './people-named.ts';
import { planEditions } from './plan-editions.ts';
import { ownPlans } from './own-plans.ts';
import { planEntries } from './plan-entries.ts';
import { noticePapers } from './notice-papers.ts';
import type {
  CampaignKnowledge,
  NeedKnowledge,
  PaperKnowledge,
  PolicyKnowledge,
  RollKnowledge,
  VoteKnowledge,
} from './ports.ts';
import { policies } from './policies.ts';
import { problems } from './problems.ts';
import type { Programmes } from './programmes.ts';
import { proposeActs } from './propose-acts.ts';
import { publishEntries } from './publish-entries.ts';
import { registerWorks } from './register-works.ts';
import { rehearsalOf } from './rehearsal.ts';
import { type NominatorKnowledge, remindNominators } from './remind-nominators.ts';
import { tellNeeds } from './tell-needs.ts';
import { reviewBatches } from './review-batches.ts';
import { rolls } from './rolls.ts';
import { reviewEntries } from './review-entries.ts';
import { runEditions } from './run-editions.ts';
import { seriesClaims } from './series-claims.ts';
import { workingYears } from './working-years.ts';

/** Everything that the use cases ask of the read models. */
type Knowledge = CampaignKnowledge &
  BatchKnowledge &
  PaperKnowledge &
  ClaimKnowledge &
  NominatorKnowledge &
  RollKnowledge &
  NeedKnowledge &
  PolicyKnowledge &
  EvidenceKnowledge &
  InspectionKnowledge &
  CodeKnowledge &
  OwnNoticeKnowledge &
  VoteKnowledge;

/** Every use case of the service, by act of the campaign. */
export const meritProjects = (
  ground: Ground,
  knowledge: Knowledge,
  programmes: Programmes,
  { printing, random }: Readonly<{ printing: Printing; random: Random }>,
) => {
  const { privacy } = ground;
  const years = workingYears(knowledge);
  const all = editions(ground);
  const entries = nominatorsEntries(ground, all, years);
  const calls = entryCalls({ entries, knowledge, privacy });
  const evidence = evidenceFiles(ground, knowledge);
  const people = peopleNamed(knowledge);
  const codes = codesHeld(entries, knowledge);
  const needs = findNeeds(ground, knowledge);
  const dossier = dossiers(ground, { entries, evidence, knowledge });
  const templates = adoptTemplates(ground, { knowledge, programmes });
  const claims = seriesClaims(ground, all);
  const set = policies(ground, { knowledge, programmes });
  const commendations = claimCommendations(ground, { editions: all, policies: set, knowledge });
  const own = ownNotices(ground, { entries, knowledge });
  return {
    templates,
    editions: {
      ...openEditions({ editions: all, claims, commendations, templates, programmes, knowledge, years, privacy }),
      ...runEditions({ editions: all, knowledge, years, privacy }),
      ...endEditions(all, knowledge, privacy),
    },
    editionPlans: planEditions({ editions: all, claims, commendations, templates, programmes, knowledge, years }),
    policies: set,
    holidays: enterHolidays(ground),
    papers: noticePapers(ground, { knowledge, years, printing }),
    plans: planEntries({ editions: all, entries, calls, knowledge, people }),
    ownPlans: ownPlans({ entries, calls, privacy: ground.privacy }),
    declarations: {
      ...declareEntries({
        calls,
        dossiers: dossier,
        evidence,
        knowledge,
        people,
        entries,
        needs,
        votes: knowledge.votes,
      }),
      ...nominateEntries({ entries, calls, evidence, knowledge, people, needs, ownNotices: own }),
    },
    ownNotices: own,
    codes: handOutCodes(ground, { entries, knowledge, random }),
    registration: registerWorks({ entries, calls, evidence, knowledge, needs, codes }),
    authors: eraseAuthors({ entries, calls, codes, privacy }),
    dossier,
    review: { ...reviewEntries(calls), ...inspectEntries({ calls, knowledge }), ...proposeActs({ calls, knowledge }) },
    notice: publishEntries({ calls, knowledge }),
    batches: reviewBatches({
      ...{ calls, knowledge, batch: knowledge },
      rehearsal: () => entryCalls({ entries: rehearsalOf(entries), knowledge, privacy }),
    }),
    reviewClaims: claimReviews(ground, { entries, knowledge }),
    needs: tellNeeds({ entries, needs }),
    rolls: rolls({ ground, entries, knowledge, needs }),
    reminders: remindNominators(ground, { editions: all, knowledge }),
    evidence,
    problems: problems({ ground, editions: all, knowledge, evidence }),
    files: entryFiles(ground, { entries, evidence, knowledge }),
    inspectionFiles: inspectionFiles(ground, { entries, evidence, knowledge }),
  };
};

export type MeritProjects = ReturnType<typeof meritProjects>;
