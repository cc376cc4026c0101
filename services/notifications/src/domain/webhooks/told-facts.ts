/**
 * What other systems may be told of. Left out on purpose: everything of organizations (a classified one must not even be counted), of
 * persons, their seats, sheets and recusals, of clearances and blocks (discipline), and of objections (the objector's protection).
 */
export const TOLD_FACTS = [
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
  'evaluation.CircularIssued.v1',
  'evaluation.HonourWithdrawn.v1',
  'evaluation.HonourRestored.v1',
  'evaluation.PlaqueRecalled.v1',
  'evaluation.EntryPutForward.v1',
  'evaluation.PutForwardTakenBack.v1',
  'evaluation.OutsideDecisionRecorded.v1',
  'evaluation.OutsideDecisionWithdrawn.v1',
] as const;

export type ToldFact = (typeof TOLD_FACTS)[number];

export const isToldFact = (type: string): type is ToldFact => TOLD_FACTS.some((told) => told === type);

/** The contexts that these facts are of. */
export const TOLD_CONTEXTS: readonly string[] = [...new Set(TOLD_FACTS.map((type) => type.split('.')[0] ?? ''))];
