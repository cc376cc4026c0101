import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entered } from './bring-work.ts';

/** What proves that a work was handed in. It stands above the form that was sent, so it takes the focus: nobody has to look for it. */
export const WorkReceipt = ({ entered, title }: Readonly<{ entered: Entered; title: string }>) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div className="receipt" role="status">
      <h2 ref={heading} tabIndex={-1}>
        {t('works.receipt')}
      </h2>
      <p>{t('works.receiptLead')}</p>
      <dl className="facts">
        <dt>{t('works.name')}</dt>
        <dd>{title}</dd>
        <dt>{t('works.number')}</dt>
        <dd className="work-proof">{entered.entryId}</dd>
        <dt>{t('works.proof')}</dt>
        <dd className="work-proof">{entered.receipt.events[0]?.hash}</dd>
      </dl>
      <Button onClick={() => window.print()}>{t('works.print')}</Button>
    </div>
  );
};
