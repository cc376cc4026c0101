import '../../look/people.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { organization } from '../../api/questions/organizations.ts';
import { me } from '../../api/questions/own.ts';
import { resetRequests } from '../../api/questions/people.ts';
import { Answered } from '../../components/answered.tsx';
import { Choice, type Option } from '../../components/choice.tsx';
import { sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { scopesOf } from '../../components/scopes.ts';
import { SearchBox } from '../../components/search-box.tsx';
import type { PeopleSearch } from '../../searches/people.ts';
import { GrantDialog } from './grant-dialog.tsx';
import { PeopleList } from './people-list.tsx';
import { findsPeople, givenBy, invites, registers, seesRoles } from './person-acts.ts';
import { RegisterDialog } from './register-dialog.tsx';
import { RoleList } from './role-list.tsx';

type Me = Schemas['GetV1MeAnswer'];
const page = getRouteApi('/people');

/** Who has asked for help, and who waits for nobody else. */
const Forgotten = () => {
  const { t } = useTranslation();
  const { data } = useQuery(resetRequests);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="note" aria-labelledby="forgotten">
      <h2 id="forgotten">{t('people.forgotten', { count: data.total })}</h2>
      <ul>
        {data.items.map(({ personId, personName, askedAt }) => (
          <li key={personId}>
            <Link to="/people/$personId" params={{ personId }}>
              {nameIn(personName) ?? t('people.unnamed')}
            </Link>{' '}
            {sayMoment(askedAt)}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Where one sees roles, and the organization that one came from. */
const useScopes = (who: Me, under: string | undefined): readonly Option[] => {
  const own = scopesOf(who.grants, seesRoles);
  const isOther = under !== undefined && own.length > 0 && own.every(({ value }) => value !== under);
  const { data } = useQuery({ ...organization(under ?? ''), enabled: isOther });
  return isOther ? [...own, { value: under, label: data === undefined ? '…' : either(data.nameZh, data.nameEn) }] : own;
};

const Board = ({ who }: Readonly<{ who: Me }>) => {
  const { t } = useTranslation();
  const { under, role, ended = false } = page.useSearch();
  const navigate = useNavigate({ from: '/people' });
  const change = (changed: Partial<PeopleSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  // A name that is looked for stands in no address.
  const [q, setQ] = useState<string>();
  const [asked, setAsked] = useState<'grant' | 'register'>();
  const scopes = useScopes(who, under);
  const scope = scopes.find(({ value }) => value === under) ?? scopes[0];
  if (scope === undefined)
    return (
      <EmptyNotice title={t('people.notYoursTitle')} action={<Link to="/my-record">{t('people.ownRecord')}</Link>}>
        {t('people.notYours')}
      </EmptyNotice>
    );
  const close = (): void => setAsked(undefined);
  const givable = givenBy(who.grants);
  return (
    <>
      {invites(who.grants) && <Forgotten />}
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        {findsPeople(who.grants) && <SearchBox label={t('people.search')} value={q ?? ''} onSearch={setQ} />}
        {scopes.length > 1 && (
          <Choice
            label={t('people.scope')}
            value={scope.value}
            options={scopes}
            onChoose={(chosen) => change({ under: chosen })}
          />
        )}
      </form>
      <p className="row">
        {givable.length > 0 && (
          <Button type="primary" onClick={() => setAsked('grant')}>
            {t('people.grant')}
          </Button>
        )}
        {registers(who.grants) && <Button onClick={() => setAsked('register')}>{t('people.register')}</Button>}
      </p>
      {q === undefined ? (
        <RoleList
          {...{ givable, role, ended }}
          scope={scope.value}
          mine={who.personId}
          onChange={(changed) => change(changed)}
        />
      ) : (
        <PeopleList scope={scope.value} q={q} />
      )}
      {asked === 'grant' && <GrantDialog scope={scope.value} places={scopes} roles={givable} onClose={close} />}
      {asked === 'register' && <RegisterDialog places={[scope]} onClose={close} />}
    </>
  );
};

/** Who holds which role where; people by name. Three calls. */
export const People = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      <Answered query={useQuery(me)}>{(who) => who !== null && <Board who={who} />}</Answered>
    </Page>
  );
};
