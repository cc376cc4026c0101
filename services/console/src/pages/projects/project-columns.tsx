import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { EntryMarks } from '../../components/brought-mark.tsx';
import { Day } from '../../components/day.tsx';
import type { Column } from '../../components/list-table.tsx';
import { either, nameIn } from '../../components/names.ts';

type Line = Schemas['EntryLine'];
export type Track = Schemas['Edition']['tracks'][number];

/** Shown when somebody asks for them. */
export const FURTHER_COLUMNS = ['task', 'declarations', 'objections', 'planned'] as const;
export type FurtherColumn = (typeof FURTHER_COLUMNS)[number];

const Title = ({ line }: Readonly<{ line: Line }>) => {
  const { t } = useTranslation();
  return (
    <>
      <Link to="/entries/$entryId" params={{ entryId: line.entryId }}>
        {line.title}
      </Link>
      {line.featured && <span className="tag">{t('project.featured')}</span>}
    </>
  );
};

const useFurther = (): Readonly<Record<FurtherColumn, Column<Line>>> => {
  const { t } = useTranslation();
  return {
    task: { key: 'task', title: t('projects.task'), cell: ({ keyTask }) => keyTask ?? t('none') },
    declarations: {
      key: 'declarations',
      title: t('projects.declarations'),
      isNumber: true,
      cell: ({ declarations }) => declarations,
    },
    objections: {
      key: 'objections',
      title: t('projects.objections'),
      isNumber: true,
      cell: ({ openObjections }) => openObjections,
    },
    planned: { key: 'planned', title: t('projects.planned'), cell: ({ plannedAt }) => <Day day={plannedAt} /> },
  };
};

export const useProjectColumns = (tracks: readonly Track[], asked: ReadonlySet<string>): readonly Column<Line>[] => {
  const { t } = useTranslation();
  const further = useFurther();
  const trackName = (track: string): string => {
    const found = tracks.find((known) => known.track === track);
    return found === undefined ? track : either(found.nameZh, found.nameEn);
  };
  return [
    { key: 'title', title: t('projects.name'), isHead: true, cell: (line) => <Title line={line} /> },
    {
      key: 'standing',
      title: t('projects.standing'),
      cell: ({ standing, missedReason, brought }) => (
        <>
          <EntryMarks standing={standing} brought={brought} />
          {missedReason !== null && <div className="quiet">{t(`missed.${missedReason}`)}</div>}
        </>
      ),
    },
    { key: 'unit', title: t('projects.unit'), cell: ({ nominatorName }) => nameIn(nominatorName) ?? t('none') },
    { key: 'branch', title: t('projects.branch'), cell: ({ proposerName }) => nameIn(proposerName) ?? t('none') },
    ...(tracks.length > 1
      ? [{ key: 'track', title: t('projects.track'), cell: ({ track }: Line) => trackName(track) }]
      : []),
    { key: 'due', title: t('projects.due'), cell: ({ dueOn }) => <Day day={dueOn} /> },
    ...FURTHER_COLUMNS.filter((key) => asked.has(key)).map((key) => further[key]),
  ];
};
