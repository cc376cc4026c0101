import type { Schemas } from '../../api/client.ts';

export type ToldFact = Schemas['Webhook']['facts'][number];

/** What another system can be told of, by what it is about. */
export const TOLD_FACTS = {
  edition: [
    'merit_projects.EditionOpened.v1',
    'merit_projects.EditionAmended.v1',
    'merit_projects.EditionClosed.v1',
    'merit_projects.EditionAbandoned.v1',
    'merit_projects.StageScheduled.v1',
    'merit_projects.StageRescheduled.v1',
    'merit_projects.StageOpened.v1',
    'merit_projects.StageClosed.v1',
    'merit_projects.StageReopened.v1',
    'merit_projects.IntakeClosed.v1',
  ],
  entry: [
    'merit_projects.EntryPlanned.v1',
    'merit_projects.EntryRevised.v1',
    'merit_projects.EntryConfirmed.v1',
    'merit_projects.MilestonesPlanned.v1',
    'merit_projects.EntryProgressed.v1',
    'merit_projects.EntryFeatured.v1',
    'merit_projects.FeaturingEnded.v1',
    'merit_projects.EntryDeclared.v1',
    'merit_projects.EntryReturned.v1',
    'merit_projects.EntryWithdrawn.v1',
    'merit_projects.EntryReviewed.v1',
    'merit_projects.EntryPublished.v1',
    'merit_projects.EntryHandedOver.v1',
  ],
  round: [
    'evaluation.RoundPrepared.v1',
    'evaluation.WindowSet.v1',
    'evaluation.RoundOpened.v1',
    'evaluation.RoundReopened.v1',
    'evaluation.RoundClosed.v1',
    'evaluation.RoundAnnulled.v1',
    'evaluation.ResultComputed.v1',
    'evaluation.GoingOnChosen.v1',
    'evaluation.MinutesRecorded.v1',
    'evaluation.MinutesWithdrawn.v1',
    'evaluation.DecisionTaken.v1',
    'evaluation.DecisionAnnulled.v1',
  ],
  honour: [
    'evaluation.CircularIssued.v1',
    'evaluation.HonourWithdrawn.v1',
    'evaluation.HonourRestored.v1',
    'evaluation.PlaqueRecalled.v1',
    'evaluation.EntryPutForward.v1',
    'evaluation.PutForwardTakenBack.v1',
    'evaluation.OutsideDecisionRecorded.v1',
    'evaluation.OutsideDecisionWithdrawn.v1',
  ],
} as const satisfies Readonly<Record<string, readonly ToldFact[]>>;

type Listed = (typeof TOLD_FACTS)[keyof typeof TOLD_FACTS][number];
/** A kind that the platform tells of and that is missing above does not compile. */
export const ALL_TOLD: readonly (Exclude<ToldFact, Listed> extends never ? ToldFact : never)[] =
  Object.values(TOLD_FACTS).flat();

export const GROUPS = Object.keys(TOLD_FACTS) as (keyof typeof TOLD_FACTS)[];

/** `merit_projects.EntryDeclared.v1` → `EntryDeclared.v1`. */
export const shortOf = (fact: string): string => fact.slice(fact.indexOf('.') + 1);
