import { attestMinutes } from '../src/application/attest-minutes.ts';
import { issueCircular } from '../src/application/issue-circular.ts';
import { recordMinutes, type RecordMinutesRequest } from '../src/application/record-minutes.ts';
import { FILE } from './domain/decision/example-decidable.ts';
import type { DecisionStage } from './decision-stage.ts';
import { accepted } from './evaluation-world.ts';

/** The hash of what lies before the meeting now. */
export const resultHashOf = async ({ decisions }: DecisionStage, roundId: string): Promise<string> => {
  const found = await decisions.find(roundId);
  return 'decidable' in found ? (found.decidable.result?.resultHash ?? '') : '';
};

export const minutesRequest = async (
  stage: DecisionStage,
  roundId: string,
  over: Partial<RecordMinutesRequest> = {},
): Promise<RecordMinutesRequest> => ({
  roundId,
  resultHash: await resultHashOf(stage, roundId),
  minutesNumber: '〔2021〕12号',
  meetingOn: stage.ground.clock.now().slice(0, 10),
  present: ['l1', 'l2', 'l3'],
  file: FILE,
  superior: false,
  departures: [],
  choices: [],
  exceeding: [],
  ...over,
});

export const record = async (
  stage: DecisionStage,
  roundId: string,
  over: Partial<RecordMinutesRequest> = {},
): Promise<string> => {
  const { decisionId, handled } = await recordMinutes(stage.decisions)(
    await minutesRequest(stage, roundId, over),
    stage.call(),
  );
  accepted(handled);
  return decisionId;
};

export const attest = async (
  { decisions, call }: DecisionStage,
  roundId: string,
  decisionId: string,
  ...people: readonly string[]
): Promise<readonly boolean[]> => {
  const inForce: boolean[] = [];
  for (const personId of people) {
    const { handled, inForce: done } = await attestMinutes(decisions)(
      { roundId, decisionId },
      call(personId, 'committee-leader'),
    );
    accepted(handled);
    inForce.push(done);
  }
  return inForce;
};

/** A whole meeting: minuted, attested by as many as it takes. */
export const decide = async (
  stage: DecisionStage,
  roundId: string,
  over: Partial<RecordMinutesRequest> = {},
): Promise<string> => {
  const decisionId = await record(stage, roundId, over);
  await attest(stage, roundId, decisionId, 'l1', 'l2');
  await stage.caughtUp();
  return decisionId;
};

export const commend = async (
  stage: DecisionStage,
  roundId: string,
  documentNumber = '〔2021〕30号',
): Promise<void> => {
  accepted(await issueCircular(stage.decisions)({ roundId, documentNumber }, stage.call()));
  await stage.caughtUp();
};
