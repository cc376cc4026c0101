import { aggregateIdOf } from '@jiangong/event-store';
import { isLocalDate } from '@jiangong/calendar';
import type { CallContext } from '@jiangong/service-host';
import type { Departure, Reasons } from '../domain/decision/award.ts';
import type { DecisionFact } from '../domain/decision/facts.ts';
import { BODY_MAX, CHOSEN_MAX, DEPARTURES_MAX } from '../domain/decision/limits.ts';
import type { DecidingBody } from '../domain/decision/orders.ts';
import type { DecisionRefusal } from '../domain/decision/refusals.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { actorOf, type Decisions } from './decisions.ts';
import { decisionStream } from './streams.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { type Outcome, refusal } from './reasons.ts';

type WithReason = Readonly<{ reason: string }>;

export type RecordMinutesRequest = Readonly<{
  roundId: string;
  resultHash: string;
  minutesNumber: string;
  meetingOn: string;
  present: readonly string[];
  file: string;
  /** The body of the committee above met. */
  superior: boolean;
  /** Why it met in place of a unit that could have decided, and did not in time. */
  superiorReason?: string;
  departures: readonly (Departure & WithReason)[];
  choices: readonly Readonly<{ rule: string; entryIds: readonly string[] } & WithReason>[];
  exceeding: readonly Readonly<{ rule: string } & WithReason>[];
}>;

export type Recorded = Readonly<{ decisionId: string; handled: Outcome<DecisionFact, DecisionRefusal | RoundRefusal> }>;

const reasonsOf = ({
  departures,
  choices,
  exceeding,
  superior,
  superiorReason = '',
}: RecordMinutesRequest): Reasons => ({
  departures: departures.map(({ reason }) => reason),
  choices: choices.map(({ reason }) => reason),
  exceeding: exceeding.map(({ reason }) => reason),
  ...(superior && superiorReason !== '' ? { superior: superiorReason } : {}),
});

/** Nothing longer than the rule book lets pass is read or hashed. */
const bounded = (request: RecordMinutesRequest): RecordMinutesRequest => ({
  ...request,
  present: request.present.slice(0, BODY_MAX + 1),
  departures: request.departures.slice(0, DEPARTURES_MAX + 1),
  choices: request.choices
    .slice(0, DEPARTURES_MAX + 1)
    .map((choice) => ({ ...choice, entryIds: choice.entryIds.slice(0, CHOSEN_MAX + 1) })),
  exceeding: request.exceeding.slice(0, DEPARTURES_MAX + 1),
});

/** The body is that of the meeting's own day, whoever holds the grants by now. */
export const recordMinutes =
  ({ ground, known, find, handleDecision }: Decisions) =>
  async (given: RecordMinutesRequest, call: CallContext): Promise<Recorded> => {
    const request = bounded(given);
    const { roundId, resultHash, minutesNumber, meetingOn, present, file } = request;
    const decisionId = aggregateIdOf(call.requestId, 'decision');
    const found = await find(roundId);
    if (found.kind === 'absent') return { decisionId, handled: refusal('ROUND_NOT_FOUND', 'roundId') };
    if (found.kind === 'refused') return { decisionId, handled: found };
    const { decidable } = found;
    const bodyOf = async (committeeId: string): Promise<DecidingBody> => ({
      committeeId,
      members: isLocalDate(meetingOn) ? await known.bodyOn(committeeId, meetingOn) : [],
    });
    const above = request.superior
      ? await known.superiorOf(decidable.committeeId, { day: meetingOn, least: decidable.party.least })
      : undefined;
    if (request.superior && above === undefined)
      return { decisionId, handled: refusal('NO_SUPERIOR_COMMITTEE', 'superior') };
    const reasons = reasonsOf(request);
    const terms = {
      departures: request.departures.map(({ entryId, rule }) => ({ entryId, rule })),
      choices: request.choices.map(({ rule, entryIds }) => ({ rule, entryIds })),
      exceeding: request.exceeding.map(({ rule }) => rule),
    };
    const order = {
      type: 'RecordMinutes',
      now: call.now,
      decisionId,
      by: actorOf(call).personId,
      decidable,
      own: await bodyOf(decidable.committeeId),
      superior: above === undefined ? null : await bodyOf(above),
      decideBy: (await known.decideBy(decidable.editionId, decidable.phase?.id ?? '')) ?? null,
      resultHash,
      meetingOn,
      minutesNumber,
      file,
      present,
      terms,
      reasons,
    } as const;
    // A plain hash of a reason could be guessed back from the log: a keyed one stands for the reasons instead.
    const fingerprint = await ground.privacy.fingerprint(proseKey(roundId), reasons);
    const body = { roundId, resultHash, minutesNumber, meetingOn, present, file, superior: request.superior, terms };
    const sent = sentBy(call, 'RecordMinutes', { ...body, fingerprint });
    return {
      decisionId,
      handled: await handleDecision({ stream: decisionStream(decisionId), order, ...sent }),
    };
  };
