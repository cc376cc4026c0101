import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
import { type PhaseResult, type Step, stepsOf } from '@jiangong/scoring';
import type { WhatIf } from '../../application/ask-what-if.ts';
import type { RunningRound } from '../../domain/round/state.ts';
import type { WouldGet } from '../../domain/round/what-if-awards.ts';
import { movedBy } from '../../domain/round/what-if.ts';

const stepMessage = ({ row, op, value, absent, terms, panel, ballot, bonus }: Step): rpc.TallyStep => ({
  ...{ row, op, value: value ?? undefined, absentReason: absent?.reason ?? '' },
  terms: terms.map((term) => ({
    row: term.row,
    weight: term.weight ?? undefined,
    value: term.value ?? undefined,
    gives: term.gives ?? undefined,
  })),
  panel:
    panel === null
      ? undefined
      : {
          panel: panel.panel,
          recused: [...panel.recused],
          holes: [...panel.holes],
          droppedLowest: [...panel.droppedLowest],
          droppedHighest: [...panel.droppedHighest],
          counted: panel.counted.map(({ sum, count }) => ({ sum, count })),
        },
  ballot: ballot && { issued: ballot.issued, cast: ballot.cast, counts: [...(ballot.counts ?? [])] },
  bonus:
    bonus === undefined
      ? undefined
      : {
          before: bonus.before,
          groups: bonus.groups.map((group) => ({ ...group, items: group.items.map((item) => ({ ...item })) })),
        },
});

/** Why an entry stands where it stands; undefined where it is not in the result. */
export const stepsMessage = (
  { tables, phase: phaseId }: RunningRound,
  { entries, unranked, decimals }: PhaseResult,
  entryId: string,
): Omit<rpc.GetEntryStepsResponse, 'resultHash'> | undefined => {
  const phase = tables.phases.find(({ id }) => id === phaseId);
  if (phase === undefined) return undefined;
  const base = { entryId, decimals, scoreRow: phase.score };
  const ranked = entries.find((one) => one.entryId === entryId);
  if (ranked !== undefined) {
    const { rank, score, rows, tie } = ranked;
    const steps = stepsOf(phase, rows).map(stepMessage);
    return {
      ...base,
      rank,
      score,
      steps,
      absentReason: '',
      tieSettledBy: tie?.settledBy ?? '',
      tieSize: tie?.size ?? 0,
    };
  }
  const lost = unranked.find((one) => one.entryId === entryId);
  if (lost === undefined) return undefined;
  const steps = stepsOf(phase, lost.rows).map(stepMessage);
  return { ...base, rank: 0, score: undefined, steps, absentReason: lost.reason, tieSettledBy: '', tieSize: 0 };
};

const NOTHING: WouldGet = { given: [], open: [] };

export const whatIfMessage = (
  answer: WhatIf,
  homeOf: (entryId: string) => string,
): Omit<rpc.GetWhatIfResponse, 'resultHash'> => {
  const { before, outcome, awardsBefore, awardsAfter } = answer;
  const decimalsBefore = before.decimals;
  const rules = answer.rules.map(({ id, code, zh, en }) => ({ rule: id, code, nameZh: zh, nameEn: en }));
  const told = { rules, awardsProblem: awardsAfter.problem ?? '' };
  if (outcome.kind !== 'computed')
    return { ...told, outcome: outcome.kind, decimalsBefore, decimalsAfter: 0, entries: [] };
  return {
    ...{ ...told, outcome: 'computed', decimalsBefore, decimalsAfter: outcome.result.decimals },
    entries: movedBy(before, outcome.result).map(({ entryId, rankBefore, rankAfter, scoreBefore, scoreAfter }) => {
      const then = awardsBefore.byEntry.get(entryId) ?? NOTHING;
      const now = awardsAfter.byEntry.get(entryId) ?? NOTHING;
      return {
        entryId,
        homeId: homeOf(entryId),
        rankBefore: rankBefore ?? undefined,
        rankAfter: rankAfter ?? undefined,
        scoreBefore: scoreBefore ?? undefined,
        scoreAfter: scoreAfter ?? undefined,
        awardsBefore: [...then.given],
        awardsAfter: [...now.given],
        openBefore: [...then.open],
        openAfter: [...now.open],
      };
    }),
  };
};
