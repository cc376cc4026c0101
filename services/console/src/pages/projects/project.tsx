import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { dossier, entry, opinions } from '../../api/questions/entries.ts';
import { Answered } from '../../components/answered.tsx';
import { EntryMarks } from '../../components/brought-mark.tsx';
import { sayDay, sayDeadline, sayMoment } from '../../components/dates.ts';
import { Needs } from '../../components/needs.tsx';
import { comma, either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { Part } from '../../components/part.tsx';
import { Milestones } from '../planning/milestones.tsx';
import { ProjectActs } from '../planning/project-acts.tsx';
import { useActs } from '../planning/use-acts.ts';
import { ProjectFiles } from './project-files.tsx';
import { ProjectHistory } from './project-history.tsx';
import { ProjectOpinions } from './project-opinions.tsx';
import { ProjectVersions } from './project-versions.tsx';

type Entry = Schemas['Entry'];

const page = getRouteApi('/entries/$entryId');

const Fact = ({ name, children }: Readonly<{ name: string; children: string | null | undefined }>) =>
  children === null || children === undefined || children === '' ? null : (
    <>
      <dt>{name}</dt>
      <dd className="prose">{children}</dd>
    </>
  );

const Facts = ({ told, voteRank }: Readonly<{ told: Entry; voteRank: number | null }>) => {
  const { t } = useTranslation();
  const until = (text: string | null): string | null => (text === null ? null : sayDeadline(text));
  const isProject = told.subjectKind === 'project';
  const day = (text: string | null): string | null => (text === null ? null : sayDay(text));
  return (
    <section className="part" aria-labelledby="facts">
      <h2 id="facts">{t('project.facts')}</h2>
      <dl className="facts">
        <dt>{t('projects.standing')}</dt>
        <dd>
          <EntryMarks standing={told.standing} brought={told.brought} />
          {told.missedReason !== null && ` ${t(`missed.${told.missedReason}`)}`}
        </dd>
        <Fact name={t(told.subjectKind === 'person' ? 'project.unitOfPerson' : 'projects.unit')}>
          {nameIn(told.nominatorName)}
        </Fact>
        <Fact name={t(isProject ? 'project.home' : 'project.homeOfOthers')}>{nameIn(told.homeName)}</Fact>
        <Fact name={t('project.proposer')}>{nameIn(told.proposerName)}</Fact>
        <Fact name={t('project.answerable')}>
          {told.answerableNames
            .map((name) => nameIn(name))
            .filter((name) => name !== undefined)
            .join(comma())}
        </Fact>
        {/* Of a candidate, and told only to whoever may know what the vote came to. */}
        <Fact name={t('project.vote')}>{voteRank === null ? null : t('project.voteRank', { count: voteRank })}</Fact>
        <Fact name={t('projects.task')}>{told.keyTask}</Fact>
        <Fact name={t('project.measures')}>{told.measures}</Fact>
        <Fact name={t('projects.due')}>{day(told.dueOn)}</Fact>
        <Fact name={t('project.notice')}>{until(told.noticeUntil)}</Fact>
        <Fact name={t('project.redeclare')}>{until(told.redeclareUntil)}</Fact>
        <Fact name={t('project.award')}>{told.gradeZh === null ? null : either(told.gradeZh, told.gradeEn ?? '')}</Fact>
        <Fact name={t('project.document')}>{told.documentNumber}</Fact>
        <Fact name={t(isProject ? 'projects.planned' : 'project.listed')}>{sayMoment(told.plannedAt)}</Fact>
      </dl>
    </section>
  );
};

/** Only projects are carried out under the eyes of the platform: of anything else it is told where there is some. */
const Progress = ({ entryId, isProject }: Readonly<{ entryId: string; isProject: boolean }>) => {
  const { t } = useTranslation();
  const query = useQuery(dossier(entryId));
  if (!isProject && query.isSuccess && query.data.reports.length === 0) return null;
  return (
    <Part id="reports" title={t('project.reports')} query={query}>
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
    </Part>
  );
};

type Told = Schemas['GetV1EntriesByEntryIdAnswer'];

const Whole = ({ told: { entry: one, milestones, needs, share, voteRank } }: Readonly<{ told: Told }>) => {
  const { t } = useTranslation();
  const { entryId, editionId } = one;
  const isProject = one.subjectKind === 'project';
  const acts = useActs(one);
  const said = useQuery(opinions(entryId));
  return (
    <Page
      title={(one.subjectKind === 'person' ? nameIn(one.subjectName) : undefined) ?? one.title}
      lead={nameIn(one.editionName)}
      actions={
        <Link to="/editions/$editionId/entries" params={{ editionId }}>
          {t('project.toList')}
        </Link>
      }
    >
      <ProjectActs entry={one} acts={acts} />
      <Facts told={one} voteRank={voteRank} />
      <Needs needs={needs} share={share} />
      {(isProject || milestones.length > 0) && (
        <Milestones entryId={entryId} milestones={milestones} mayTurn={acts.has('milestones')} />
      )}
      <Progress entryId={entryId} isProject={isProject} />
      <ProjectVersions query={said} isProject={isProject} />
      <ProjectOpinions query={said} kindOf={one.subjectKind} />
      <ProjectFiles entryId={entryId} />
      <ProjectHistory entryId={entryId} />
    </Page>
  );
};

/** One entry, whole, in the words of what it is, with what its reader may do: eight calls at most, `me` and the campaign among them. */
export const Project = () => {
  const { entryId } = page.useParams();
  return <Answered query={useQuery(entry(entryId))}>{(told) => <Whole told={told} />}</Answered>;
};
