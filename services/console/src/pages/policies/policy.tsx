import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { me } from '../../api/questions/own.ts';
import { policies, policyOf } from '../../api/questions/policies.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { sayDay, today } from '../../components/dates.ts';
import { ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { AdoptDialog, EndExemptionDialog, ExemptDialog, RepealDialog } from './dialogs.tsx';
import { Lines } from './lines.tsx';
import { PolicyProposals } from './policy-proposals.tsx';

const page = getRouteApi('/policies/$committeeId');

type Bound = Schemas['BoundCommittee'];
type Exemption = Schemas['Exemption'];
type Opened =
  | Readonly<{ kind: 'adopt' | 'repeal' }>
  | Readonly<{ kind: 'exempt'; bound: Bound }>
  | Readonly<{ kind: 'end'; exemptionId: string }>;
type Open = (opened: Opened) => void;

const thisYear = (): number => Number(today().slice(0, 4));

const Editions = ({ editions }: Pick<Bound, 'editions'>) => {
  const { t } = useTranslation();
  if (editions.length === 0) return t('none');
  return (
    <ul>
      {editions.map(({ editionId, titleZh, titleEn, year, counted, earlier }) => (
        <li key={editionId}>
          <Link to="/editions/$editionId" params={{ editionId }}>
            {either(titleZh, titleEn)}
          </Link>{' '}
          <span className="quiet">
            {year}
            {!counted && ` · ${t('policies.notCounted')}`}
            {earlier && ` · ${t('policies.earlier')}`}
          </span>
        </li>
      ))}
    </ul>
  );
};

const Below = ({ bound, open }: Readonly<{ bound: readonly Bound[]; open: Open | undefined }>) => {
  const { t } = useTranslation();
  if (bound.length === 0) return <p className="quiet">{t('policies.noneBelow')}</p>;
  return (
    <ListTable<Bound>
      label={t('policies.below')}
      rows={bound}
      keyOf={({ committeeId }) => committeeId}
      columns={[
        {
          key: 'committee',
          title: t('policies.committee'),
          isHead: true,
          cell: ({ committeeName }) => nameIn(committeeName) ?? t('none'),
        },
        { key: 'level', title: t('policies.level'), cell: ({ tier }) => t(`policies.levels.${tier}`) },
        {
          key: 'left',
          title: t('policies.left'),
          cell: ({ commendations, used, years }) =>
            t('policies.leftOf', { left: Math.max(0, commendations - used), all: commendations, years }),
        },
        { key: 'editions', title: t('policies.editions'), cell: ({ editions }) => <Editions editions={editions} /> },
        ...(open === undefined
          ? []
          : [
              {
                key: 'acts',
                title: t('campaigns.acts'),
                cell: (one: Bound) => (
                  <Button onClick={() => open({ kind: 'exempt', bound: one })}>{t('policies.exempt')}</Button>
                ),
              },
            ]),
      ]}
    />
  );
};

const Exemptions = ({ exemptions, open }: Readonly<{ exemptions: readonly Exemption[]; open: Open | undefined }>) => {
  const { t } = useTranslation();
  if (exemptions.length === 0) return <p className="quiet">{t('policies.noExemptions')}</p>;
  return (
    <ul>
      {exemptions.map(({ exemptionId, boundName, year, templateId, grantedAt, withdrawnAt }) => (
        <li key={exemptionId}>
          {t('policies.exemption', { name: nameIn(boundName) ?? t('none'), year, template: templateId })}{' '}
          <span className="quiet">
            {withdrawnAt === null
              ? t('policies.grantedOn', { date: sayDay(grantedAt) })
              : t('policies.withdrawnOn', { date: sayDay(withdrawnAt) })}
          </span>{' '}
          {open !== undefined && withdrawnAt === null && (
            <Button onClick={() => open({ kind: 'end', exemptionId })}>{t('policies.endExemption')}</Button>
          )}
        </li>
      ))}
    </ul>
  );
};

/** Years around this one: what is left of a cycle, and what is planned for the next. */
const BACK = 2;
const AHEAD = 3;

/** Of which year commendations are counted; it stands in the address. */
const YearChoice = ({ year }: Readonly<{ year: number }>) => {
  const { t } = useTranslation();
  const navigate = page.useNavigate();
  const now = thisYear();
  const years = Array.from({ length: BACK + 1 + AHEAD }, (_one, at) => now - BACK + at);
  const offered = [...new Set([...years, year])].toSorted((a, b) => b - a).map(String);
  return (
    <Choice
      label={t('campaigns.ofYear')}
      value={String(year)}
      options={offered.map((one) => ({ value: one, label: one }))}
      onChoose={(chosen) => void navigate({ search: { year: Number(chosen) }, replace: true })}
    />
  );
};

/** A policy that was adopted: what it says, whom it binds, what is left to each, and who is exempted. */
const Adopted = ({ committeeId, open }: Readonly<{ committeeId: string; open: Open | undefined }>) => {
  const { t } = useTranslation();
  const { year: asked } = page.useSearch();
  return (
    <Answered query={useQuery(policyOf(committeeId, asked))}>
      {({ policy, year, bound, exemptions }) => {
        const stands = policy.repealedAt === null;
        const may = stands ? open : undefined;
        return (
          <>
            <section className="part" aria-labelledby="says">
              <h2 id="says">{t('policies.says')}</h2>
              <p>
                <Mark tone={stands ? 'good' : 'bad'}>{t(stands ? 'policies.stands' : 'policies.repealed')}</Mark>{' '}
                <span className="quiet">
                  {t('policies.version', { version: policy.version, date: sayDay(policy.adoptedAt) })}
                </span>
              </p>
              <Lines lines={policy.lines} />
              {may !== undefined && (
                <p className="row">
                  <Button onClick={() => may({ kind: 'repeal' })}>{t('policies.repeal')}</Button>
                </p>
              )}
            </section>
            <section className="part" aria-labelledby="below">
              <h2 id="below">{t('policies.belowIn', { year })}</h2>
              <YearChoice year={year} />
              <Below bound={bound} open={may} />
            </section>
            <section className="part" aria-labelledby="exemptions">
              <h2 id="exemptions">{t('policies.exemptions')}</h2>
              <Exemptions exemptions={exemptions} open={may} />
            </section>
          </>
        );
      }}
    </Answered>
  );
};

/** One committee's policy, and for its officers and leaders what is proposed about it. */
export const PolicyPage = () => {
  const { t } = useTranslation();
  const { committeeId } = page.useParams();
  const { year = thisYear() } = page.useSearch();
  const { data: who } = useQuery(me);
  const [opened, setOpened] = useState<Opened>();
  const onClose = (): void => setOpened(undefined);
  const adopted = useQuery(policies);
  const own = (who?.grants ?? []).filter((grant) => grant.organizationId === committeeId);
  const roles = own.map(({ role }) => role);
  const name = nameIn(
    adopted.data?.items.find((one) => one.committeeId === committeeId)?.committeeName ?? own[0]?.organizationName,
  );
  const isOfficer = roles.includes('committee-officer');
  const seesProposals = isOfficer || roles.includes('committee-leader');
  return (
    <Page
      title={name === undefined ? t('policies.title') : t('policies.ofOwn', { name })}
      lead={t('policies.lead')}
      actions={
        <>
          {isOfficer && (
            <Button type="primary" onClick={() => setOpened({ kind: 'adopt' })}>
              {t('policies.adopt')}
            </Button>
          )}{' '}
          <Link to="/public/policies">{t('policies.toList')}</Link>
        </>
      }
    >
      <Answered query={adopted}>
        {({ items }) =>
          items.some((one) => one.committeeId === committeeId) ? (
            <Adopted committeeId={committeeId} open={isOfficer ? setOpened : undefined} />
          ) : (
            <p className="note">{t('policies.notAdopted')}</p>
          )
        }
      </Answered>
      {seesProposals && who && <PolicyProposals committeeId={committeeId} person={who} />}
      {opened?.kind === 'adopt' && <AdoptDialog {...{ committeeId, onClose }} />}
      {opened?.kind === 'repeal' && <RepealDialog {...{ committeeId, onClose }} />}
      {opened?.kind === 'exempt' && <ExemptDialog {...{ committeeId, onClose, bound: opened.bound, year }} />}
      {opened?.kind === 'end' && <EndExemptionDialog {...{ committeeId, onClose, exemptionId: opened.exemptionId }} />}
    </Page>
  );
};
