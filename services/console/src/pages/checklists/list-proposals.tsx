import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { type Answering, EntryProposals, type Who } from '../rounds/entry-proposals.tsx';
import { type List, LIST_TOUCHES, type Of, ofEntry } from './shared.ts';

type Proposal = List['proposals'][number];

const send =
  (of: Of) =>
  async ({ proposalId }: Proposal, how: Answering, body: Readonly<{ why: string }>, key: string) => {
    const asked = { params: { path: { ...ofEntry(of), proposalId }, header: under(key) }, body };
    const path = '/v1/rounds/{roundId}/entries/{entryId}/checklist-proposals/{proposalId}';
    return answerOf(
      how === 'carry-out' ? api.POST(`${path}/carry-out` as const, asked) : api.POST(`${path}/reject` as const, asked),
    );
  };

/** What one proposed about a list and another carries out or turns down. */
export const ListProposals = ({ list, grants, personId, ...of }: Of & Who & Readonly<{ list: List }>) => {
  const { t } = useTranslation();
  return (
    <EntryProposals
      {...{ id: 'list-proposals', proposals: list.proposals, grants, personId }}
      ways={{
        what: ({ act }) => <strong>{t(`checklists.act.${act}`)}</strong>,
        title: ({ act }) => t(`checklists.act.${act}`),
        carriedOut: t('checklists.carriedOut'),
        touches: LIST_TOUCHES,
        send: send(of),
      }}
    />
  );
};
