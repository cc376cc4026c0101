import { Form } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { Draft } from '../api/draft.ts';
import { DraftMark } from './draft-mark.tsx';
import { Loading } from './loading.tsx';

/** A form whose every letter is kept as a draft; it shows again what was typed before, here or elsewhere. */
export const DraftForm = <Value extends object>({
  draft,
  onFinish,
  children,
}: Readonly<{ draft: Draft<Value>; onFinish: (value: Value) => void; children: ReactNode }>) => {
  const [form] = Form.useForm<Value>();
  const { value, state } = draft;
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (state === 'reading') return;
    // Taken from elsewhere or put right by the page; what was typed here stands in both already.
    if (JSON.stringify({ ...value, ...form.getFieldsValue(true) }) !== JSON.stringify(value))
      form.setFieldsValue(value as never);
  }, [form, state, value]);
  if (state === 'reading') return <Loading />;
  return (
    <Form<Value>
      form={form}
      layout="vertical"
      initialValues={value}
      onValuesChange={() => {
        setTouched(true);
        draft.set({ ...draft.value, ...(form.getFieldsValue(true) as Value) });
      }}
      onFinish={(filled) => onFinish({ ...draft.value, ...filled })}
      scrollToFirstError={{ focus: true }}
    >
      {children}
      {/* Of what nobody has typed there is no draft. */}
      {(touched || state !== 'saved') && <DraftMark draft={draft} />}
    </Form>
  );
};
