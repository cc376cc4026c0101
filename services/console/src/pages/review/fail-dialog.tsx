import { useTranslation } from 'react-i18next';
import { OrderDialog, type Sending } from '../../components/order-dialog.tsx';
import { useWhat } from '../../components/what-it-is.tsx';

/** What the unit will read, once more, before it is said. */
export const FailDialog = ({
  failures,
  order,
  onClose,
}: Readonly<{
  failures: readonly Readonly<{ item: string; explanation: string }>[];
  order: Sending<object>;
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  return (
    <OrderDialog
      title={t('review.failTitle')}
      lead={
        <>
          <p>{t('review.failLead', { what: useWhat() })}</p>
          <dl className="facts">
            {failures.map(({ item, explanation }) => (
              <div key={item}>
                <dt>{item}</dt>
                <dd className="prose">{explanation}</dd>
              </div>
            ))}
          </dl>
        </>
      }
      action={t('review.confirmFail')}
      isDangerous
      order={order}
      onClose={onClose}
    />
  );
};
