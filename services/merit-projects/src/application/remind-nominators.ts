import { isRefusal } from '@jiangong/event-store';
import { type CallContext, type Ground, refused } from '@jiangong/service-host';
import type { OpenEditionState } from '../domain/edition/state.ts';
import { type Awaited, awaitedFrom, isRemindedAct, type NominatorsPart } from '../domain/reminders/awaited.ts';
import {
  type NominatorReminded,
  reminderKey,
  type RemindNominators,
  type Reminding,
  remindersDecider,
  remindingOf,
} from '../domain/reminders/reminders.ts';
import type { Editions } from './editions.ts';
import { remindersStream } from './streams.ts';

export interface NominatorKnowledge {
  /** All units at or below the committee, as their entries in the edition stand. */
  nominatorsParts(
    asked: Readonly<{ editionId: string; committeeId: string; now: string }>,
  ): Promise<readonly (NominatorsPart & Readonly<{ name: string }>)[]>;
}

export type RemindRequest = Readonly<{
  editionId: string;
  act: string;
  nominatorIds: readonly string[];
  dryRun: boolean;
}>;
/** `position`: where it stands in the log; 0: nobody was reminded. */
export type RemindedAnswer = Readonly<{ reminding: readonly Reminding[]; position: number }>;

/** An act that is awaited from a nominator, what that is called, and when it was reminded of it. */
export type LateNominator = Awaited & Readonly<{ name: string; remindedAt: string; remindedTimes: number }>;

/** What was done, by the facts of the order: a repeat is answered as the order was, and who was reminded meanwhile is not reminded again. */
const asDone = (planned: readonly Reminding[], facts: readonly NominatorReminded[]): readonly Reminding[] => {
  const reminded = new Set(facts.map(({ data }) => data.nominatorId));
  return planned.map((one) => ({
    ...one,
    skipped: reminded.has(one.nominatorId) ? null : (one.skipped ?? 'reminded-lately'),
  }));
};

/** An officer's word to nominators from whom something is awaited, and who these are. */
export const remindNominators = (
  ground: Ground,
  { editions, knowledge }: Readonly<{ editions: Editions; knowledge: NominatorKnowledge }>,
) => {
  const handle = ground.handler(remindersDecider);
  const editionOf = async (editionId: string): Promise<OpenEditionState> => {
    const edition = await editions.read(editionId);
    if (edition.kind === 'absent') throw refused({ reason: 'EDITION_NOT_FOUND', field: 'editionId' });
    return edition;
  };
  const partsOf = ({ terms: { editionId, committeeId } }: OpenEditionState, now: string) =>
    knowledge.nominatorsParts({ editionId, committeeId, now });
  return {
    late: async (editionId: string, now: string): Promise<readonly LateNominator[]> => {
      const edition = await editionOf(editionId);
      if (edition.kind !== 'open') return [];
      const [parts, { state }] = await Promise.all([partsOf(edition, now), handle.stateOf(remindersStream(editionId))]);
      return parts.flatMap((part) =>
        awaitedFrom(edition, part, now).map((awaited) => {
          const reminded = state.get(reminderKey(awaited));
          return {
            ...{ ...awaited, name: part.name },
            ...{ remindedAt: reminded?.at ?? '', remindedTimes: reminded?.times ?? 0 },
          };
        }),
      );
    },
    remind: async (request: RemindRequest, call: CallContext): Promise<RemindedAnswer> => {
      const { editionId, act, nominatorIds, dryRun } = request;
      if (!isRemindedAct(act)) throw refused({ reason: 'WORD_UNKNOWN', field: 'act' });
      // Who has declared a moment ago is not reminded of it.
      if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
      const edition = await editionOf(editionId);
      const parts = await partsOf(edition, call.now);
      const order: RemindNominators = { type: 'RemindNominators', edition, act, parts, nominatorIds, now: call.now };
      const stream = remindersStream(editionId);
      const { state } = await handle.stateOf(stream);
      const planned = remindingOf(state, order);
      if (dryRun) {
        const decided = remindersDecider.decide(state, order);
        if (isRefusal(decided)) throw refused(decided);
        return { reminding: planned, position: 0 };
      }
      const body = { rpc: 'RemindNominators', editionId, act, nominatorIds };
      const handled = await handle({ stream, order, body, context: call });
      if (handled.kind === 'refused') throw refused(handled.refusal);
      return { reminding: asDone(planned, handled.facts), position: handled.position };
    },
  };
};
