import type { ProcessManager } from '@jiangong/messaging';
import type { Ground } from '@jiangong/service-host';
import { editions } from '../../application/editions.ts';
import { nominatorsEntries } from '../../application/nominators-entries.ts';
import { publishProposed, SECOND_NOTICE_PROCESS } from '../../application/publish-proposed.ts';
import { workingYears } from '../../application/working-years.ts';
import { campaignKnowledge } from '../postgres/campaign-knowledge.ts';

type ProposalPublished = Readonly<{ roundId: string; decisionId: string; entryIds?: readonly string[]; days?: number }>;

/** When evaluation proposes entries for honours, each of them stands in the second notice, where the template has one. */
export const hearProposals = (ground: Ground): ProcessManager => {
  const knowledge = campaignKnowledge(ground);
  const entries = nominatorsEntries(ground, editions(ground), workingYears(knowledge));
  const publish = publishProposed(ground, entries, knowledge);
  return {
    name: SECOND_NOTICE_PROCESS,
    contexts: ['evaluation'],
    handle: async ({ type, data, eventId, correlationId, traceparent }) => {
      if (type !== 'evaluation.ProposalPublished.v1') return;
      const { roundId, decisionId, entryIds = [], days } = data as ProposalPublished;
      await publish(
        { roundId, decisionId, entryIds, ...(days === undefined ? {} : { days }) },
        { correlationId, causationId: eventId, traceparent },
      );
    },
  };
};
