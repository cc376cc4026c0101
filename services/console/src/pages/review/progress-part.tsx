import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dossier } from '../../api/questions/entries.ts';
import { Answered } from '../../components/answered.tsx';
import { sayMoment } from '../../components/dates.ts';

const Reports = ({ entryId }: Readonly<{ entryId: string }>) => {
  const { t } = useTranslation();
  return (
    <Answered query={useQuery(dossier(entryId))}>
      {({ reports }) =>
        reports.length === 0 ? (
          <p className="quiet">{t('project.noReports')}</p>
        ) : (
          <ol className="steps">
            {reports.map(({ reportId, report, reportedAt }) => (
              <li key={reportId}>
                <span className="quiet">{sayMoment(reportedAt)}</span>
                <p className="prose">{report}</p>
              </li>
            ))}
          </ol>
        )
      }
    </Answered>
  );
};

/** What was reported through the year: asked for when somebody wants to see it. */
export const ProgressPart = ({ entryId }: Readonly<{ entryId: string }>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="part" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('review.reports')}</summary>
      {isOpen && <Reports entryId={entryId} />}
    </details>
  );
};
