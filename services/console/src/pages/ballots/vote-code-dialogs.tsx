import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';

export type Made = Schemas['VoteCodesMade'];
export type Batch = Schemas['VoteCodeBatch'];
export type CodeBallot = Schemas['CodeBallot'];

const CODES_PER_ORDER_MAX = 200;
const FIRST_COUNT = 50;

type OfBallot = Readonly<{ roundId: string; ballot: CodeBallot; onClose: () => void }>;

const touchesOf = (roundId: string) => [['ballots', roundId, 'codes']];

/** Codes for the votes about one entry. */
export const MakeDialog = ({
  roundId,
  ballot,
  onMade,
  onClose,
}: OfBallot & Readonly<{ onMade: (made: Made) => void }>) => {
  const { t } = useTranslation();
  const { sourceId, entries } = ballot;
  const order = useOrder({
    send: async (body: Readonly<{ entryId: string; count: number }>, key: string) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/vote-codes/{sourceId}', {
          params: { path: { roundId, sourceId }, header: under(key) },
          body,
        }),
      ),
    touches: touchesOf(roundId),
    onDone: onMade,
  });
  return (
    <OrderDialog
      title={t('voteCodes.make')}
      lead={t('voteCodes.makeLead', { least: ballot.least })}
      action={t('voteCodes.make')}
      first={{ count: FIRST_COUNT }}
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="entryId"
        label={t('ballots.entry')}
        options={entries.map(({ entryId, title }) => ({ value: entryId, label: title }))}
      />
      <Form.Item name="count" label={t('voteCodes.count')} rules={[{ required: true, message: t('required') }]}>
        <InputNumber min={1} max={CODES_PER_ORDER_MAX} precision={0} />
      </Form.Item>
    </OrderDialog>
  );
};

/** What is done about voiding a batch: proposed or let stand with a reason, carried out by another person. */
export type Voiding = Readonly<{ act: 'propose' | 'reject' | 'carryOut'; batch: Batch }>;

export const VoidingDialog = ({ roundId, ballot, voiding, onClose }: OfBallot & Readonly<{ voiding: Voiding }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { act, batch } = voiding;
  const order = useOrder({
    send: async ({ reason: why = '' }: Readonly<{ reason?: string }>, key: string) => {
      const path = { roundId, sourceId: ballot.sourceId, batchId: batch.batchId };
      const params = { path, header: under(key) };
      const of = '/v1/rounds/{roundId}/vote-codes/{sourceId}/batches/{batchId}/voiding' as const;
      if (act === 'carryOut') return answerOf(api.POST(`${of}/carry-out`, { params }));
      if (act === 'reject') return answerOf(api.POST(`${of}/rejection`, { params, body: { why } }));
      return answerOf(api.POST(of, { params, body: { why } }));
    },
    touches: touchesOf(roundId),
    onDone: () => {
      tell(t('campaigns.done'));
      onClose();
    },
  });
  return (
    <OrderDialog<Readonly<{ reason?: string }>>
      title={t(`voteCodes.${act}`)}
      lead={t(`voteCodes.${act}Lead`, { entry: batch.title, made: batch.made, why: batch.why })}
      action={t(`voteCodes.${act}`)}
      isDangerous={act !== 'reject'}
      order={order}
      onClose={onClose}
    >
      {act !== 'carryOut' && <ReasonField />}
    </OrderDialog>
  );
};
