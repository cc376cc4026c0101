import { useTranslation } from 'react-i18next';
import { differences } from '../../components/text-diff.ts';

/** Two texts in one, word by word: what went is struck out, what came is underlined. */
export const Comparison = ({ before, after }: Readonly<{ before: string; after: string }>) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t('review.comparison')}</p>
      <p className="prose comparison">
        {differences(before, after)
          // Pieces have no names of their own, and none is moved.
          .map(({ text, kind }, at) => {
            const key = `${at} ${text}`;
            if (kind === 'same') return <span key={key}>{text}</span>;
            return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
          })}
      </p>
    </>
  );
};
