import type { CallContext } from '@jiangong/service-host';
import { type Batch, type BatchKnowledge, batches, type Outcome } from './batches.ts';
import type { EntryCalls } from './entry-calls.ts';
import type { CampaignKnowledge } from './ports.ts';
import { publishEntries } from './publish-entries.ts';
import { type RequestClearance, reviewEntries, type ReviewEntry } from './review-entries.ts';

type Ports = Readonly<{
  /** Orders given for real, and those that are only rehearsed; the latter are made anew for each batch. */
  calls: EntryCalls;
  rehearsal: () => EntryCalls;
  knowledge: CampaignKnowledge;
  batch: BatchKnowledge;
}>;

/** What an officer does to many entries at once: the very orders that are given one by one. */
export const reviewBatches = ({ calls, rehearsal, knowledge, batch }: Ports) => {
  const send = batches(batch);
  const callsOf = ({ dryRun }: Batch): EntryCalls => (dryRun ? rehearsal() : calls);
  return {
    pass: (
      { answers, ...asked }: Batch & Pick<ReviewEntry, 'answers'>,
      call: CallContext,
    ): Promise<readonly Outcome[]> => {
      const { review } = reviewEntries(callsOf(asked));
      return send(asked, 'entry.review', call, (entryId, own) => review({ entryId, outcome: 'passed', answers }, own));
    },
    requestClearances: (
      { scopes, ...asked }: Batch & Pick<RequestClearance, 'scopes'>,
      call: CallContext,
    ): Promise<readonly Outcome[]> => {
      const { requestClearance } = reviewEntries(callsOf(asked));
      return send(asked, 'entry.request-clearance', call, async (entryId, own) => {
        const { handled } = await requestClearance({ entryId, scopes }, own);
        return handled;
      });
    },
    publish: (asked: Batch, call: CallContext): Promise<readonly Outcome[]> => {
      const { publish } = publishEntries({ calls: callsOf(asked), knowledge });
      return send(asked, 'entry.publish', call, (entryId, own) => publish({ entryId }, own));
    },
  };
};
