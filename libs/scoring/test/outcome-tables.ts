import type { OutcomeEntry, OutcomeInputs, OutcomeRule, Phase, PhaseResult, RankedValue } from '@jiangong/scoring';

/** A rule with everything that a test does not speak of left plain. */
export const rule = (id: string, pick: OutcomeRule['pick'], over: Partial<OutcomeRule> = {}): OutcomeRule => ({
  id,
  to: 'entry',
  among: [],
  within: 'all',
  pick,
  of: 'ranked',
  order: [],
  edge: 'in',
  notAlso: [],
  needs: [],
  never: [],
  giveWay: true,
  ...over,
});

export const phase = (over: Partial<Phase> = {}): Phase => ({
  id: 'main',
  admits: { kind: 'all' },
  within: 'all',
  rows: [],
  score: 'total',
  decimals: 0,
  rank: { on: 'exact', better: 'higher', ties: [], then: 'shared' },
  ...over,
});

/** Ranks (1, 2, 2, 4) from whole points, by id. */
export const resultOf = (points: Readonly<Record<string, number>>): PhaseResult => ({
  resultVersion: 2,
  algorithm: 'test',
  phase: 'main',
  decimals: 0,
  missingSheets: [],
  entries: Object.entries(points)
    .map(([entryId, score]): RankedValue => ({
      entryId,
      within: null,
      rank: 1 + Object.values(points).filter((other) => other > score).length,
      score,
      numerator: String(score * 100),
      denominator: '1',
      rows: [{ row: 'total', numerator: String(score * 100), denominator: '1', absent: null, panel: null }],
      tie: null,
    }))
    .sort((a, b) => a.rank - b.rank || (a.entryId < b.entryId ? -1 : 1)),
  unranked: [],
});

/** Inputs of a result over entries `{id: points}`; `entries` says more of some. */
export const inputsOf = (
  points: Readonly<Record<string, number>>,
  entries: Readonly<Record<string, Omit<OutcomeEntry, 'entryId'>>> = {},
  over: Partial<OutcomeInputs> = {},
): OutcomeInputs => ({
  ranking: { phase: phase(), result: resultOf(points) },
  entries: [...new Set([...Object.keys(points), ...Object.keys(entries)])].map((entryId) => ({
    entryId,
    ...entries[entryId],
  })),
  rolls: [],
  facts: [],
  choices: [],
  ...over,
});
