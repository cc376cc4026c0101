import { assignSeats } from '../src/application/assign-seats.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { proposeActs } from '../src/application/propose-acts.ts';
import { scoreSheets } from '../src/application/score-sheets.ts';
import { roundIdOf } from '../src/application/streams.ts';
import type { ScoringTerms } from '../src/domain/round/proposal.ts';
import { isRunning, type RunningRound } from '../src/domain/round/state.ts';
import type { EvaluationStage } from './evaluation-stage.ts';
import { accepted, editionId, entries, EXPERTS, INSPECTOR, OFFICERS } from './evaluation-world.ts';

export const roundOf = (year: number, ordinal = 1): string => roundIdOf(editionId(year), 'main', ordinal);

/** Marks of one entry by the shipped template's criteria: 20 + 40 + 20 + 20 points, in hundredths. */
export const score = (entryId: string, percent: number) => ({
  entryId,
  marks: [
    { criterionId: 'guidance', mark: 20 * percent },
    { criterionId: 'effect', mark: 40 * percent },
    { criterionId: 'innovation', mark: 20 * percent },
    { criterionId: 'spread', mark: 20 * percent },
  ],
});

const OWN = (year: number): Record<string, readonly string[]> => {
  const { a1, b1, b2, c1 } = entries(year);
  return { [OFFICERS.a]: [a1], [OFFICERS.b]: [b1, b2], [OFFICERS.c]: [c1] };
};

/** Every entry but those of the own unit; b1 best, then a1, c1, b2. */
export const sheetFor = (year: number, personId: string) => {
  const { a1, b1, b2, c1 } = entries(year);
  return [score(b1, 95), score(a1, 80), score(c1, 60), score(b2, 30)].filter(
    ({ entryId }) => !(OWN(year)[personId] ?? []).includes(entryId),
  );
};

/** An officer of each unit and three experts. Answers the round's id. */
export const assignAll = async (stage: EvaluationStage, year: number, ordinal = 1): Promise<string> => {
  const roundId = roundOf(year, ordinal);
  const seats = [
    ...Object.values(OFFICERS).map((personId) => ({ personId, sourceId: 'units' })),
    ...EXPERTS.map((personId) => ({ personId, sourceId: 'experts' })),
  ];
  accepted(await assignSeats(stage.evaluation)({ roundId, seats }, stage.call()));
  await stage.caughtUp();
  return roundId;
};

/** These people save and submit. */
export const handIn = async (
  stage: EvaluationStage,
  year: number,
  people: readonly string[] = [...Object.values(OFFICERS), ...EXPERTS],
  roundId = roundOf(year),
): Promise<void> => {
  const sheets = scoreSheets(stage.evaluation);
  for (const personId of people) {
    const call = () => stage.call(personId, 'expert');
    accepted(await sheets.save({ roundId, scores: sheetFor(year, personId) }, call()));
    accepted(await sheets.submit(roundId, call()));
  }
};

export const tallyRound = async (stage: EvaluationStage, roundId: string): Promise<void> => {
  accepted(await computeTally(stage.evaluation)(roundId, stage.call()));
};

/** Proposed by the office, carried out by discipline inspection. */
export const bySecondPerson = async (
  stage: EvaluationStage,
  roundId: string,
  terms: ScoringTerms,
  [second, role]: readonly [string, string] = [INSPECTOR, 'discipline-inspector'],
): Promise<void> => {
  const acts = proposeActs(stage.evaluation);
  const { proposalId, handled } = await acts.propose({ roundId, terms, why: '事出有因' }, stage.call());
  accepted(handled);
  accepted(await acts.carryOut({ roundId, proposalId }, stage.call(second, role)));
  await stage.caughtUp();
};

export const runningRound = async (stage: EvaluationStage, roundId: string): Promise<RunningRound> => {
  const { round } = await stage.evaluation.readRound(roundId);
  if (!isRunning(round)) throw new Error(`the round is ${round.kind}`);
  return round;
};
