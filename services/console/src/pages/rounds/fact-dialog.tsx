import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayFactValue } from '../../components/fact-value.ts';
import { either } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { FileInput } from './file-input.tsx';

export type FactAnswer = Schemas['FactAnswer'];
export type FactQuestion = Schemas['FactQuestion'];
type Typed = Readonly<{ value: string | number; file?: string; why: string }>;
type Asked = Readonly<{ roundId: string; one: FactAnswer; question: FactQuestion; onClose: () => void }>;

const COUNTED_MAX = 1_000_000;

const wordsOf = ({ answerKind, words }: FactQuestion): readonly string[] =>
  answerKind === 'flag' ? ['true', 'false'] : [...words, 'other'];

/** One question about one entry: what was found, what it goes by, and a document by its hash. */
export const FactDialog = ({ roundId, one, question, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { entryId, questionId, title, standing, known } = one;
  const isFirst = standing !== 'answered';
  const order = useOrder({
    send: async ({ value, file, why }: Typed, key) => {
      const asked = {
        params: { path: { roundId, entryId, questionId }, header: under(key) },
        body: { value: String(value), why, ...(file === undefined ? {} : { file }) },
      };
      return isFirst
        ? answerOf(api.POST('/v1/rounds/{roundId}/entries/{entryId}/facts/{questionId}', asked))
        : answerOf(api.POST('/v1/rounds/{roundId}/entries/{entryId}/facts/{questionId}/correct', asked));
    },
    touches: [['rounds', roundId]],
    onDone: () => {
      onClose();
      tell(t(isFirst ? 'rounds.facts.done' : 'rounds.facts.put'));
    },
  });
  return (
    <OrderDialog<Typed>
      title={t(isFirst ? 'rounds.facts.sayTitle' : 'rounds.facts.correctTitle', { name: title })}
      lead={
        <>
          <p>{either(question.zh, question.en)}</p>
          {known !== null && <p className="quiet">{t('rounds.facts.known', { value: sayFactValue(known) })}</p>}
        </>
      }
      action={t(isFirst ? 'rounds.facts.say' : 'rounds.facts.correct')}
      order={order}
      onClose={onClose}
    >
      {question.answerKind === 'count' ? (
        <Form.Item
          name="value"
          label={t('rounds.facts.value')}
          rules={[{ required: true, message: t('required') }]}
          {...(known === null ? {} : { initialValue: Number(known) })}
        >
          <InputNumber min={0} max={COUNTED_MAX} precision={0} />
        </Form.Item>
      ) : (
        <SelectField
          name="value"
          label={t('rounds.facts.value')}
          options={wordsOf(question).map((value) => ({ value, label: sayFactValue(value) }))}
        />
      )}
      <TextField name="why" label={t('rounds.facts.basis')} />
      <Form.Item name="file" label={t('rounds.facts.file')}>
        <FileInput />
      </Form.Item>
    </OrderDialog>
  );
};
