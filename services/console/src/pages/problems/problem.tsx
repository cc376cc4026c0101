import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { edition } from '../../api/questions/campaigns.ts';
import { organization } from '../../api/questions/organizations.ts';
import { me } from '../../api/questions/own.ts';
import { problem as asked } from '../../api/questions/problems.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDay } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { useRoles } from '../campaigns/use-roles.ts';
import { type Act, ActDialog } from './act-dialog.tsx';
import { MeasureForm } from './measure-form.tsx';
import { DueMark, StateMark, type Told } from './shared.tsx';
import { Steps } from './steps.tsx';

const page = getRouteApi('/problems/$problemId');

const useIsOwner = ({ ownerId, ownerRole }: Told['problem']): boolean => {
  const { data } = useQuery(me);
  const place = useQuery(organization(ownerId));
  const places = new Set([ownerId, ...(place.data?.ancestorIds ?? [])]);
  return (data?.grants ?? []).some(
    ({ role, organizationId }) =>
      (role === 'unit-officer' || (role === 'branch-secretary' && role === ownerRole)) && places.has(organizationId),
  );
};

type Roles = ReturnType<typeof useRoles>;

/** What the office can order where the problem stands; the platform has the last word. */
const officeActs = ({ problem, proposal, tookPart }: Told, roles: Roles): readonly Act[] => {
  const isOffice = roles.has('committee-officer') || roles.has('discipline-inspector');
  const judges = isOffice || roles.has('committee-leader');
  const { state } = problem;
  if (state === 'withdrawn') return [];
  const second = proposal !== null && [...roles].some((role) => role !== proposal.role);
  return [
    ...(isOffice && state === 'found' ? (['assign'] as const) : []),
    ...(judges && state === 'handed-in' && !tookPart ? (['close'] as const) : []),
    ...(judges && state === 'handed-in' ? (['send-back'] as const) : []),
    ...(isOffice && state === 'assigned' ? (['extend'] as const) : []),
    ...(isOffice && (state === 'assigned' || state === 'handed-in') ? (['hand-over'] as const) : []),
    ...(judges && state === 'closed' ? (['reopen'] as const) : []),
    ...(judges && second ? (['withdraw', 'reject'] as const) : []),
    ...(isOffice && proposal === null ? (['propose'] as const) : []),
  ];
};

const ownerActs = ({ problem }: Told, isOwner: boolean): readonly Act[] => {
  if (!isOwner) return [];
  if (problem.state === 'assigned') return ['hand-in'];
  return problem.state === 'handed-in' ? ['take-back'] : [];
};

const Facts = ({ told }: Readonly<{ told: Told }>) => {
  const { t } = useTranslation();
  const { problem, explanation } = told;
  const { ownerRole } = problem;
  return (
    <section className="part" aria-label={t('problems.description')}>
      <p className="row">
        <StateMark state={problem.state} />
        {problem.severity === 'serious' && <Mark tone="bad">{t('problems.severities.serious')}</Mark>}
        {problem.late && <Mark tone="bad">{t('problems.late')}</Mark>}
      </p>
      <p className="prose">{explanation}</p>
      <dl className="facts">
        <dt>{t('problems.dueOn')}</dt>
        <dd>
          <DueMark {...problem} />
        </dd>
        <dt>{t('problems.about')}</dt>
        <dd>{nameIn(problem.organizationName) ?? t('none')}</dd>
        <dt>{t('problems.owner')}</dt>
        <dd>
          {nameIn(problem.ownerName) ?? t('none')}
          {ownerRole !== null && ` · ${t(`role.${ownerRole}`)}`}
        </dd>
        <dt>{t('problems.kind')}</dt>
        <dd>{t(`problems.kinds.${problem.kind}`)}</dd>
        <dt>{t('problems.source')}</dt>
        <dd>
          {t(`problems.sources.${problem.source}`)} · {sayDay(problem.foundOn)}
        </dd>
      </dl>
    </section>
  );
};

const Whole = ({ told, committeeId }: Readonly<{ told: Told; committeeId: string }>) => {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act>();
  const isOwner = useIsOwner(told.problem);
  const roles = useRoles({ committeeId });
  const { problemId, state, title, editionName } = told.problem;
  const acts = [...officeActs(told, roles), ...ownerActs(told, isOwner)];
  const isSolving = isOwner && state === 'assigned';
  return (
    <Page title={title} lead={nameIn(editionName)} actions={<Link to="/problems">{t('problems.toList')}</Link>}>
      <Facts told={told} />
      {state === 'handed-in' && told.tookPart && roles.size > 0 && <p className="note">{t('problems.tookPart')}</p>}
      {told.proposal !== null && (
        <p className="note">{t('problems.proposed', { role: t(`role.${told.proposal.role}`) })}</p>
      )}
      {isSolving && <MeasureForm problemId={problemId} />}
      {acts.length > 0 && (
        <p className="row">
          {acts.map((one, at) => (
            <Button key={one} type={at === 0 ? 'primary' : 'default'} onClick={() => setAct(one)}>
              {t(`problems.acts.${one}`)}
            </Button>
          ))}
        </p>
      )}
      <Steps problemId={problemId} steps={told.steps} mayRemove={isSolving} />
      {act !== undefined && <ActDialog act={act} told={told} onClose={() => setAct(undefined)} />}
    </Page>
  );
};

/** One problem: what was found, what was done about it, and what whoever looks at it can do now. */
export const ProblemPage = () => {
  const { problemId } = page.useParams();
  const query = useQuery(asked(problemId));
  const editionId = query.data?.problem.editionId;
  const { data: of } = useQuery({ ...edition(editionId ?? ''), enabled: editionId !== undefined });
  return <Answered query={query}>{(told) => <Whole told={told} committeeId={of?.committeeId ?? ''} />}</Answered>;
};
