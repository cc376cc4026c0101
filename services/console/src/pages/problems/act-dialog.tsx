import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { dayAfter, today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { OrganizationField } from '../../components/pick-fields.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { type Told, TOUCHES } from './shared.tsx';

const OWNER_ROLES = ['unit-officer', 'branch-secretary'] as const;
const CAUSES = ['merged', 'split', 'dissolved', 'mistaken', 'other'] as const;
const DAYS_FIRST = 30;
const YEAR_DAYS = 366;

/** What each act asks for beside its order. */
const ASKS = {
  assign: ['owner', 'day'],
  extend: ['day', 'why'],
  'hand-over': ['owner', 'day', 'cause', 'why'],
  'hand-in': ['note'],
  'take-back': ['why'],
  'send-back': ['day', 'why'],
  close: ['note'],
  reopen: ['day', 'why'],
  propose: ['why'],
  reject: ['why'],
  withdraw: ['why'],
} as const satisfies Readonly<Record<string, readonly ('owner' | 'day' | 'cause' | 'why' | 'note')[]>>;
export type Act = keyof typeof ASKS;

const DANGEROUS: readonly Act[] = ['withdraw'];

type Typed = Readonly<{
  ownerId: string;
  ownerRole: (typeof OWNER_ROLES)[number];
  dueOn: string;
  cause: (typeof CAUSES)[number];
  why: string;
  note: string;
}>;

const send = async (act: Act, { problem, proposal }: Told, typed: Typed, key: string): Promise<unknown> => {
  const { problemId } = problem;
  const params = { path: { problemId }, header: under(key) };
  const ofProposal = { path: { problemId, proposalId: proposal?.proposalId ?? '' }, header: under(key) };
  const { ownerId, ownerRole, dueOn, cause, why, note } = typed;
  switch (act) {
    case 'assign':
      return answerOf(api.POST('/v1/problems/{problemId}/assign', { params, body: { ownerId, ownerRole, dueOn } }));
    case 'extend':
      return answerOf(api.POST('/v1/problems/{problemId}/extend', { params, body: { dueOn, why } }));
    case 'hand-over':
      return answerOf(
        api.POST('/v1/problems/{problemId}/hand-over', { params, body: { ownerId, ownerRole, dueOn, cause, why } }),
      );
    case 'hand-in':
      return answerOf(api.POST('/v1/problems/{problemId}/hand-in', { params, body: { note } }));
    case 'take-back':
      return answerOf(api.POST('/v1/problems/{problemId}/take-back', { params, body: { why } }));
    case 'send-back':
      return answerOf(api.POST('/v1/problems/{problemId}/send-back', { params, body: { dueOn, why } }));
    case 'close':
      return answerOf(api.POST('/v1/problems/{problemId}/close', { params, body: { note } }));
    case 'reopen':
      return answerOf(api.POST('/v1/problems/{problemId}/reopen', { params, body: { dueOn, why } }));
    case 'propose':
      return answerOf(api.POST('/v1/problems/{problemId}/withdrawals', { params, body: { why } }));
    case 'reject':
      return answerOf(
        api.POST('/v1/problems/{problemId}/withdrawals/{proposalId}/reject', { params: ofProposal, body: { why } }),
      );
    case 'withdraw':
      return answerOf(
        api.POST('/v1/problems/{problemId}/withdrawals/{proposalId}/carry-out', { params: ofProposal, body: { why } }),
      );
  }
};

const OwnerFields = ({ told }: Readonly<{ told: Told }>) => {
  const { t } = useTranslation();
  const { organizationId, organizationName } = told.problem;
  const known = [{ value: organizationId, label: nameIn(organizationName) ?? organizationId }];
  return (
    <>
      <OrganizationField name="ownerId" label={t('problems.owner')} known={known} />
      <SelectField
        name="ownerRole"
        label={t('problems.ownerRole')}
        options={OWNER_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
    </>
  );
};

/** One order about a problem, with what it needs. */
export const ActDialog = ({ act, told, onClose }: Readonly<{ act: Act; told: Told; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const asks: readonly string[] = ASKS[act];
  const order = useOrder({
    send: async (typed: Typed, key: string) => send(act, told, typed, key),
    touches: TOUCHES,
    onDone: () => {
      tell(t('problems.done'));
      onClose();
    },
  });
  return (
    <OrderDialog<Typed>
      title={t(`problems.acts.${act}`)}
      lead={<p>{t(`problems.leads.${act}`)}</p>}
      action={t(`problems.acts.${act}`)}
      isDangerous={DANGEROUS.includes(act)}
      first={{ dueOn: dayAfter(today(), DAYS_FIRST) }}
      order={order}
      onClose={onClose}
    >
      {asks.includes('owner') && <OwnerFields told={told} />}
      {asks.includes('day') && (
        <Form.Item
          name="dueOn"
          label={t('problems.dueOn')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <DayInput min={today()} max={dayAfter(today(), YEAR_DAYS)} />
        </Form.Item>
      )}
      {asks.includes('cause') && (
        <SelectField
          name="cause"
          label={t('problems.cause')}
          options={CAUSES.map((value) => ({ value, label: t(`problems.causes.${value}`) }))}
        />
      )}
      {asks.includes('note') && (
        <TextField name="note" label={t(`problems.notes.${act === 'close' ? 'close' : 'hand-in'}`)} />
      )}
      {asks.includes('why') && <ReasonField name="why" />}
    </OrderDialog>
  );
};
