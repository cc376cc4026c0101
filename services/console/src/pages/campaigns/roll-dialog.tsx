import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

export type Rolled = Schemas['RolledSubject'];

/** `confirm`: it is put on by its office though it stands there, which says that it is what the template needs. */
type How = 'exclude' | 'include' | 'confirm';
export type Correction = Readonly<{ one: Rolled; how: How }>;

/** What can be put right of one who stands on the roll, or does not. */
export const correctionsOf = ({ standing, cause }: Rolled, isList: boolean): readonly How[] => {
  if (standing === 'off') return ['include'];
  // From a list of people two take one off, where his entry is shown.
  if (isList) return cause === 'need-undecided' ? ['confirm'] : [];
  return cause === 'need-undecided' ? ['confirm', 'exclude'] : ['exclude'];
};

type Of = Readonly<{ editionId: string; correction: Correction; onClose: () => void }>;

/** Who stands on the roll is taken off it, who does not is put on it; with a reason, and until entries enter. */
export const RollDialog = ({ editionId, correction: { one, how }, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { subjectId, track } = one;
  const order = useOrder({
    send: async ({ reason: why }: Readonly<{ reason: string }>, key: string) => {
      const asked = {
        params: { path: { editionId }, header: under(key) },
        body: { subjectId, why, ...(track === null ? {} : { track }) },
      };
      return answerOf(
        how === 'exclude'
          ? api.POST('/v1/editions/{editionId}/roll/excluded', asked)
          : api.POST('/v1/editions/{editionId}/roll/included', asked),
      );
    },
    touches: [['editions', 'roll', editionId], ['editions']],
    onDone: () => {
      tell(t('campaigns.done'));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={t(`roll.${how}`)}
      lead={
        <>
          <p>{nameIn(one.subjectName)}</p>
          <p>{t(`roll.${how}Lead`)}</p>
        </>
      }
      action={t(`roll.${how}`)}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
