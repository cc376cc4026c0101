import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import type { Option } from '../../components/choice.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { isChosen, type Track, trackName } from '../nominating/nomination.ts';
import { SubjectFields, useSubjects } from '../nominating/subject-fields.tsx';
import { OWN_NOTICE_TOUCHES } from './shared.ts';

type Typed = Readonly<{ nominatorId: string; track: string; subjectId?: string; title: string }>;

const Where = ({ nominators, tracks }: Readonly<{ nominators: readonly Option[]; tracks: readonly Track[] }>) => {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="nominatorId" label={t('ownNotices.nominator')} hidden={nominators.length === 1}>
        <select className="wide">
          {nominators.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="track" label={t('projects.track')} hidden={tracks.length === 1}>
        <select className="wide">
          {tracks.map((one) => (
            <option key={one.track} value={one.track}>
              {trackName(one)}
            </option>
          ))}
        </select>
      </Form.Item>
    </>
  );
};

/** What is meant to be declared: in which category, and how it is called. */
export const BeginDialog = ({
  editionId,
  nominators,
  tracks,
  onClose,
}: Readonly<{
  editionId: string;
  nominators: readonly [Option, ...Option[]];
  tracks: readonly [Track, ...Track[]];
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const first = { nominatorId: nominators[0].value, track: tracks[0].track, subjectId: '', title: '' };
  const [typed, setTyped] = useState<Typed>(first);
  const track = tracks.find((one) => one.track === typed.track) ?? tracks[0];
  const subjects = useSubjects(track, typed.nominatorId);
  const order = useOrder({
    send: async ({ subjectId = '', title, nominatorId }: Typed, key) =>
      answerOf(
        api.POST('/v1/own-notices', {
          params: { header: under(key) },
          body: {
            ...{ editionId, nominatorId, track: track.track, title: title.trim() },
            ...(isChosen(track) ? { subjectId } : {}),
          },
        }),
      ),
    touches: OWN_NOTICE_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('ownNotices.begun'));
    },
  });
  return (
    <OrderDialog<Typed>
      title={t('ownNotices.beginTitle')}
      lead={<p>{t('ownNotices.beginLead')}</p>}
      action={t('ownNotices.begin')}
      first={first}
      order={order}
      onClose={onClose}
      onTyped={setTyped}
    >
      <Where nominators={nominators} tracks={tracks} />
      <SubjectFields track={track} {...subjects} />
    </OrderDialog>
  );
};
