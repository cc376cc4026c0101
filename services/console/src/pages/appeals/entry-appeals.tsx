import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryAppeals } from '../../api/questions/appeals.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { AppealCard } from './appeal-card.tsx';
import { FileDialog } from './file-dialog.tsx';
import type { Appeals, Of } from './shared.ts';
import '../../look/checklists.css';
import '../../look/rounds.css';

const page = getRouteApi('/rounds/$roundId/appeals/$entryId');

const Filing = ({ told, ...of }: Of & Readonly<{ told: Appeals }>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!told.subject || told.hindrance !== null) return null;
  return (
    <>
      <p className="row">
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('appeals.file')}
        </Button>
      </p>
      {isOpen && <FileDialog {...of} told={told} onClose={() => setOpen(false)} />}
    </>
  );
};

/** What is appealed for one entry: whoever is judged files, on a phone too; the party that decides answers. Two calls. */
export const EntryAppeals = () => {
  const { t } = useTranslation();
  const { roundId, entryId } = page.useParams();
  return (
    <Answered query={useQuery(entryAppeals(roundId, entryId))}>
      {(told) => (
        <Page
          title={told.title}
          lead={[nameIn(told.homeName), nameIn(told.roundName)].filter((part) => part !== undefined).join(' · ')}
          actions={
            told.subject ? (
              <Link to="/my-appeals">{t('appeals.toMine')}</Link>
            ) : (
              <Link to="/rounds/$roundId/appeals" params={{ roundId }}>
                {t('appeals.toAll')}
              </Link>
            )
          }
        >
          <p className="standing-line">
            <Mark tone={told.hindrance === null ? 'waiting' : 'plain'}>
              {t(`appeals.${told.hindrance ?? 'taken'}`)}
            </Mark>
            {told.closesAt !== null && <span>{t('appeals.untilDate', { date: sayDeadline(told.closesAt) })}</span>}
          </p>
          <p className="quiet">{t(told.subject ? 'appeals.subjectHint' : 'appeals.officeHint')}</p>
          <Filing {...{ roundId, entryId, told }} />
          {told.appeals.length === 0 ? (
            <p>{t('appeals.noneOf')}</p>
          ) : (
            <ul className="check-rows">
              {told.appeals.map((appeal) => (
                <AppealCard key={appeal.appealId} {...{ roundId, entryId, told, appeal }} />
              ))}
            </ul>
          )}
        </Page>
      )}
    </Answered>
  );
};
