import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

type Offered = Readonly<{ value: string; label: string }>;

/** Several of a list, ticked. */
export const TickField = ({
  name,
  label,
  options,
  least,
}: Readonly<{ name: string; label: string; options: readonly Offered[]; least: number }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, type: 'array', min: least, message: t('rounds.proposals.atLeast', { count: least }) }]}
    >
      <Ticks options={options} label={label} />
    </Form.Item>
  );
};

/** antd hands the value and its change to what stands in an item. */
const Ticks = ({
  options,
  label,
  value = [],
  onChange,
}: Readonly<{
  options: readonly Offered[];
  label: string;
  value?: readonly string[];
  onChange?: (value: readonly string[]) => void;
}>) => (
  <div role="group" aria-label={label} className="ticks">
    {options.map(({ value: each, label: text }) => (
      <label key={each} className="tick">
        <input
          type="checkbox"
          checked={value.includes(each)}
          onChange={() => onChange?.(value.includes(each) ? value.filter((one) => one !== each) : [...value, each])}
        />
        {text}
      </label>
    ))}
  </div>
);
