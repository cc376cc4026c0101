import { requestIdOf } from '@jiangong/event-store';
import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import type { RoundOrder } from '../domain/round/orders.ts';
import type { Entry } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';
import { draftKey } from './sheet-codec.ts';
import { roundIdOf, sheetIdOf } from './streams.ts';

const NAME = 'rounds-follow-editions';

type StageMoved = Readonly<{ editionId: string; stage: string }>;
type Entered = Entry & Readonly<{ editionId: string }>;

/** Which order follows from a fact of the campaign; undefined: none. */
const orderOf = (
  { ground }: Evaluation,
  { type, data, position }: PublicFact,
): Readonly<{ editionId: string; order: RoundOrder }> | undefined => {
  const now = ground.clock.now();
  switch (type) {
    case 'merit_projects.EntryEnteredEvaluation.v1': {
      const { editionId, entryId, unitId, leaderPersonId, title } = data as Entered;
      return {
        editionId,
        order: { kind: 'admit-entry', editionId, entry: { entryId, unitId, leaderPersonId, title }, now },
      };
    }
    case 'merit_projects.StageOpened.v1': {
      const { editionId, stage } = data as StageMoved;
      return stage === 'scoring' ? { editionId, order: { kind: 'open-round', scoring: 'open', now } } : undefined;
    }
    case 'merit_projects.StageClosed.v1': {
      const { editionId, stage } = data as StageMoved;
      return stage === 'scoring' ? { editionId, order: { kind: 'close-round', lastIndex: position, now } } : undefined;
    }
    default:
      return undefined;
  }
};

/**
 * Entries that entered evaluation become entries of the edition's round; the scoring stage opens and closes it. One process
 * for all three, so that entries are in before the opening.
 */
export const followEditions = (evaluation: Evaluation): ProcessManager => ({
  name: NAME,
  contexts: ['merit_projects'],
  handle: async (fact) => {
    const found = orderOf(evaluation, fact);
    if (found === undefined) return;
    const { editionId, order } = found;
    const { ground, sendRound } = evaluation;
    const requestId = requestIdOf(`${NAME} ${fact.eventId} ${fact.ordinal}`);
    const context = ground.systemContext({
      name: NAME,
      requestId,
      correlationId: fact.correlationId,
      causationId: fact.eventId,
      traceparent: fact.traceparent,
    });
    const handled = await sendRound(roundIdOf(editionId), order, {
      body: { order: order.kind, eventId: fact.eventId },
      context,
    });
    if (handled.kind === 'accepted') return;
    if (handled.refusal.reason === 'TOO_MUCH_CONTENTION')
      throw new Error(`${order.kind} of edition ${editionId}: too much contention`);
    // A refusal is an answer, not an accident: an unprepared round waits for an officer, who may prepare and open it while scoring lasts.
    ground.log.warn(
      { editionId, order: order.kind, reason: handled.refusal.reason },
      'a round did not follow its edition',
    );
  },
});

/** Destroys the key of a draft whose sheet was submitted, should the submission itself not have come to it. */
export const forgetDrafts = ({ ground }: Evaluation): ProcessManager => ({
  name: 'forget-drafts',
  contexts: ['evaluation'],
  handle: async ({ type, data }) => {
    if (type !== 'evaluation.SheetSubmitted.v1') return;
    const { roundId, personId } = data as Readonly<{ roundId: string; personId: string }>;
    await ground.privacy.destroy(draftKey(sheetIdOf(roundId, personId)));
  },
});
