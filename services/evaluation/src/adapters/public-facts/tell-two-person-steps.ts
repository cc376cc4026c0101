import * as told from '@jiangong/contracts/jiangong/evaluation/events/v1/round_events';
import {
  BALLOT_STREAMS,
  BONUS_STREAMS,
  CHECKLIST_STREAMS,
  HONOUR_STREAMS,
  MEASURE_STREAMS,
  NAMING_STREAMS,
  PAPER_BOX_STREAMS,
  RECOMMENDATION_STREAMS,
  ROUND_STREAMS,
  TALK_STREAMS,
} from '../../application/streams.ts';
import { tell, type Told } from './told.ts';

const PROPOSALS = ['ActProposed.v1', 'ProposalRejected.v1'] as const;

/**
 * Steps of acts that take two persons, which nothing else tells: what one proposed, counted or wrote down, and what another one said to it. Whoever
 * looks at the page of the round hears that there is something new, and asks.
 */
export const TWO_PERSON_STEPS: Readonly<Record<string, readonly string[]>> = {
  [ROUND_STREAMS]: [
    ...['MeetingRecorded.v1', 'MeetingWithdrawalAsked.v1', 'MeetingAttested.v1', 'MeetingRefuted.v1'],
    ...['OfficeAssigned.v1', 'ProposalRejected.v1'],
  ],
  [PAPER_BOX_STREAMS]: [
    ...['PaperCounted.v1', 'PaperCountConfirmed.v1', 'PaperCountContradicted.v1', 'PaperBoxOpened.v1'],
  ],
  [BALLOT_STREAMS]: [
    ...['VoteCodesMade.v1', 'VoteCodesVoidingProposed.v1', 'VoteCodesVoidingRejected.v1', 'VoteCodesVoided.v1'],
  ],
  [TALK_STREAMS]: ['TalkRecorded.v1', 'TalkConfirmed.v1', 'TalkRefuted.v1', 'TalkWithdrawn.v1'],
  [CHECKLIST_STREAMS]: PROPOSALS,
  [BONUS_STREAMS]: PROPOSALS,
  [MEASURE_STREAMS]: PROPOSALS,
  [HONOUR_STREAMS]: PROPOSALS,
  [RECOMMENDATION_STREAMS]: PROPOSALS,
  [NAMING_STREAMS]: [...PROPOSALS, 'NamingCorrected.v1'],
};

type Place = Readonly<{ roundId?: string; editionId?: string }>;

/** That such a step was taken: of which round, and nothing else. An honour is found by nothing but itself, so that of one not even that is told. */
export const tellTwoPersonStep = ({
  stream,
  type,
  data,
}: Readonly<{ stream: string; type: string; data: unknown }>): Told => {
  const isStep = Object.entries(TWO_PERSON_STEPS).some(
    ([prefix, types]) => stream.startsWith(prefix) && types.includes(type),
  );
  if (!isStep) return [];
  const { roundId = '', editionId = '' } = data as Place;
  return tell('TwoPersonStepTaken', told.TwoPersonStepTaken, { roundId, editionId });
};
