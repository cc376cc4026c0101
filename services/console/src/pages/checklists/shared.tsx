import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';

export type List = Schemas['Checklist'];
export type Area = Schemas['ChecklistArea'];
export type Item = Schemas['ChecklistItem'];
export type Finding = Schemas['ChecklistFinding'];
export type Of = Readonly<{ roundId: string; entryId: string }>;
export type Asked = Of & Readonly<{ onClose: () => void }>;

export const LIST_TOUCHES = [['checklists'], ['work']] as const;

const TEXT_CHARS_MAX = 2_000;

export const ofEntry = ({ roundId, entryId }: Of): Of => ({ roundId, entryId });

/** As the template calls it; where it gives no name, its id. */
export const itemName = ({ nameZh, nameEn, itemId }: Item): string =>
  nameZh === null ? itemId : either(nameZh, nameEn);
export const areaName = ({ nameZh, nameEn, areaId }: Area): string =>
  nameZh === null ? areaId : either(nameZh, nameEn);

/** What somebody writes at length. */
export const TextField = ({
  name,
  label,
  isOptional = false,
}: Readonly<{ name: string; label: string; isOptional?: boolean }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={isOptional ? [] : [{ required: true, whitespace: true, message: t('required') }]}
    >
      <Input.TextArea rows={4} maxLength={TEXT_CHARS_MAX} showCount />
    </Form.Item>
  );
};
