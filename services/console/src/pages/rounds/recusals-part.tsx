import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { roundRecusals } from '../../api/questions/rounds.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';
import { runsRounds } from './may-do.ts';
import type { Grants } from './round-frame.tsx';

type Recusal = Schemas['Recusal'];

const useColumns = (): readonly Column<Recusal>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'who',
      title: t('rounds.seats.evaluator'),
      isHead: true,
      cell: ({ personName }) => nameIn(personName) ?? t('none'),
    },
    { key: 'entry', title: t('rounds.recusal.entry'), cell: ({ entryName }) => nameIn(entryName) ?? t('none') },
    { key: 'cause', title: t('rounds.recusals.whence'), cell: ({ cause }) => t(`rounds.recusal.cause.${cause}`) },
  ];
};

const keyOf = ({ seatId, entryId, cause }: Recusal): string => `${seatId} ${entryId} ${cause}`;

/** Who scores what not: first what somebody declared, which two persons can lift, then what follows from whose the entries are. */
export const RecusalsPart = ({ roundId, grants }: Readonly<{ roundId: string; grants: Grants }>) => {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <Part id="recusals" title={t('rounds.recusals.all')} query={useQuery(roundRecusals(roundId))}>
      {({ items }) => {
        const declared = items.filter(({ cause }) => cause === 'declared');
        const byItself = items.filter(({ cause }) => cause !== 'declared');
        return (
          <>
            <p className="quiet">{t('rounds.recusals.allLead')}</p>
            {declared.length === 0 ? (
              <p>{t('rounds.recusals.noneDeclared')}</p>
            ) : (
              <>
                <ListTable label={t('rounds.recusals.all')} columns={columns} rows={declared} keyOf={keyOf} />
                {runsRounds(grants) && (
                  <p>
                    {t('rounds.recusals.liftBy')}{' '}
                    <Link to="/rounds/$roundId/proposals" params={{ roundId }}>
                      {t('rounds.tab.proposals')}
                    </Link>
                  </p>
                )}
              </>
            )}
            {byItself.length > 0 && (
              <details>
                <summary>{t('rounds.recusals.byItself', { count: byItself.length })}</summary>
                <ListTable label={t('rounds.recusals.byItselfTitle')} columns={columns} rows={byItself} keyOf={keyOf} />
              </details>
            )}
          </>
        );
      }}
    </Part>
  );
};
