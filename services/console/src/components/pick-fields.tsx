import '../look/people.css';
import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationsFound } from '../api/questions/organizations.ts';
import { peopleFound } from '../api/questions/people.ts';
import { either, nameIn } from './names.ts';
import { SearchBox } from './search-box.tsx';
import type { Selectable } from './select-field.tsx';

type Asked = Readonly<{
  name: string;
  label: string;
  hint?: string | undefined;
  /** Offered before anything is searched. */
  known?: readonly Selectable[];
  isOptional?: boolean;
}>;

/** A search and what it finds; the only one found is chosen by itself. What was chosen stays in the list. */
const PickField = ({
  name,
  label,
  hint,
  known = [],
  isOptional = false,
  found,
  q,
  onSearch,
}: Asked & Readonly<{ found: readonly Selectable[] | undefined; q: string; onSearch: (q: string) => void }>) => {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | undefined>(name, form);
  const seen = useRef(new Map<string, Selectable>());
  for (const one of [...known, ...(found ?? [])]) seen.current.set(one.value, one);
  const only = found?.length === 1 ? found[0]?.value : undefined;
  useEffect(() => {
    if (q !== '' && only !== undefined) form.setFieldValue(name, only);
  }, [form, name, only, q]);
  const options = q === '' ? known : (found ?? []);
  const kept = chosen === undefined ? undefined : seen.current.get(chosen);
  const shown = kept === undefined || options.some(({ value }) => value === kept.value) ? options : [kept, ...options];
  return (
    <div
      className="pick"
      onKeyDown={(event) => {
        // Enter searches here; it does not send the form.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <SearchBox label={t('pick.search', { what: label })} value={q} onSearch={(words) => onSearch(words ?? '')} />
      <Form.Item
        name={name}
        label={label}
        extra={q !== '' && found?.length === 0 ? t('pick.nothing') : hint}
        initialValue=""
        rules={isOptional ? [] : [{ required: true, message: t('required') }]}
      >
        <select className="wide">
          <option value="">{shown.length === 0 ? t('pick.first') : t('choose')}</option>
          {shown.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </Form.Item>
    </div>
  );
};

/** An organization by name, pinyin or initials. */
export const OrganizationField = ({ kind, ...asked }: Asked & Readonly<{ kind?: string | undefined }>) => {
  const [q, setQ] = useState('');
  const { data } = useQuery({ ...organizationsFound(q, kind), placeholderData: (before) => before });
  const found = data?.items.map(({ organizationId, nameZh, nameEn, parentName }) => ({
    value: organizationId,
    label: [either(nameZh, nameEn), nameIn(parentName)].filter((part) => part !== undefined).join(' · '),
  }));
  return <PickField {...asked} found={q === '' ? undefined : found} q={q} onSearch={setQ} />;
};

/** Somebody of an organization, or from below it, by name, pinyin or initials. */
export const PersonField = ({ under, ...asked }: Asked & Readonly<{ under: string }>) => {
  const [q, setQ] = useState('');
  const { data } = useQuery({ ...peopleFound(under, q), placeholderData: (before) => before });
  const found = data?.items.map(({ personId, name, organizationName }) => ({
    value: personId,
    label: [name, nameIn(organizationName)].filter((part) => part !== undefined).join(' · '),
  }));
  return <PickField {...asked} found={q === '' ? undefined : found} q={q} onSearch={setQ} />;
};
