import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { roleHolders } from '../../api/questions/people.ts';
import { Choice } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { type Column, ListFoot, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { GrantTime } from './grant-time.tsx';
import { ROLES, type Role } from './person-acts.ts';
import { WithdrawDialog, type Withdrawn } from './withdraw-dialog.tsx';

type Holder = Schemas['RoleHolder'];

const useColumns = (
  mine: string | undefined,
  givable: readonly Role[],
  ask: (asked: Withdrawn) => void,
): readonly Column<Holder>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'who',
      title: t('people.name'),
      isHead: true,
      cell: ({ personId, personName }) => (
        <Link to="/people/$personId" params={{ personId }}>
          {nameIn(personName) ?? t('people.unnamed')}
        </Link>
      ),
    },
    { key: 'role', title: t('people.role'), cell: ({ role }) => t(`role.${role}`) },
    {
      key: 'where',
      title: t('people.where'),
      cell: ({ organizationId, organizationName }) => (
        <Link to="/organizations/$organizationId" params={{ organizationId }}>
          {nameIn(organizationName) ?? t('none')}
        </Link>
      ),
    },
    { key: 'time', title: t('people.time'), cell: (one) => <GrantTime {...one} /> },
    {
      key: 'acts',
      title: t('people.acts'),
      cell: ({ personId, personName, organizationName, grantId, role, state }) =>
        state !== 'ended' && personId !== mine && givable.includes(role) ? (
          <Button
            aria-label={t('people.withdrawOf', { name: nameIn(personName) ?? '', role: t(`role.${role}`) })}
            onClick={() =>
              ask({
                ...{ personId, grantId, role },
                name: nameIn(personName) ?? t('people.unnamed'),
                place: nameIn(organizationName) ?? t('none'),
              })
            }
          >
            {t('people.withdrawShort')}
          </Button>
        ) : (
          t('none')
        ),
    },
  ];
};

/** Who holds which role in an organization and below it. */
export const RoleList = ({
  scope,
  mine,
  givable,
  role,
  ended,
  onChange,
}: Readonly<{
  scope: string;
  mine: string | undefined;
  givable: readonly Role[];
  role: string | undefined;
  ended: boolean;
  onChange: (changed: Readonly<{ role?: string | undefined; ended?: true | undefined }>) => void;
}>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Withdrawn>();
  const query = useInfiniteQuery({ ...roleHolders(scope, { role, ended }), placeholderData: (before) => before });
  const columns = useColumns(mine, givable, setAsked);
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="filters">
        <Choice
          label={t('people.role')}
          value={role}
          all={t('all')}
          options={ROLES.filter((each) => each === role || (first?.facets.role[each] ?? 0) > 0).map((each) => ({
            value: each,
            label: t(`role.${each}`),
            count: first?.facets.role[each],
          }))}
          onChoose={(chosen) => onChange({ role: chosen })}
        />
        <label className="tick-field">
          <input
            type="checkbox"
            checked={ended}
            onChange={({ target }) => onChange({ ended: target.checked ? true : undefined })}
          />{' '}
          {t('people.endedToo')}
        </label>
      </div>
      <ExportButton
        list="/v1/organizations/{organizationId}/roles"
        params={{ organizationId: scope }}
        query={{ subtree: 'true', ...(role === undefined ? {} : { role }), ...(ended ? { ended: 'true' } : {}) }}
      />
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {first !== undefined && rows.length === 0 && (
        <EmptyNotice title={t('people.noRolesTitle')}>{t('people.noRoles')}</EmptyNotice>
      )}
      {first !== undefined && rows.length > 0 && (
        <>
          <ListTable label={t('people.title')} columns={columns} rows={rows} keyOf={({ grantId }) => grantId} />
          <ListFoot pages={query} shown={rows.length} total={first.total} />
        </>
      )}
      {asked !== undefined && <WithdrawDialog grant={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
};
