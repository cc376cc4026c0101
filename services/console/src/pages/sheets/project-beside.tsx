import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { entryToScore } from '../../api/questions/sheets.ts';
import { Loading } from '../../components/loading.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { sayDay, sayMoment } from '../../components/dates.ts';
import type { DeskEntry } from '../../sheets/desk.ts';

type Whole = Schemas['WholeEntryToScore'];
type File = Whole['files'][number];

const KIB = 1_024;
const sayBytes = (bytes: number): string =>
  bytes < KIB * KIB ? `${Math.ceil(bytes / KIB)} KB` : `${(bytes / KIB / KIB).toFixed(1)} MB`;

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};

const Files = ({ entryId, files }: Readonly<{ entryId: string; files: readonly File[] }>) => {
  const { t } = useTranslation();
  if (files.length === 0) return <p className="quiet">{t('beside.noFiles')}</p>;
  return (
    <ul className="beside-files">
      {files.map(({ sha256, mediaType, bytes, caption, destroyed }, index) => (
        <li key={sha256}>
          {caption !== null && <span>{caption} </span>}
          {destroyed ? (
            <span className="quiet">{t('beside.destroyed', { number: index + 1 })}</span>
          ) : (
            // Opened beside: the sheet stays where it is.
            <a href={`/v1/evidence/${sha256}?entryId=${entryId}`} target="_blank" rel="noreferrer">
              {t('beside.file', { number: index + 1, kind: KINDS[mediaType] ?? 'TXT', size: sayBytes(bytes) })}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
};

const Dossier = ({ whole }: Readonly<{ whole: Whole }>) => {
  const { t } = useTranslation();
  const { entry, keyTask, measures, dueOn, milestones, reports, files } = whole;
  return (
    <>
      <dl className="facts">
        {keyTask !== null && (
          <>
            <dt>{t('beside.task')}</dt>
            <dd>{keyTask}</dd>
          </>
        )}
        {measures !== null && (
          <>
            <dt>{t('beside.measures')}</dt>
            <dd className="prose">{measures}</dd>
          </>
        )}
        {dueOn !== null && (
          <>
            <dt>{t('beside.due')}</dt>
            <dd>{sayDay(dueOn)}</dd>
          </>
        )}
      </dl>
      <h3>{t('beside.files')}</h3>
      <Files entryId={entry.entryId} files={files} />
      {milestones.length > 0 && <h3>{t('beside.milestones')}</h3>}
      <ol className="steps">
        {milestones.map(({ milestoneId, title, dueOn: due, completedOn }) => (
          <li key={milestoneId}>
            {title} <Mark tone={completedOn === null ? 'waiting' : 'good'}>{sayDay(completedOn ?? due)}</Mark>
          </li>
        ))}
      </ol>
      <h3>{t('beside.reports')}</h3>
      {reports.length === 0 && <p className="quiet">{t('beside.noReports')}</p>}
      <ol className="steps">
        {reports.map(({ reportId, report, reportedAt }) => (
          <li key={reportId}>
            <span className="quiet">{sayMoment(reportedAt)}</span>
            <p className="prose">{report}</p>
          </li>
        ))}
      </ol>
    </>
  );
};

/** Whoever goes down a column passes many lines: a project is asked for where one stays. */
const STAYS_MS = 400;

const useStays = (): boolean => {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStays(true), STAYS_MS);
    return () => clearTimeout(timer);
  }, []);
  return stays;
};

/** The project of the line where one is: what was declared, its dossier and files, without leaving the sheet. */
export const ProjectBeside = ({ entry, children }: Readonly<{ entry: DeskEntry; children: ReactNode }>) => {
  const { t } = useTranslation();
  const query = useQuery({ ...entryToScore(entry.entryId), enabled: useStays() });
  return (
    <aside className="part beside" aria-label={t('beside.title')}>
      <h2>{entry.title}</h2>
      <p className="quiet">{nameIn(entry.unit)}</p>
      <h3>{t('beside.summary')}</h3>
      <p className="prose">{entry.summary}</p>
      {query.data !== undefined ? (
        <Dossier whole={query.data} />
      ) : query.fetchStatus === 'paused' ? (
        <p className="quiet">{t('beside.offline')}</p>
      ) : query.isError ? (
        <ProblemNotice error={query.error} again={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
      {children}
    </aside>
  );
};
