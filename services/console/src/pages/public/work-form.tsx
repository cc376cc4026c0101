import { Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../api/order.ts';
import { useCalled } from '../../components/document-names.ts';
import { either } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { type Entered, enterWork, type Filled, type Files, type Registration } from './bring-work.ts';

const LINE_CHARS_MAX = 200;
const SUMMARY_CHARS_MAX = 4_000;

const FileField = ({ label, onFile }: Readonly<{ label: string; onFile: (file: File | undefined) => void }>) => {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState<string>();
  return (
    <div className="field wide">
      <label htmlFor={id}>{label}</label>
      <span className="row">
        <label className="file-button">
          {t(name === undefined ? 'works.chooseFile' : 'works.otherFile')}
          <input
            id={id}
            type="file"
            className="unseen"
            required
            onChange={({ target }) => {
              const file = target.files?.[0];
              setName(file?.name);
              onFile(file);
            }}
          />
        </label>
        <span className="quiet">{name ?? t('works.noFile')}</span>
      </span>
      <small>{t('works.fileHint')}</small>
    </div>
  );
};

const requiredBy = (message: string) => [{ required: true, whitespace: true, message }];

/** Who made it: asked for with each change, since the page is never told. */
const AuthorFields = () => {
  const { t } = useTranslation();
  const rules = requiredBy(t('required'));
  return (
    <>
      <p>{t('works.privacy')}</p>
      <Form.Item name="authorName" label={t('works.authorName')} rules={rules}>
        <Input autoComplete="name" maxLength={LINE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="authorContact" label={t('works.authorContact')} rules={rules}>
        <Input autoComplete="tel" maxLength={LINE_CHARS_MAX} />
      </Form.Item>
    </>
  );
};

/** Of each file what tells it from another: a mended order with another file is another order. */
type ChosenFile = Readonly<{ document: string; file: File; name: string; size: number; changed: number }>;
type Sent = Readonly<{ filled: Filled; chosen: readonly ChosenFile[] }>;

const chosenOf = (files: Files, documents: readonly string[]): readonly ChosenFile[] =>
  Object.entries(files)
    .filter(([document]) => documents.includes(document))
    .map(([document, file]) => ({ document, file, name: file.name, size: file.size, changed: file.lastModified }));

/** What is entered by a code, or changed: its words and files, and who made it. */
export const WorkForm = ({
  code,
  registration,
  onEntered,
}: Readonly<{ code: string; registration: Registration; onEntered: (entered: Entered, title: string) => void }>) => {
  const { t } = useTranslation();
  const { work } = registration;
  const standing = work === null || work.standing === 'withdrawn' ? null : work;
  // One work a code: another category is open to it once it was taken back.
  const categories = registration.categories.filter((one) => standing === null || one.track === standing.track);
  const [form] = Form.useForm<Filled>();
  const track = Form.useWatch('track', form) ?? work?.track ?? '';
  const [files, setFiles] = useState<Files>({});
  const category = categories.find((one) => one.track === track);
  const called = useCalled(category?.documentNames ?? []);
  const asked = category?.documents ?? [];
  const documents = asked.length === 0 ? [''] : asked;
  const send = useOrder({
    send: async ({ filled, chosen }: Sent, key) => {
      const named = Object.fromEntries(chosen.map(({ document, file }) => [document, file]));
      return enterWork(code, { filled, files: named, revision: standing?.revision, key });
    },
    touches: [],
    onDone: (entered, { filled }) => onEntered(entered, filled.title),
  });
  const required = requiredBy(t('required'));
  const first = { track: work?.track ?? '', title: work?.title ?? '', summary: work?.summary ?? '' };
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      initialValues={first}
      onFinish={(filled) => send.mutate({ filled, chosen: chosenOf(files, documents) })}
      scrollToFirstError={{ focus: true }}
    >
      {send.isError && <ProblemNotice error={send.error} />}
      <SelectField
        name="track"
        label={t('works.track')}
        options={categories.map((one) => ({
          value: one.track,
          label: either(one.nameZh, one.nameEn),
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
          label={document === '' ? t('works.anyFile') : t('works.file', { name: called(document) })}
          onFile={(file) => {
            const { [document]: _gone, ...others } = files;
            setFiles(file === undefined ? others : { ...others, [document]: file });
          }}
        />
      ))}
      <AuthorFields />
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t(standing === null ? 'works.submit' : 'works.change')}
      </Button>
    </Form>
  );
};
