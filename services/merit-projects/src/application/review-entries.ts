import type { CallContext } from '@jiangong/service-host';
import {
  CLEARANCE_SCOPES,
  type ClearanceOpinion,
  type ClearanceScope,
  ENTRY_PROPOSALS,
  type EntryProposalAct,
} from '../domain/entries/facts.ts';
import { type EntryCalls, order, refused } from './entry-calls.ts';
import type { EntryHandled } from './nominators-entries.ts';
import type { CampaignKnowledge, EntryPlace } from './ports.ts';
import { disciplineKey } from './sealed-fields.ts';
import { partIdOf } from './streams.ts';

export type ReturnEntry = Readonly<{ entryId: string; reasons: readonly string[]; redeclareBy: string }>;
export type ReviewEntry = Readonly<{
  entryId: string;
  outcome: string;
  answers: readonly Readonly<{ item: string; met: boolean; explanation: string }>[];
}>;
export type RequestClearance = Readonly<{ entryId: string; scopes: readonly string[] }>;
export type GiveClearance = Readonly<{
  entryId: string;
  opinions: readonly Readonly<{ scope: string; outcome: string }>[];
  opinionNumber: string;
  why: string;
}>;
export type BlockEntry = Readonly<{ entryId: string; opinionNumber: string; why: string; proposalId: string }>;
export type LiftBlock = Readonly<{ entryId: string; opinionNumber: string; why: string }>;
export type ProposeAct = Readonly<{ entryId: string; act: string; objectionId: string; why: string }>;
export type OfProposal = Readonly<{ entryId: string; proposalId: string; why: string }>;

const isScope = (scope: string): scope is ClearanceScope => (CLEARANCE_SCOPES as readonly string[]).includes(scope);
const isOpinion = (opinion: Readonly<{ scope: string; outcome: string }>): opinion is ClearanceOpinion =>
  isScope(opinion.scope) && (opinion.outcome === 'cleared' || opinion.outcome === 'blocked');
const isProposable = (act: string): act is EntryProposalAct => (ENTRY_PROPOSALS as readonly string[]).includes(act);

type Ports = Readonly<{ calls: EntryCalls; knowledge: CampaignKnowledge }>;

/** Reviewers and discipline inspection; and what one office proposes for another to carry out. */
export const reviewEntries = ({ calls, knowledge }: Ports) => {
  /** What inspectors and the two offices write stands in request hashes under the key of the edition's inspection. */
  const secretly = async (
    request: Readonly<{ entryId: string }>,
    run: (place: EntryPlace) => Promise<EntryHandled>,
  ): Promise<EntryHandled> => {
    const place = await knowledge.entry(request.entryId);
    return place ? run(place) : refused('ENTRY_NOT_FOUND', 'entryId');
  };
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
        return order({ type: 'ReviewEntry', ...base, outcome, answers: items, explanations });
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
    giveClearance: (request: GiveClearance, call: CallContext): Promise<EntryHandled> =>
      secretly(request, (place) => {
        const { entryId, opinionNumber, why } = request;
        const open = { rpc: 'GiveClearance', entryId, opinionNumber };
        const sent = { open, prose: { opinions: request.opinions, why }, key: disciplineKey(place) };
        return calls.sendTo(place, sent, call, (base) => {
          const opinions = request.opinions.filter(isOpinion);
          if (opinions.length !== request.opinions.length) return refused('WORD_UNKNOWN', 'opinions');
          return order({ type: 'GiveClearance', ...base, opinions, opinionNumber, why });
        });
      }),
    block: (request: BlockEntry, call: CallContext): Promise<EntryHandled> =>
      secretly(request, (place) => {
        const { why, ...open } = request;
        const sent = { open: { rpc: 'BlockEntry', ...open }, prose: { why }, key: disciplineKey(place) };
        const blockId = partIdOf(request.entryId, call.requestId, 'block');
        const proposalId = request.proposalId === '' ? null : request.proposalId;
        return calls.sendTo(place, sent, call, (base) =>
          order({ type: 'BlockEntry', ...base, blockId, opinionNumber: open.opinionNumber, why, proposalId }),
        );
      }),
    liftBlock: (request: LiftBlock, call: CallContext): Promise<EntryHandled> =>
      secretly(request, (place) => {
        const { why, ...open } = request;
        const sent = { open: { rpc: 'LiftBlock', ...open }, prose: { why }, key: disciplineKey(place) };
        return calls.sendTo(place, sent, call, (base) =>
          order({ type: 'LiftBlock', ...base, opinionNumber: open.opinionNumber, why }),
        );
      }),
    propose: async (
      request: ProposeAct,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: EntryHandled }>> => {
      const proposalId = partIdOf(request.entryId, call.requestId, 'proposal');
      const handled = await secretly(request, (place) => {
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
      secretly(request, (place) => {
        const { why, ...open } = request;
        const sent = { open: { rpc: 'RejectProposal', ...open }, prose: { why }, key: disciplineKey(place) };
        return calls.sendTo(place, sent, call, (base) =>
          order({ type: 'RejectProposal', ...base, proposalId: open.proposalId, why }),
        );
      }),
    remove: (request: OfProposal, call: CallContext): Promise<EntryHandled> =>
      secretly(request, (place) => {
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
