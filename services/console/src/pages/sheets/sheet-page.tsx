import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Loading } from '../../components/loading.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import '../../look/sheets.css';
import { type Found, useDesk } from '../../sheets/use-desk.ts';
import { useSaver } from '../../sheets/use-saver.ts';
import { useSheetLock } from '../../sheets/use-sheet-lock.ts';
import { startSheetWorker } from '../../sheets/start-worker.ts';
import { Reopening } from './reopening.tsx';
import { Sealed } from './sealed.tsx';
import { OpenSheet } from './sheet.tsx';

const page = getRouteApi('/rounds/$roundId/sheet');

const Writing = ({ found, reread }: Readonly<{ found: Found; reread: () => void }>) => {
  const { t } = useTranslation();
  const sheet = useSaver(found);
  if (sheet === undefined) return <Loading />;
  return (
    <>
      {found.from === 'kept' && (
        <p className="note" role="status">
          {t('sheet.kept')}
        </p>
      )}
      <OpenSheet desk={found.desk} sheet={sheet} reread={reread} />
    </>
  );
};

/** One window at a time writes. What another one may have written or sealed meanwhile is read before this one goes on. */
const Held = ({ found, reread }: Readonly<{ found: Found; reread: () => Promise<unknown> }>) => {
  const { t } = useTranslation();
  const { hold, take } = useSheetLock(found.desk.roundId);
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    if (hold === 'elsewhere') setStale(true);
    else if (hold === 'here' && isStale) void reread().finally(() => setStale(false));
    // The turn of the lock alone is what it follows.
  }, [hold]);
  if (hold === 'asking' || (hold === 'here' && isStale)) return <Loading />;
  if (hold === 'here') return <Writing found={found} reread={() => void reread()} />;
  return (
    <EmptyNotice title={t('sheet.elsewhereTitle')} action={<Button onClick={take}>{t('sheet.takeHere')}</Button>}>
      {t('sheet.elsewhere')}
    </EmptyNotice>
  );
};

const Desk = ({ found, reread }: Readonly<{ found: Found; reread: () => Promise<unknown> }>) => {
  const { t } = useTranslation();
  const { desk } = found;
  const { hindrance, status, closesAt } = desk;
  const edition = nameIn(desk.roundName) ?? nameIn(desk.editionName) ?? '';
  const lead = closesAt === null ? edition : t('sheet.lead', { edition, closes: sayDeadline(closesAt) });
  return (
    <Page
      title={status === 'submitted' ? t('sealed.title') : t('sheet.title')}
      lead={lead}
      actions={<Link to="/my-sheets">{t('sheet.toMine')}</Link>}
    >
      {status === 'submitted' ? (
        <Sealed desk={desk} reread={() => void reread()} />
      ) : hindrance !== null ? (
        <>
          <EmptyNotice
            title={t('sheet.title')}
            {...(hindrance === 'MARKED_ONE_AT_A_TIME'
              ? {
                  action: (
                    <Link to="/rounds/$roundId/marking" params={{ roundId: desk.roundId }}>
                      {t('contest.toMarking')}
                    </Link>
                  ),
                }
              : {})}
          >
            {t(`sheet.hindrance.${hindrance}`)}
          </EmptyNotice>
          {hindrance !== 'MARKED_ONE_AT_A_TIME' && <Reopening desk={desk} reread={() => void reread()} />}
        </>
      ) : (
        <Held found={found} reread={reread} />
      )}
    </Page>
  );
};

/** One's own score sheet of a round: six calls, and one for the project that is open beside it. */
export const SheetPage = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const query = useDesk(roundId);
  useEffect(() => void startSheetWorker(), []);
  return (
    <Answered query={query}>
      {(found) =>
        found === null ? (
          <Page title={t('sheet.title')}>
            <EmptyNotice title={t('sheet.noSeatTitle')} action={<Link to="/my-sheets">{t('sheet.toMine')}</Link>}>
              {t('sheet.noSeat')}
            </EmptyNotice>
          </Page>
        ) : (
          <Desk key={roundId} found={found} reread={query.refetch} />
        )
      }
    </Answered>
  );
};
