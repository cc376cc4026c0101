import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const PAUSE_MS = 350;

/** Searches while one types, and never while an input method composes. */
export const SearchBox = ({
  value,
  label,
  onSearch,
}: Readonly<{ value: string; label?: string; onSearch: (words: string | undefined) => void }>) => {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(value), [value]);
  const later = (words: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(words.trim() === '' ? undefined : words.trim()), PAUSE_MS);
  };
  return (
    <label className="field search">
      <span>{label ?? t('search')}</span>
      <input
        type="search"
        maxLength={100}
        value={text}
        placeholder={t('searchHint')}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={({ currentTarget }) => {
          composing.current = false;
          later(currentTarget.value);
        }}
        onChange={({ target }) => {
          setText(target.value);
          if (!composing.current) later(target.value);
        }}
      />
    </label>
  );
};
