import { useTranslation } from 'react-i18next';
import { OrderDialog, ReasonField, type Sending } from '../../components/order-dialog.tsx';

/** Takes over what others have claimed; they are told why. */
export const TakeOverDialog = ({
  count,
  order,
  onClose,
}: Readonly<{ count: number; order: Sending<Readonly<{ reason: string }>>; onClose: () => void }>) => {
  const { t } = useTranslation();
  return (
    <OrderDialog<Readonly<{ reason: string }>>
      title={t('claims.takeOver', { count })}
      lead={<p>{t('claims.takeOverLead')}</p>}
      action={t('claims.takeOver', { count })}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
