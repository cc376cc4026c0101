import { Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../api/order.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { type Entered, enterWork, type Filled, type Files, type Registration } from './bring-work.ts';

const LINE_CHARS_MAX = 200;
const SUMMARY_CHARS_MAX = 4_000;

const FileField = ({ label, onFile }: Readonly<{ label: string; onFile: (file: File | undefined) => void }>) => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <br />
      <input id={id} type="file" required onChange={({ target }) => onFile(target.files?.[0])} />
      <br />
      <small>{t('works.fileHint')}</small>
    </p>
  );
};

/** What is entered by a code, or changed: its words and files, and who made it. */
export const WorkForm = ({
  code,
  registration,
  onEntered,
}: Readonly<{ code: string; registration: Registration; onEntered: (entered: Entered) => void }>) => {
  const { t, i18n } = useTranslation();
  const { categories, work } = registration;
  const [form] = Form.useForm<Filled>();
  const track = Form.useWatch('track', form) ?? work?.track ?? '';
  const [files, setFiles] = useState<Files>({});
  const asked = categories.find((one) => one.track === track)?.documents ?? [];
  const documents = asked.length === 0 ? [''] : asked;
  const send = useOrder({
    send: async (filled: Filled, key) => {
      const revision =
        work === null || work.standing === 'withdrawn' || work.track !== filled.track ? undefined : work.revision;
      const named = Object.fromEntries(Object.entries(files).filter(([document]) => documents.includes(document)));
      return enterWork(code, { filled, files: named, revision, key });
    },
    touches: [],
    onDone: onEntered,
  });
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const first = { track: work?.track ?? '', title: work?.title ?? '', summary: work?.summary ?? '' };
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      initialValues={first}
      onFinish={(filled) => send.mutate(filled)}
      scrollToFirstError={{ focus: true }}
    >
      {send.isError && <ProblemNotice error={send.error} />}
      <SelectField
        name="track"
        label={t('works.track')}
        options={categories.map((one) => ({
          value: one.track,
          label: i18n.language === 'en' ? one.nameEn : one.nameZh,
        }))}
      />
      <Form.Item name="title" label={t('works.name')} rules={required}>
        <Input maxLength={LINE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="summary" label={t('works.summary')} rules={required}>
        <Input.TextArea rows={6} maxLength={SUMMARY_CHARS_MAX} showCount />
      </Form.Item>
      {documents.map((document) => (
        <FileField
          key={document}
          label={document === '' ? t('works.anyFile') : t('works.file', { name: document })}
          onFile={(file) => {
            const { [document]: _gone, ...others } = files;
            setFiles(file === undefined ? others : { ...others, [document]: file });
          }}
        />
      ))}
      <p>{t('works.privacy')}</p>
      <Form.Item name="authorName" label={t('works.authorName')} rules={required}>
        <Input autoComplete="name" maxLength={LINE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="authorContact" label={t('works.authorContact')} rules={required}>
        <Input autoComplete="tel" maxLength={LINE_CHARS_MAX} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t(work === null ? 'works.submit' : 'works.change')}
      </Button>
    </Form>
  );
};
