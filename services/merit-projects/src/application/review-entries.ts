import type { CallContext } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import { itemOf } from '../domain/needs/needs.ts';
import { CLEARANCE_SCOPES, type ClearanceScope } from '../domain/entries/facts.ts';
import { type EntryCalls, order, refused } from './entry-calls.ts';
import type { EntryHandled } from './nominators-entries.ts';
import { partIdOf } from './streams.ts';

export type ReturnEntry = Readonly<{ entryId: string; reasons: readonly string[]; redeclareBy: string }>;
export type ReviewEntry = Readonly<{
  entryId: string;
  outcome: string;
  answers: readonly Readonly<{ item: string; met: boolean; explanation: string }>[];
}>;
export type RequestClearance = Readonly<{ entryId: string; scopes: readonly string[] }>;

export const isScope = (scope: string): scope is ClearanceScope =>
  (CLEARANCE_SCOPES as readonly string[]).includes(scope);

const lines = ({ needs }: EditionTerms): readonly string[] => needs.flatMap((track) => track.needs.map(itemOf));

/** The committee's review, and what it asks of discipline inspection. */
export const reviewEntries = (calls: EntryCalls) => {
  return {
    returnIt: ({ reasons, ...open }: ReturnEntry, call: CallContext): Promise<EntryHandled> =>
      calls.send(open.entryId, { open: { rpc: 'ReturnEntry', ...open }, prose: { reasons } }, call, (base) =>
        order({ type: 'ReturnEntry', ...base, reasons, redeclareBy: open.redeclareBy }),
      ),
    review: ({ entryId, outcome, answers }: ReviewEntry, call: CallContext): Promise<EntryHandled> => {
      const items = answers.map(({ item, met }) => ({ item, met }));
      // An explanation belongs to what is not met; one beside what is met would be shown nowhere and is refused.
      const explanations = answers
        .filter(({ met, explanation }) => !met || explanation !== '')
        .map(({ explanation }) => explanation);
      const sent = { open: { rpc: 'ReviewEntry', entryId, outcome, items }, prose: { explanations } };
      return calls.send(entryId, sent, call, (base) => {
        if (outcome !== 'passed' && outcome !== 'failed') return refused('WORD_UNKNOWN', 'outcome');
        // What is written beside a need that is met is what its answer goes by.
        const needs = new Set(lines(base.terms));
        return order({
          ...{ type: 'ReviewEntry', ...base, outcome, answers: items },
          explanations: answers
            .filter(({ item, met, explanation }) => !met || (explanation !== '' && !needs.has(item)))
            .map(({ explanation }) => explanation),
          grounds: answers.map(({ item, explanation }) => ({ item, ground: explanation })),
        });
      });
    },
    requestClearance: async (
      request: RequestClearance,
      call: CallContext,
    ): Promise<Readonly<{ clearanceId: string; handled: EntryHandled }>> => {
      const clearanceId = partIdOf(request.entryId, call.requestId, 'clearance');
      const sent = { open: { rpc: 'RequestClearance', ...request } };
      const handled = await calls.send(request.entryId, sent, call, (base) => {
        const scopes = request.scopes.filter(isScope);
        if (scopes.length !== request.scopes.length) return refused('WORD_UNKNOWN', 'scopes');
        return order({ type: 'RequestClearance', ...base, clearanceId, scopes });
      });
      return { clearanceId, handled };
    },
  };
};
