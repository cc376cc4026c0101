import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { lookAt } from '../../api/questions/templates.ts';
import { either } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { Lines } from './lines.tsx';

type Bound = Schemas['BoundCommittee'];
type Body = Schemas['PostV1PoliciesByCommitteeIdProposalsBody'];
type Of = Readonly<{ committeeId: string; onClose: () => void }>;

export const TOUCHES = [['policies'], ['work'], ['editions']] as const;

/** Every act about a policy is proposed so: it waits for a second person. */
const useProposal = ({ committeeId, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  return useOrder({
    send: async (body: Body, key) =>
      answerOf(
        api.POST('/v1/policies/{committeeId}/proposals', {
          params: { path: { committeeId }, header: under(key) },
          body,
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('policies.proposed'));
    },
  });
};

type Typed = Readonly<{ policy: string; reason: string }>;

/** What the platform says to the file while one types: its sentences, or what is wrong with it and where. */
const Looked = ({ committeeId, text }: Readonly<{ committeeId: string; text: string }>) => {
  const { t } = useTranslation();
  const { data } = useQuery({ ...lookAt(committeeId, text, true), enabled: text.trim() !== '' });
  if (text.trim() === '' || data === undefined || data.text !== text) return null;
  const { kind, problems, rules } = data.answer;
  return (
    <div role="status">
      {kind === 'template' && <p className="problem">{t('policies.isTemplate')}</p>}
      {kind === 'policy' && <Lines lines={rules} />}
      {problems.map(({ line, path, zh, en }) => (
        <p key={`${line} ${path} ${zh}`} className="problem">
          {t('policies.line', { line })} {either(zh, en)}
        </p>
      ))}
    </div>
  );
};

export const AdoptDialog = (of: Of) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const proposal = useProposal(of);
  return (
    <OrderDialog<Typed>
      title={t('policies.adopt')}
      lead={<p>{t('policies.adoptLead')}</p>}
      action={t('policies.propose')}
      order={{
        ...proposal,
        mutate: ({ policy, reason: why }) => proposal.mutate({ act: 'AdoptPolicy', policy, why }),
      }}
      onClose={of.onClose}
      onTyped={({ policy }) => setText(policy)}
    >
      <Form.Item
        name="policy"
        label={t('policies.file')}
        extra={t('policies.fileHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={8} spellCheck={false} className="code" />
      </Form.Item>
      <Looked committeeId={of.committeeId} text={text} />
      <ReasonField />
    </OrderDialog>
  );
};

export const RepealDialog = (of: Of) => {
  const { t } = useTranslation();
  const proposal = useProposal(of);
  return (
    <OrderDialog<Readonly<{ reason: string }>>
      title={t('policies.repeal')}
      lead={<p>{t('policies.repealLead')}</p>}
      action={t('policies.propose')}
      isDangerous
      order={{ ...proposal, mutate: ({ reason: why }) => proposal.mutate({ act: 'RepealPolicy', why }) }}
      onClose={of.onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

type Exempting = Readonly<{ year: number; templateId: string; reason: string }>;

export const ExemptDialog = ({ bound, year, ...of }: Of & Readonly<{ bound: Bound; year: number }>) => {
  const { t } = useTranslation();
  const proposal = useProposal(of);
  const { committeeId: boundId } = bound;
  return (
    <OrderDialog<Exempting>
      title={t('policies.exempt')}
      lead={<p>{t('policies.exemptLead')}</p>}
      action={t('policies.propose')}
      first={{ year }}
      order={{
        ...proposal,
        mutate: ({ reason: why, ...given }) => proposal.mutate({ act: 'GrantExemption', boundId, why, ...given }),
      }}
      onClose={of.onClose}
    >
      <Form.Item name="year" label={t('campaigns.ofYear')} rules={[{ required: true, message: t('required') }]}>
        <InputNumber min={1992} max={2099} />
      </Form.Item>
      <Form.Item
        name="templateId"
        label={t('policies.templateId')}
        extra={t('policies.templateIdHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={64} />
      </Form.Item>
      <ReasonField />
    </OrderDialog>
  );
};

export const EndExemptionDialog = ({ exemptionId, ...of }: Of & Readonly<{ exemptionId: string }>) => {
  const { t } = useTranslation();
  const proposal = useProposal(of);
  return (
    <OrderDialog<Readonly<{ reason: string }>>
      title={t('policies.endExemption')}
      lead={<p>{t('policies.endExemptionLead')}</p>}
      action={t('policies.propose')}
      isDangerous
      order={{
        ...proposal,
        mutate: ({ reason: why }) => proposal.mutate({ act: 'WithdrawExemption', exemptionId, why }),
      }}
      onClose={of.onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
