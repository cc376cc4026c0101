import '../../look/people.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Page } from '../../components/page.tsx';
import { scopesOf } from '../../components/scopes.ts';
import { SearchBox } from '../../components/search-box.tsx';
import type { MembersSearch } from '../../searches/people.ts';
import { PeopleList } from '../people/people-list.tsx';
import { registers } from '../people/person-acts.ts';
import { RegisterDialog } from '../people/register-dialog.tsx';
import { EXITS, seesMembers, STAGES } from './membership-acts.ts';

type Me = Schemas['GetV1MeAnswer'];
const page = getRouteApi('/members');
const ALL = [...STAGES, ...EXITS] as const;

const NotYours = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('members.title')}>
      <EmptyNotice title={t('members.notYoursTitle')} action={<Link to="/my-record">{t('people.ownRecord')}</Link>}>
        {t('members.notYours')}
      </EmptyNotice>
    </Page>
  );
};

const Board = ({ who }: Readonly<{ who: Me }>) => {
  const { t } = useTranslation();
  const { under, stage } = page.useSearch();
  const navigate = useNavigate({ from: '/members' });
  const change = (changed: Partial<MembersSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  // A name that is looked for stands in no address.
  const [q, setQ] = useState<string>();
  const [isRegistering, setRegistering] = useState(false);
  const scopes = scopesOf(who.grants, seesMembers);
  const scope = scopes.find(({ value }) => value === under) ?? scopes[0];
  if (scope === undefined) return <NotYours />;
  return (
    <Page
      title={t('members.title')}
      lead={t('members.lead')}
      actions={
        <ExportButton
          list="/v1/people"
          query={{ organizationId: scope.value, ...(stage === undefined ? {} : { stage }) }}
        />
      }
    >
      <PeopleList
        scope={scope.value}
        q={q}
        stage={stage}
        onCounts={(counts) => (
          <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
            <SearchBox label={t('people.search')} value={q ?? ''} onSearch={setQ} />
            {scopes.length > 1 && (
              <Choice
                label={t('people.scope')}
                value={scope.value}
                options={scopes}
                onChoose={(chosen) => change({ under: chosen })}
              />
            )}
            <Choice
              label={t('people.stage')}
              value={stage}
              all={t('all')}
              options={ALL.filter((each) => each === stage || (counts?.[each] ?? 0) > 0).map((each) => ({
                value: each,
                label: t(`people.stages.${each}`),
                count: counts?.[each],
              }))}
              onChoose={(chosen) => change({ stage: chosen })}
            />
            {registers(who.grants) && (
              <div className="field">
                <Button type="primary" onClick={() => setRegistering(true)}>
                  {t('people.register')}
                </Button>
              </div>
            )}
          </form>
        )}
      />
      {isRegistering && <RegisterDialog places={scopes} onClose={() => setRegistering(false)} />}
    </Page>
  );
};

/** The people of one's organization and below it, by how far their membership is. Two calls. */
export const Members = () => <Answered query={useQuery(me)}>{(who) => who !== null && <Board who={who} />}</Answered>;
