import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayDay } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { Papers, usePapers } from '../checklists/papers.tsx';
import { TextField } from '../../components/text-field.tsx';
import { SameAsField, type TypedWorth, worthOf, WorthField } from './claim-fields.tsx';
import {
  type Asked,
  type Bonus,
  BONUS_TOUCHES,
  type Claim,
  type Group,
  type Item,
  itemName,
  ofEntry,
} from './shared.ts';

const HONOUR_CHARS_MAX = 100;

type Typed = TypedWorth & Readonly<{ honour: string; achievedOn: string; account?: string }>;

/** What whoever is judged claims for an item: what it is called, at which level, when, and which documents show it. */
export const ClaimDialog = ({
  bonus,
  group,
  item,
  onClose,
  ...of
}: Asked & Readonly<{ bonus: Bonus; group: Group; item: Item }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const added = usePapers();
  const { sourceId } = group;
  const order = useOrder({
    send: async ({ honour, achievedOn, account = '', ...worth }: Typed, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/bonus-claims', {
          params: { path: ofEntry(of), header: under(key) },
          body: {
            ...{ sourceId, itemId: item.itemId, honour, achievedOn, account, ...worthOf(worth) },
            evidence: [...added.hashes],
          },
        }),
      ),
    touches: BONUS_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('bonuses.claimed'));
    },
  });
  const mutate = added.whole(order.mutate, group.documentRequired);
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const { judgedFrom, judgedTo } = bonus;
  const judged =
    judgedFrom === null || judgedTo === null
      ? undefined
      : t('bonuses.judged', { from: sayDay(judgedFrom), to: sayDay(judgedTo) });
  return (
    <OrderDialog<Typed>
      title={t('bonuses.claimTitle', { item: itemName(item) })}
      action={t('bonuses.send')}
      order={{ ...order, mutate }}
      onClose={onClose}
    >
      <Form.Item name="honour" label={t('bonuses.honour')} rules={required}>
        <Input maxLength={HONOUR_CHARS_MAX} />
      </Form.Item>
      <WorthField item={item} />
      <Form.Item name="achievedOn" label={t('bonuses.on')} extra={judged} rules={required}>
        <DayInput />
      </Form.Item>
      {group.once && <SameAsField bonus={bonus} of={{ sourceId, itemId: item.itemId }} />}
      <TextField name="account" label={t('bonuses.account')} isOptional />
      <Papers added={added} needs={t('bonuses.needsPaper')} />
    </OrderDialog>
  );
};

/** Taken back by those who claimed, before it was decided. */
export const WithdrawClaimDialog = ({ claim, onClose, ...of }: Asked & Readonly<{ claim: Claim }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { claimId } = claim;
  const order = useOrder({
    send: async (body: Readonly<{ why: string }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/bonus-claims/{claimId}/withdraw', {
          params: { path: { ...ofEntry(of), claimId }, header: under(key) },
          body,
        }),
      ),
    touches: BONUS_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('bonuses.withdrawn'));
    },
  });
  return (
    <OrderDialog<Readonly<{ why: string }>>
      title={t('bonuses.withdrawTitle')}
      lead={<p>{claim.honour}</p>}
      action={t('bonuses.withdraw')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <TextField name="why" label={t('reason')} />
    </OrderDialog>
  );
};
