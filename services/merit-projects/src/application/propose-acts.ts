import type { CallContext } from '@jiangong/service-host';
import { ENTRY_PROPOSALS, type EntryProposalAct } from '../domain/entries/facts.ts';
import { type DisciplinePorts, secretly } from './discipline-calls.ts';
import { order, refused } from './entry-calls.ts';
import type { EntryHandled } from './nominators-entries.ts';
import { disciplineKey } from './sealed-fields.ts';
import { partIdOf } from './streams.ts';

export type ProposeAct = Readonly<{ entryId: string; act: string; objectionId: string; why: string }>;
export type OfProposal = Readonly<{ entryId: string; proposalId: string; why: string }>;

const isProposable = (act: string): act is EntryProposalAct => (ENTRY_PROPOSALS as readonly string[]).includes(act);

/** What one office proposes about an entry, and another carries out or turns down. */
export const proposeActs = ({ calls, knowledge }: DisciplinePorts) => {
  return {
    propose: async (
      request: ProposeAct,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: EntryHandled }>> => {
      const proposalId = partIdOf(request.entryId, call.requestId, 'proposal');
      const handled = await secretly(knowledge, request, (place) => {
        const { why, act, ...open } = request;
        const sent = { open: { rpc: 'ProposeAct', act, ...open }, prose: { why }, key: disciplineKey(place) };
        return calls.sendTo(place, sent, call, (base) =>
          isProposable(act)
            ? order({ type: 'ProposeAct', ...base, proposalId, act, objectionId: request.objectionId, why })
            : refused('WORD_UNKNOWN', 'act'),
        );
      });
      return { proposalId, handled };
    },
    reject: (request: OfProposal, call: CallContext): Promise<EntryHandled> =>
      secretly(knowledge, request, (place) => {
        const { why, ...open } = request;
        const sent = { open: { rpc: 'RejectProposal', ...open }, prose: { why }, key: disciplineKey(place) };
        return calls.sendTo(place, sent, call, (base) =>
          order({ type: 'RejectProposal', ...base, proposalId: open.proposalId, why }),
        );
      }),
    remove: (request: OfProposal, call: CallContext): Promise<EntryHandled> =>
      secretly(knowledge, request, (place) => {
        const { why, ...open } = request;
        const sent = { open: { rpc: 'RemoveEntry', ...open }, prose: { why }, key: disciplineKey(place) };
        return calls.sendTo(place, sent, call, (base) =>
          order({ type: 'RemoveEntry', ...base, proposalId: open.proposalId, why }),
        );
      }),
    undo: ({ why, ...open }: OfProposal, call: CallContext): Promise<EntryHandled> =>
      calls.send(open.entryId, { open: { rpc: 'UndoAct', ...open }, prose: { why } }, call, (base) =>
        order({ type: 'UndoAct', ...base, proposalId: open.proposalId, why }),
      ),
  };
};
