import type { CallContext } from '@jiangong/service-host';
import type { ClearanceOpinion } from '../domain/entries/facts.ts';
import { type DisciplinePorts, secretly } from './discipline-calls.ts';
import { order, refused } from './entry-calls.ts';
import type { EntryHandled } from './nominators-entries.ts';
import { isScope } from './review-entries.ts';
import { disciplineKey } from './sealed-fields.ts';
import { partIdOf } from './streams.ts';

export type GiveClearance = Readonly<{
  entryId: string;
  opinions: readonly Readonly<{ scope: string; outcome: string }>[];
  opinionNumber: string;
  why: string;
  needsMet?: readonly string[];
}>;
export type BlockEntry = Readonly<{ entryId: string; opinionNumber: string; why: string; proposalId: string }>;
export type LiftBlock = Readonly<{ entryId: string; opinionNumber: string; why: string; proposalId: string }>;

const isOpinion = (opinion: Readonly<{ scope: string; outcome: string }>): opinion is ClearanceOpinion =>
  isScope(opinion.scope) && (opinion.outcome === 'cleared' || opinion.outcome === 'blocked');

/** Discipline inspection: its opinions when it is asked, what it finds without, and what it takes back. */
export const inspectEntries = ({ calls, knowledge }: DisciplinePorts) => {
  return {
    giveClearance: (request: GiveClearance, call: CallContext): Promise<EntryHandled> =>
      secretly(knowledge, request, (place) => {
        const { entryId, opinionNumber, why, needsMet = [] } = request;
        const confirmed = needsMet.length === 0 ? {} : { needsMet: [...needsMet] };
        const open = { rpc: 'GiveClearance', entryId, opinionNumber, ...confirmed };
        const sent = { open, prose: { opinions: request.opinions, why }, key: disciplineKey(place) };
        return calls.sendTo(place, sent, call, (base) => {
          const opinions = request.opinions.filter(isOpinion);
          if (opinions.length !== request.opinions.length) return refused('WORD_UNKNOWN', 'opinions');
          return order({ type: 'GiveClearance', ...base, opinions, opinionNumber, why, needsMet });
        });
      }),
    block: (request: BlockEntry, call: CallContext): Promise<EntryHandled> =>
      secretly(knowledge, request, (place) => {
        const { why, ...open } = request;
        const sent = { open: { rpc: 'BlockEntry', ...open }, prose: { why }, key: disciplineKey(place) };
        const blockId = partIdOf(request.entryId, call.requestId, 'block');
        const proposalId = request.proposalId === '' ? null : request.proposalId;
        return calls.sendTo(place, sent, call, (base) =>
          order({ type: 'BlockEntry', ...base, blockId, opinionNumber: open.opinionNumber, why, proposalId }),
        );
      }),
    liftBlock: (request: LiftBlock, call: CallContext): Promise<EntryHandled> =>
      secretly(knowledge, request, (place) => {
        const { why, ...open } = request;
        const sent = { open: { rpc: 'LiftBlock', ...open }, prose: { why }, key: disciplineKey(place) };
        const proposalId = request.proposalId === '' ? null : request.proposalId;
        return calls.sendTo(place, sent, call, (base) =>
          order({ type: 'LiftBlock', ...base, opinionNumber: open.opinionNumber, why, proposalId }),
        );
      }),
  };
};
