import { requestIdOf } from '@jiangong/event-store';
import type { Ground, SystemOrder } from '@jiangong/service-host';
import { SYSTEM } from '../domain/by.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { CampaignKnowledge } from './ports.ts';

/** The name of the process manager: the actor of what it orders. */
export const SECOND_NOTICE_PROCESS = 'publish-proposed';

/** What evaluation proposes for honours, upon a decision. */
export type Proposed = Readonly<{
  roundId: string;
  decisionId: string;
  entryIds: readonly string[];
  /** How many days its notice runs; a decision taken anew may show them for those that were left. */
  days?: number;
}>;

/** The public fact that was heard: the notice carries its correlation and names it as its cause. */
export type Heard = Readonly<Pick<Required<SystemOrder>, 'correlationId' | 'causationId' | 'traceparent'>>;

/** Publishes what is proposed, entry by entry. Request ids derive from decision and entry, so hearing twice is hearing once. */
export const publishProposed =
  (ground: Ground, entries: NominatorsEntries, knowledge: CampaignKnowledge) =>
  async ({ roundId, decisionId, entryIds, days }: Proposed, heard: Heard): Promise<void> => {
    for (const entryId of entryIds) {
      const place = await knowledge.entry(entryId);
      if (!place) throw new Error(`evaluation proposes an entry that nobody knows: ${entryId}`);
      const { editionId, nominatorId } = place;
      const requestId = requestIdOf(`${SECOND_NOTICE_PROCESS} ${decisionId} ${entryId}`);
      const context = ground.systemContext({ name: SECOND_NOTICE_PROCESS, requestId, ...heard });
      const body = { order: 'PublishProposed', roundId, decisionId, entryId };
      const handled = await entries.send({ editionId, nominatorId, body, context }, (terms) => ({
        kind: 'order',
        order: {
          ...{ type: 'PublishProposed', now: context.now, by: SYSTEM, terms, entryId, roundId, decisionId },
          ...(days === undefined ? {} : { days }),
        },
      }));
      if (handled.kind === 'accepted') continue;
      // No second notice in the template, or an entry that was taken out since: there is nothing to publish.
      const { reason } = handled.refusal;
      if (reason === 'NOTICE_NOT_IN_TEMPLATE' || reason === 'ENTRY_NOT_IN_EVALUATION') continue;
      throw new Error(`PublishProposed of ${entryId}: ${reason}`);
    }
  };
