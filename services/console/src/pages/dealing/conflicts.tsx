import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { ProposeDialog } from '../rounds/proposal-form.tsx';
import type { Conflict, Dealing } from './shared.ts';

const keyOf = ({ seatId, entryId, cause }: Conflict): string => `${seatId} ${entryId} ${cause}`;

const useColumns = (dismiss: ((conflict: Conflict) => void) | undefined): readonly Column<Conflict>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'who',
      title: t('dealing.evaluator'),
      isHead: true,
      cell: ({ personName }) => nameIn(personName) ?? t('none'),
    },
    { key: 'entry', title: t('dealing.entry'), cell: ({ entryName }) => nameIn(entryName) ?? t('none') },
    {
      key: 'cause',
      title: t('dealing.cause'),
      cell: (conflict) => (
        <>
          {t(`dealing.causes.${conflict.cause}`)}
          {conflict.dismissed !== null && (
            <div className="quiet">{t('dealing.dismissed', { reason: t(`rounds.reason.${conflict.dismissed}`) })}</div>
          )}
          {dismiss && conflict.cause === 'former-unit' && conflict.dismissed === null && (
            <div>
              <button type="button" className="linklike" onClick={() => dismiss(conflict)}>
                {t('dealing.dismiss')}
              </button>
            </div>
          )}
        </>
      ),
    },
  ];
};

/** What keeps whom from what; what follows from where somebody was before can be found to be none, by two persons. */
export const Conflicts = ({ dealing, runs }: Readonly<{ dealing: Dealing; runs: boolean }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Conflict>();
  const { conflicts, roundId, standing } = dealing;
  const columns = useColumns(runs && standing === 'open' ? setAsked : undefined);
  return (
    <section className="part" aria-labelledby="conflicts">
      <h2 id="conflicts">{t('dealing.conflicts')}</h2>
      {conflicts.length === 0 ? (
        <p className="quiet">{t('dealing.noConflicts')}</p>
      ) : (
        <ListTable label={t('dealing.conflicts')} columns={columns} rows={conflicts} keyOf={keyOf} />
      )}
      {asked && (
        <ProposeDialog
          roundId={roundId}
          act="DismissConflict"
          first={{ personId: asked.personId, entryId: asked.entryId }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
};
