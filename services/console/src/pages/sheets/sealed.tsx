import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { sheetReceipt } from '../../api/questions/sheets.ts';
import { sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';
import type { Desk } from '../../sheets/desk.ts';
import { Reopening } from './reopening.tsx';

/** What is left of a submitted sheet: its receipt, to print and sign. No mark. */
export const Sealed = ({ desk, reread }: Readonly<{ desk: Desk; reread: () => void }>) => {
  const { t } = useTranslation();
  const { roundId } = desk;
  return (
    <>
      <p>{t('sealed.lead')}</p>
      <Part id="receipt" title={t('sealed.receipt')} query={useQuery(sheetReceipt(roundId))}>
        {(receipt) => (
          <>
            {receipt.late && (
              <p className="note" role="alert">
                {t('sealed.late')}
              </p>
            )}
            <dl className="facts receipt-facts">
              <dt>{t('sealed.person')}</dt>
              <dd>{nameIn(receipt.personName) ?? t('none')}</dd>
              <dt>{t('sealed.round')}</dt>
              <dd>{nameIn(receipt.roundName) ?? nameIn(receipt.editionName)}</dd>
              <dt>{t('sealed.at')}</dt>
              <dd>{sayMoment(receipt.submittedAt)}</dd>
              <dt>{t('sealed.marks')}</dt>
              <dd>{receipt.marks}</dd>
              <dt>{t('sealed.closing')}</dt>
              <dd>{t('sealed.closingValue', { count: receipt.closing })}</dd>
              <dt>{t('sealed.position')}</dt>
              <dd>{receipt.position}</dd>
              <dt>{t('sealed.hash')}</dt>
              <dd>
                <code>{receipt.sealedHash}</code>
              </dd>
            </dl>
            <p className="print-only">{t('sealed.signature')}</p>
          </>
        )}
      </Part>
      <p className="row screen-only">
        <Button type="primary" onClick={() => window.print()}>
          {t('sealed.print')}
        </Button>
        <Button href={`/v1/rounds/${roundId}/my-sheet.pdf`}>{t('sealed.pdf')}</Button>
        <Link to="/my-sheets">{t('sheet.toMine')}</Link>
      </p>
      <Reopening desk={desk} reread={reread} />
    </>
  );
};
