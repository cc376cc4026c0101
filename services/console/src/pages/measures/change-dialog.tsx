import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { usePapers } from '../checklists/papers.tsx';
import { type Asked, MEASURE_TOUCHES, type Measures, type Source, sourceName } from './shared.ts';
import { type TypedValue, ValueFields } from './value-fields.tsx';

type Because = Schemas['MeasureChangingReason'];

/** Alone while the round is open, or proposed to a second person. */
export type How = 'change' | 'propose';

const CHANGED = ['recorded-in-error', 'of-another-entry', 'source-corrected', 'attempt-void'] as const;
/** Of what was not recorded in time there is one reason only. */
const LATE = ['came-late'] as const;

type Typed = TypedValue & Readonly<{ asked: 'value' | 'none'; because: Because; why: string }>;

const useChange = (
  how: How,
  { attempt, sourceId, hashes }: Readonly<{ attempt: number; sourceId: string; hashes: readonly string[] }>,
  { onClose, roundId, entryId }: Asked,
) => {
  const { t } = useTranslation();
  const tell = useTell();
  return useOrder({
    send: async ({ asked, because, why, value, dayOf, origin }: Typed, key) => {
      const evidence = [...hashes];
      const change =
        asked === 'none'
          ? { asked, attempt, because }
          : { asked, attempt, because, value: value.trim(), dayOf, origin, evidence };
      const params = { path: { roundId, entryId, sourceId }, header: under(key) };
      const body = { change, why };
      return how === 'change'
        ? answerOf(api.POST('/v1/rounds/{roundId}/entries/{entryId}/measures/{sourceId}/change', { params, body }))
        : answerOf(api.POST('/v1/rounds/{roundId}/entries/{entryId}/measures/{sourceId}/proposals', { params, body }));
    },
    touches: MEASURE_TOUCHES,
    onDone: () => {
      onClose();
      tell(t(how === 'propose' ? 'measures.proposed' : 'measures.changed'));
    },
  });
};

/** What becomes of a value: another one with where it is from, or none; each with a reason. */
export const ChangeDialog = ({
  how,
  told,
  source,
  attempt,
  isRecorded,
  ...asked
}: Asked & Readonly<{ how: How; told: Measures; source: Source; attempt: number; isRecorded: boolean }>) => {
  const { t } = useTranslation();
  const [becomes, setBecomes] = useState<Typed['asked']>('value');
  const added = usePapers();
  const order = useChange(how, { attempt, sourceId: source.sourceId, hashes: added.hashes }, asked);
  const mutate = added.whole(order.mutate, becomes === 'value' && source.documentRequired);
  const reasons: readonly Because[] = isRecorded ? CHANGED : LATE;
  return (
    <OrderDialog<Typed>
      title={t(`measures.changeTitle.${how}`, { name: sourceName(source) })}
      lead={
        <p>
          {told.title} · {t('measures.attempt', { attempt })}
        </p>
      }
      action={t(how === 'propose' ? 'measures.propose' : 'measures.confirm')}
      first={{ asked: 'value' }}
      order={{ ...order, mutate }}
      onClose={asked.onClose}
      onTyped={(typed) => setBecomes(typed.asked)}
    >
      <Form.Item name="asked" label={t('measures.becomes')} hidden={!isRecorded}>
        <select className="wide">
          <option value="value">{t('measures.asked.value')}</option>
          <option value="none">{t('measures.asked.none')}</option>
        </select>
      </Form.Item>
      {becomes === 'value' && <ValueFields {...{ source, judged: told, added }} />}
      <SelectField
        name="because"
        label={t('measures.because')}
        options={reasons.map((value) => ({ value, label: t(`measures.becauses.${value}`) }))}
      />
      <TextField name="why" label={t('reason')} />
    </OrderDialog>
  );
};
