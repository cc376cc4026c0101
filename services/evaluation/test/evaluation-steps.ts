import { assignEvaluators } from '../src/application/assign-evaluators.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { issueCommendation } from '../src/application/issue-commendation.ts';
import { prepareRound } from '../src/application/prepare-round.ts';
import { scoreSheets } from '../src/application/score-sheets.ts';
import { roundIdOf } from '../src/application/streams.ts';
import { takeDecision } from '../src/application/take-decision.ts';
import { plan } from './domain/example-round.ts';
import { type EvaluationStage } from './evaluation-stage.ts';
import { accepted, editionId, EXPERTS, LEADERS, OFFICERS, entries } from './evaluation-world.ts';

export const meeting = { minutesNumber: '〔2021〕12号', heldOn: '2021-11-30', present: [LEADERS[0], LEADERS[1]] };

export const score = (entryId: string, innovation: number, effect: number) => ({
  entryId,
  points: [
    { criterionId: 'innovation', hundredths: innovation },
    { criterionId: 'effect', hundredths: effect },
  ],
});

/** Every entry but those of the own unit; b1 best, then a1, c1, b2. */
const sheetFor = (year: number, own: readonly string[]) => {
  const { a1, b1, b2, c1 } = entries(year);
  const all = [score(b1, 3_950, 5_950), score(a1, 3_000, 5_000), score(c1, 2_000, 4_000), score(b2, 1_000, 2_000)];
  return all.filter(({ entryId }) => !own.includes(entryId));
};

/** Prepares the year's round with an officer of each unit and three experts. Answers its id. */
export const prepare = async (stage: EvaluationStage, schemeId: string, year: number): Promise<string> => {
  const request = { editionId: editionId(year), schemeId, planJson: JSON.stringify(plan) };
  const { roundId, handled } = await prepareRound(stage.evaluation)(request, stage.call());
  accepted(handled);
  const evaluators = [
    ...Object.values(OFFICERS).map((personId) => ({ personId, groupId: 'units' })),
    ...EXPERTS.map((personId) => ({ personId, groupId: 'experts' })),
  ];
  accepted(await assignEvaluators(stage.evaluation)({ roundId, evaluators }, stage.call()));
  await stage.caughtUp();
  return roundId;
};

/** Everybody saves and submits. */
export const scoreAll = async (stage: EvaluationStage, year: number): Promise<void> => {
  const { a1, b1, b2, c1 } = entries(year);
  const roundId = roundIdOf(editionId(year));
  const own: Record<string, readonly string[]> = { [OFFICERS.a]: [a1], [OFFICERS.b]: [b1, b2], [OFFICERS.c]: [c1] };
  const sheets = scoreSheets(stage.evaluation);
  for (const personId of [...Object.values(OFFICERS), ...EXPERTS]) {
    accepted(
      await sheets.save({ roundId, scores: sheetFor(year, own[personId] ?? []) }, stage.call(personId, 'expert')),
    );
    accepted(await sheets.submit(roundId, stage.call(personId, 'expert')));
  }
};

/** From the closing to the decision, without a departure. */
export const decide = async (stage: EvaluationStage, year: number): Promise<void> => {
  const roundId = roundIdOf(editionId(year));
  await stage.scoring(year, 'StageClosed.v1');
  accepted(await computeTally(stage.evaluation)(roundId, stage.call()));
  const { round } = await stage.evaluation.readRound(roundId);
  const resultHash = round.kind === 'closed' ? (round.tallies.at(-1)?.resultHash ?? '') : '';
  accepted(await takeDecision(stage.evaluation)({ roundId, resultHash, meeting, departures: [] }, stage.call()));
  await stage.caughtUp();
};

export const commend = async (stage: EvaluationStage, year: number): Promise<void> => {
  const roundId = roundIdOf(editionId(year));
  accepted(await issueCommendation(stage.evaluation)({ roundId, documentNumber: `〔${year}〕30号` }, stage.call()));
  await stage.caughtUp();
};
