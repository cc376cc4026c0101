/**
 * What the log has to tell, in this order: what became true, about whom and in which word; `|` who did it, `<` who had proposed it.
 * Facts that went as they should (plans, sheets, reviews, notices of entries) are left out.
 */
export const LOG_TELLS: readonly string[] = [
  // June: a unit merged into another.
  'OrganizationMoved u-003-b1 | officer-1',
  'OrganizationDissolved u-003-pc merged u-004-pc | officer-1',
  'PersonMoved u-003-officer | officer-1',
  'OrganizationDissolved u-003 merged u-004 | officer-1',
  'EntryHandedOver c1 u-004 | officer-1',
  // A block before entering, and its lifting.
  'EntryBlocked d1 | inspector-1',
  'BlockLifted d1 inspector-1 | inspector-2',
  // Three experts missing: closed, reopened, closed, one excused.
  'RoundOpened 1 | rounds-follow-editions',
  'RoundClosed 1 | rounds-follow-editions',
  'ActProposed ReopenRound | officer-1',
  'RoundReopened 2 panel-below-minimum | inspector-1 < officer-1',
  'RoundClosed 2 | scheduler',
  'ActProposed ExcuseSeat | officer-1',
  'SeatExcused expert-12 ill | leader-1 < officer-1',
  'ResultComputed | officer-1',
  // A wrong recusal, and its lifting; three results.
  'ActProposed DeclareRecusal | officer-1',
  'RecusalDeclared expert-6 a1 interest | inspector-1 < officer-1',
  'ResultComputed recusal-declared | officer-1',
  'ActProposed LiftRecusal | officer-1',
  'RecusalLifted expert-6 a1 entered-in-error | inspector-2 < officer-1',
  'ResultComputed recusal-lifted | officer-1',
  // A block after entering, and its lifting.
  'ActProposed BlockEntry | officer-1',
  'EntryBlocked c1 | inspector-1 < officer-1',
  'EntryTakenOut c1 blocked | rounds-follow-editions',
  'ResultComputed entry-taken-out | officer-1',
  'BlockLifted c1 inspector-1 | inspector-2',
  'EntryPutBack c1 block-lifted | rounds-follow-editions',
  'ResultComputed entry-put-back | officer-1',
  // The stage of the decision, missed and opened again.
  'StageClosed decide | scheduler',
  'ActProposed ReopenStage | officer-1',
  'StageReopened decide 2024-12-31 | inspector-1 < officer-1',
  // A wrong decision before the circular.
  'MinutesRecorded 示直工委纪要〔2024〕3号 | officer-1',
  'MinutesAttested | leader-1',
  'MinutesAttested | leader-2',
  'DecisionTaken 示直工委纪要〔2024〕3号 | leader-2',
  'ActProposed AnnulDecision | officer-1',
  'DecisionAnnulled rule-misread | inspector-1 < officer-1',
  'MinutesRecorded 示直工委纪要〔2024〕4号 | officer-1',
  'MinutesAttested | leader-1',
  'MinutesAttested | leader-2',
  'DecisionTaken 示直工委纪要〔2024〕4号 | leader-2',
  'ProposalPublished | officer-1',
  'ObjectionReceived a1 result | protected',
  'StageClosed decide | scheduler',
  'ObjectionSettled a1 rejected | officer-1',
  'CircularIssued 示直党发〔2024〕1号（虚构） | officer-1',
  // And after it: every honour of the circular goes, and another follows.
  'ActProposed AnnulDecision | officer-1',
  'DecisionAnnulled irregularity 示直党发〔2024〕1号（虚构） | inspector-1 < officer-1',
  '8 × HonourWithdrawn decision-annulled | grant-honours < officer-1',
  'MinutesRecorded 示直工委纪要〔2024〕5号 | officer-1',
  'MinutesAttested | leader-1',
  'MinutesAttested | leader-2',
  'DecisionTaken 示直工委纪要〔2024〕5号 | leader-2',
  'ProposalPublished | officer-1',
  'CircularIssued 示直党发〔2024〕2号（虚构） | officer-1',
  // An honour withdrawn with its plaque; one withdrawn in error, and restored.
  'ActProposed WithdrawHonour | officer-1',
  'HonourWithdrawn obtained-by-fraud | inspector-1 < officer-1',
  'PlaqueRecalled 2025-01-31 | officer-1',
  'PlaqueReturned 2025-01-20 | officer-1',
  'ActProposed WithdrawHonour | officer-1',
  'HonourWithdrawn entered-in-error | inspector-1 < officer-1',
  'ActProposed RestoreHonour | officer-1',
  'HonourRestored withdrawn-in-error | inspector-1 < officer-1',
  'EditionClosed | officer-1',
];
