import '../../look/declaring.css';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { useAddedFiles } from '../declaring/added-files.ts';
import type { Evidence } from '../declaring/evidence.ts';
import { NewFiles } from '../declaring/new-files.tsx';
import { TOUCHES } from './shared.tsx';

const TEXT_CHARS_MAX = 4_000;
type Typed = Readonly<{ measure: string }>;

/** What was done, with photographs taken on the spot or files that lie on the device. */
export const MeasureForm = ({ problemId }: Readonly<{ problemId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const [files, setFiles] = useState<readonly Evidence[]>([]);
  const { uploads, sources } = useAddedFiles(files, setFiles);
  const underWay = uploads.all.length;
  const order = useOrder({
    send: async ({ measure }: Typed, key: string) =>
      answerOf(
        api.POST('/v1/problems/{problemId}/measures', {
          params: { path: { problemId }, header: under(key) },
          body: { measure, evidence: files.map(({ sha256 }) => sha256) },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      tell(t('problems.measureKept'));
      form.resetFields();
      setFiles([]);
    },
  });
  return (
    <section className="part" aria-labelledby="measure-title">
      <h2 id="measure-title">{t('problems.measure')}</h2>
      {order.isError && (
        <ProblemNotice error={order.error} again={() => order.mutate(form.getFieldsValue(true) as Typed)} />
      )}
      <Form<Typed>
        form={form}
        layout="vertical"
        onFinish={(typed) => order.mutate(typed)}
        scrollToFirstError={{ focus: true }}
      >
        <Form.Item
          name="measure"
          label={t('problems.what')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={4} maxLength={TEXT_CHARS_MAX} showCount />
        </Form.Item>
        <NewFiles files={files} sources={sources} uploads={uploads} taken={0} onChange={setFiles} isDescribed={false} />
        <p className="row send-row">
          <Button type="primary" htmlType="submit" loading={order.isPending} disabled={underWay > 0}>
            {underWay > 0 ? t('declaring.waitFor', { count: underWay }) : t('problems.keepMeasure')}
          </Button>
        </p>
      </Form>
    </section>
  );
};
