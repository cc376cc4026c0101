import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../api/draft.ts';
import { finishedNotices } from '../../api/questions/own-notices.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import type { Nomination } from './nomination.ts';

/** Where the template asks for it, just what was made known and is over is put forward: chosen, and nothing of it written anew. */
export const MadeKnown = ({ editionId, draft }: Readonly<{ editionId: string; draft: Draft<Nomination> }>) => {
  const { t } = useTranslation();
  const { value } = draft;
  const query = useQuery({ ...finishedNotices(value.nominatorId, editionId), enabled: value.nominatorId !== '' });
  return (
    <Answered query={query}>
      {({ items }) => {
        const ready = items.filter(({ open, entryId }) => open === 0 && entryId === null);
        if (ready.length === 0)
          return (
            <p className="note">
              {t('ownNotices.nothingOver')}{' '}
              <Link to="/editions/$editionId/own-notices" params={{ editionId }}>
                {t('ownNotices.title')}
              </Link>
            </p>
          );
        const choose = (ownNoticeId: string | undefined): void => {
          const {
            track = value.track,
            subjectId = '',
            title = '',
          } = ready.find((one) => one.ownNoticeId === ownNoticeId) ?? {};
          draft.set({ ...value, ownNoticeId: ownNoticeId ?? '', track, subjectId, title });
        };
        return (
          <>
            <Choice
              label={t('ownNotices.choose')}
              value={value.ownNoticeId}
              all={t('choose')}
              options={ready.map(({ ownNoticeId, title }) => ({ value: ownNoticeId, label: title }))}
              onChoose={choose}
            />
            <p className="quiet">{t('ownNotices.chooseHint')}</p>
          </>
        );
      }}
    </Answered>
  );
};
