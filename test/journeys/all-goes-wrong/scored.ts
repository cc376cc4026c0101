import { expect } from '@jest/globals';
import type { Problem } from '../demo/http/persona-api.ts';
import type { Campaign, Round } from './campaign.ts';
import { ALL, ALPHA, BETA, type Entry, EXPERTS, HEIR, INSPECTOR, marksOf, MISSING, OFFICER, YEAR } from './cast.ts';

/** Who hands in for a unit, and what is not the unit's own. */
const UNIT_SHEETS: Readonly<Record<string, readonly Entry[]>> = {
  [`${ALPHA}-officer`]: ['b1', 'c1', 'd1'],
  [`${BETA}-officer`]: ['a1', 'a2', 'c1', 'd1'],
  // The merged unit's entry has its home here now.
  [`${HEIR}-officer`]: ['a1', 'a2', 'b1'],
};

export const assignSeats = async (campaign: Campaign): Promise<void> => {
  const { items } = await campaign.get<{ items: readonly Round[] }>(
    OFFICER,
    `/v1/rounds?editionId=${campaign.play.edition(YEAR)}`,
  );
  const [round] = items;
  if (round === undefined) throw new Error('the edition has no round');
  campaign.play.rounds.set(YEAR, round.roundId);
  const seat = (sourceId: string) => (code: string) => ({ personId: campaign.play.person(code), sourceId });
  await campaign.order(OFFICER, `${campaign.roundPath}/seats`, {
    seats: [...Object.keys(UNIT_SHEETS).map(seat('units')), ...EXPERTS.map(seat('experts'))],
  });
};

/** The office reminds whoever is late at once, rehearsed first; a second order on the same day reaches nobody. */
export const missingAreReminded = async (campaign: Campaign): Promise<void> => {
  type Told = Readonly<{ reached: number; skipped: number }>;
  const seats = Object.keys(UNIT_SHEETS).length + EXPERTS.length;
  const late = { reached: MISSING.length, skipped: seats - MISSING.length };
  const remind = (body: object): Promise<Told> =>
    campaign.order<Told>(OFFICER, `${campaign.roundPath}/reminders`, body);
  expect(await remind({ dryRun: true })).toMatchObject(late);
  expect(await remind({})).toMatchObject(late);
  expect(await remind({})).toMatchObject({ reached: 0, skipped: seats });

  type Row = Readonly<{ personId: string; awaited: boolean; remindedAt: string | null }>;
  const { evaluators } = await campaign.get<{ evaluators: readonly Row[] }>(OFFICER, `${campaign.roundPath}/progress`);
  const shown = evaluators.filter(({ awaited, remindedAt }) => awaited && remindedAt !== null);
  const missing = MISSING.map((expert) => campaign.play.person(expert));
  expect(shown.map(({ personId }) => personId).toSorted()).toEqual(missing.toSorted());

  await campaign.settled();
  for (const expert of EXPERTS) {
    const { items } = await campaign.get<{ items: readonly Readonly<{ template: string }>[] }>(expert, '/v1/inbox');
    const letters = items.filter(({ template }) => template === 'evaluator-reminded');
    expect(letters).toHaveLength(MISSING.includes(expert) ? 1 : 0);
  }
};

const scoresBy = (campaign: Campaign, by: string, entries: readonly Entry[]) => ({
  scores: entries.map((entry) => ({ entryId: campaign.id(entry), marks: marksOf(by, entry) })),
});

export const handIn = async (campaign: Campaign, by: string): Promise<void> => {
  const path = `${campaign.roundPath}/sheet`;
  await campaign.write(by, path, scoresBy(campaign, by, UNIT_SHEETS[by] ?? ALL));
  await campaign.order(by, `${path}/submit`);
};

export const unitsHandIn = async (campaign: Campaign): Promise<void> => {
  for (const by of Object.keys(UNIT_SHEETS)) await handIn(campaign, by);
};

/** Why somebody can not write into the own sheet now. */
export const sheetRefused = (
  campaign: Campaign,
  by: string,
  entries: readonly Entry[] = ALL,
): Promise<string | undefined> =>
  campaign.writingReason(by, `${campaign.roundPath}/sheet`, scoresBy(campaign, by, entries));

export const tally = (campaign: Campaign): Promise<{ resultHash: string }> =>
  campaign.order(OFFICER, `${campaign.roundPath}/tally`);

/** Why there can be no result, and whose sheets it waits for. */
export const tallyRefused = async (campaign: Campaign): Promise<Problem> =>
  campaign.refused(OFFICER, `${campaign.roundPath}/tally`);

type Ranked = Readonly<{ resultHash: string; ranking: readonly Readonly<{ entryId: string; rank: number }>[] }>;
type Because = Readonly<{ because: readonly Readonly<{ change: string }>[]; closing: number }>;
export type Result = Ranked & Because & Readonly<{ earlier: readonly (Ranked & Because)[] }>;

export const result = (campaign: Campaign): Promise<Result> => campaign.get(OFFICER, `${campaign.roundPath}/result`);

/** The ranking in the story's names. */
export const named = (campaign: Campaign, { ranking }: Ranked): readonly (Entry | undefined)[] =>
  ranking
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ entryId }) => ALL.find((entry) => campaign.id(entry) === entryId));

/** The office proposes; answers the proposal. */
export const propose = async (campaign: Campaign, terms: object, why: string): Promise<string> => {
  const path = `${campaign.roundPath}/proposals`;
  const { proposalId } = await campaign.order<{ proposalId: string }>(OFFICER, path, { terms, why });
  return proposalId;
};

export const carryOutPath = (campaign: Campaign, proposalId: string): string =>
  `${campaign.roundPath}/proposals/${proposalId}/carry-out`;

/** Proposed by the office, carried out by somebody of another role. */
export const byTwo = async (
  campaign: Campaign,
  terms: object,
  { why, by = INSPECTOR }: Readonly<{ why: string; by?: string }>,
): Promise<void> => {
  await campaign.order(by, carryOutPath(campaign, await propose(campaign, terms, why)));
  await campaign.settled();
};
