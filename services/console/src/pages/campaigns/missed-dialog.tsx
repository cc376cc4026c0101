import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { Choice } from '../../components/choice.tsx';
import { either } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { PersonField } from '../../components/pick-fields.tsx';
import { useTell } from '../../components/told.tsx';
import { useState } from 'react';
import { missedWord } from './roll-of-people.ts';
import type { Edition } from './stages.ts';

type Missed = Readonly<{ personId: string; reason: string }>;

/** Who belongs on a list of people and was not found is put on it, with what that goes by. */
export const MissedDialog = ({ one, onClose }: Readonly<{ one: Edition; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { editionId, committeeId, tracks } = one;
  const [track, setTrack] = useState(tracks[0]?.track ?? '');
  const order = useOrder({
    send: async ({ personId, reason: why }: Missed, key: string) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/roll/included', {
          params: { path: { editionId }, header: under(key) },
          body: { track, subjectId: personId, why },
        }),
      ),
    touches: [['editions', 'roll', editionId], ['editions']],
    onDone: () => {
      tell(t('campaigns.done'));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={t('roll.addMissed')}
      lead={t(missedWord(one))}
      action={t('roll.include')}
      order={order}
      onClose={onClose}
    >
      {tracks.length > 1 && (
        <Choice
          label={t('roll.track')}
          value={track}
          options={tracks.map(({ track: value, nameZh, nameEn }) => ({ value, label: either(nameZh, nameEn) }))}
          onChoose={(chosen) => setTrack(chosen ?? track)}
        />
      )}
      <PersonField name="personId" label={t('roll.missedPerson')} under={committeeId} />
      <ReasonField />
    </OrderDialog>
  );
};
