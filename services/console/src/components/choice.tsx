import { useId } from 'react';

export type Option = Readonly<{ value: string; label: string; count?: number | undefined }>;

/** One of several, by the browser's own list: known to everybody, and right on a phone. */
export const Choice = ({
  label,
  value,
  options,
  all,
  onChoose,
}: Readonly<{
  label: string;
  value: string | undefined;
  options: readonly Option[];
  /** What stands for no choice; absent: one is always chosen. */
  all?: string;
  onChoose: (value: string | undefined) => void;
}>) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map(({ value: each, label: text, count }) => (
          <option key={each} value={each}>
            {count === undefined ? text : `${text} (${count})`}
          </option>
        ))}
      </select>
    </div>
  );
};
