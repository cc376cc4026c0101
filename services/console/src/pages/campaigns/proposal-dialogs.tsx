import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { nameIn } from '../../components/names.ts';
import { OpenFile } from '../../components/open-file.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { TOUCHES } from './stage-dialogs.tsx';

export type Proposal = Schemas['ActProposal'];
type Of = Readonly<{ proposal: Proposal; onClose: () => void }>;
type Terms = Readonly<{
  stageId?: string | undefined;
  closesOn?: string | undefined;
  sha256?: string | undefined;
}>;

const NUMBER_CHARS_MAX = 100;

/** What a proposal says of a stage, or of a file. */
export const termsOf = ({ terms }: Proposal): Terms => {
  if (typeof terms !== 'object' || terms === null || Array.isArray(terms)) return {};
  const said = terms as Readonly<Record<string, unknown>>;
  const textOf = (name: string): string | undefined => {
    const text = said[name];
    return typeof text === 'string' && text !== '' ? text : undefined;
  };
  return { stageId: textOf('stageId'), closesOn: textOf('closesOn'), sha256: textOf('sha256') };
};

/** Objections are answered where they are read. */
export const isCarriedOutHere = (act: Proposal['act']): boolean =>
  act !== 'SettleObjection' && act !== 'ReopenObjection';

type Given = Readonly<{ reason: string; opinionNumber?: string }>;

/** Each act by the order that it stands for. */
const carryOut = async (proposal: Proposal, given: Given, key: string): Promise<unknown> => {
  const { act, editionId, proposalId } = proposal;
  const entryId = proposal.entryId ?? '';
  const header = under(key);
  const why = given.reason;
  const opinionNumber = given.opinionNumber ?? '';
  const { stageId = '', closesOn = '', sha256 = '' } = termsOf(proposal);
  const ofEntry = { path: { entryId, proposalId }, header };
  switch (act) {
    case 'ReopenStage':
      return answerOf(
        api.POST('/v1/editions/{editionId}/stages/{stageId}/reopen', {
          params: { path: { editionId, stageId }, header },
          body: { closesOn, why, proposalId },
        }),
      );
    case 'AbandonEdition':
      return answerOf(
        api.POST('/v1/editions/{editionId}/proposals/{proposalId}/abandon', {
          params: { path: { editionId, proposalId }, header },
          body: { why },
        }),
      );
    case 'BlockEntry':
      return answerOf(
        api.POST('/v1/entries/{entryId}/block', {
          params: { path: { entryId }, header },
          body: { opinionNumber, why, proposalId },
        }),
      );
    case 'LiftBlock':
      return answerOf(
        api.POST('/v1/entries/{entryId}/lift-block', {
          params: { path: { entryId }, header },
          body: { opinionNumber, why, proposalId },
        }),
      );
    case 'RemoveEntry':
      return answerOf(
        api.POST('/v1/entries/{entryId}/proposals/{proposalId}/remove', { params: ofEntry, body: { why } }),
      );
    case 'UndoAct':
      return answerOf(
        api.POST('/v1/entries/{entryId}/proposals/{proposalId}/undo', { params: ofEntry, body: { why } }),
      );
    case 'DestroyEvidence':
      return answerOf(
        api.POST('/v1/entries/{entryId}/files/{sha256}/destruction/{proposalId}/carry-out', {
          params: { path: { entryId, sha256, proposalId }, header },
          body: { why },
        }),
      );
    case 'SettleObjection':
    case 'ReopenObjection':
      throw new Error(`${act} is carried out where objections are read`);
  }
};

const Lead = ({ proposal }: Readonly<{ proposal: Proposal }>) => {
  const { t } = useTranslation();
  const name = nameIn(proposal.entryName) ?? nameIn(proposal.editionName);
  return (
    <>
      <p>
        {t(`proposals.act.${proposal.act}`)}
        {name !== undefined && `：${name}`}
      </p>
      <p className="prose">{t('campaigns.why', { why: proposal.why })}</p>
      {proposal.act === 'DestroyEvidence' && (
        <>
          <p>{t('destroying.last')}</p>
          <p>
            <OpenFile address={`/v1/evidence/${termsOf(proposal).sha256 ?? ''}?entryId=${proposal.entryId ?? ''}`}>
              {t('destroying.look')}
            </OpenFile>
          </p>
        </>
      )}
    </>
  );
};

/** Carries out what another person proposed. */
export const CarryOutDialog = ({ proposal, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (given: Given, key: string) => carryOut(proposal, given, key),
    touches: TOUCHES,
    onDone: () => {
      tell(t('proposals.done'));
      onClose();
    },
  });
  const isOpinion = proposal.act === 'BlockEntry' || proposal.act === 'LiftBlock';
  return (
    <OrderDialog
      title={t('proposals.carryOut')}
      lead={<Lead proposal={proposal} />}
      action={t('proposals.carryOut')}
      isDangerous={proposal.act === 'DestroyEvidence'}
      order={order}
      onClose={onClose}
    >
      {isOpinion && (
        <Form.Item
          name="opinionNumber"
          label={t('proposals.opinionNumber')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input maxLength={NUMBER_CHARS_MAX} />
        </Form.Item>
      )}
      <ReasonField />
    </OrderDialog>
  );
};

/** Turned down where it stands: with its edition, its entry, or its file. */
const turnDown = async (proposal: Proposal, why: string, key: string): Promise<unknown> => {
  const { act, editionId, entryId, proposalId } = proposal;
  const header = under(key);
  const { sha256 = '' } = termsOf(proposal);
  if (entryId === null)
    return answerOf(
      api.POST('/v1/editions/{editionId}/proposals/{proposalId}/reject', {
        params: { path: { editionId, proposalId }, header },
        body: { why },
      }),
    );
  if (act === 'DestroyEvidence')
    return answerOf(
      api.POST('/v1/entries/{entryId}/files/{sha256}/destruction/{proposalId}/reject', {
        params: { path: { entryId, sha256, proposalId }, header },
        body: { why },
      }),
    );
  return answerOf(
    api.POST('/v1/entries/{entryId}/proposals/{proposalId}/reject', {
      params: { path: { entryId, proposalId }, header },
      body: { why },
    }),
  );
};

export const RejectDialog = ({ proposal, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder<Readonly<{ reason: string }>, unknown>({
    send: async ({ reason }, key) => turnDown(proposal, reason, key),
    touches: TOUCHES,
    onDone: () => {
      tell(t('proposals.rejected'));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={t('proposals.reject')}
      lead={<Lead proposal={proposal} />}
      action={t('proposals.reject')}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
