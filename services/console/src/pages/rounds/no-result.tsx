import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Around everything that only would be: nobody can take it for a result, neither by eye nor by ear. */
export const NoResult = ({ children }: Readonly<{ children: ReactNode }>) => {
  const { t } = useTranslation();
  return (
    <section className="part what-if" aria-labelledby="what-if">
      <h2 id="what-if">{t('rounds.whatIf.title')}</h2>
      <p className="note">{t('rounds.whatIf.label')}</p>
      {children}
    </section>
  );
};
