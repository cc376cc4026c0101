import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { grantsOf } from '../../api/questions/people.ts';
import { sayDay } from '../../components/dates.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';
import type { Selectable } from '../../components/select-field.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { GrantTime } from './grant-time.tsx';
import { type Role, stateOf } from './person-acts.ts';
import { WithdrawDialog, type Withdrawn } from './withdraw-dialog.tsx';

type Grant = Schemas['Grant'];
const ORDER = { 'in-force': 0, ahead: 1, ended: 2 } as const;

const useColumns = (
  personId: string,
  givable: readonly Role[],
  ask: (asked: Withdrawn) => void,
): readonly Column<Grant>[] => {
  const { t } = useTranslation();
  return [
    { key: 'role', title: t('people.role'), isHead: true, cell: ({ role }) => t(`role.${role}`) },
    {
      key: 'where',
      title: t('people.where'),
      cell: ({ organizationId, organizationName }) => (
        <Link to="/organizations/$organizationId" params={{ organizationId }}>
          {nameIn(organizationName) ?? t('none')}
        </Link>
      ),
    },
    { key: 'time', title: t('people.time'), cell: (one) => <GrantTime {...one} state={stateOf(one)} /> },
    {
      key: 'by',
      title: t('people.grantedBy'),
      cell: ({ grantedBy, grantedByName, grantedAt }) => (
        <>
          {grantedBy === null ? t('people.bySetUp') : (nameIn(grantedByName) ?? t('people.unnamed'))}
          <div className="quiet">{sayDay(grantedAt)}</div>
        </>
      ),
    },
    {
      key: 'acts',
      title: t('people.acts'),
      cell: (one) =>
        stateOf(one) !== 'ended' && givable.includes(one.role) ? (
          <Button
            onClick={() =>
              ask({
                ...{ personId, grantId: one.grantId, role: one.role },
                place: nameIn(one.organizationName) ?? t('none'),
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

/** Every role that somebody has held: what counts now first. */
export const GrantsPart = ({
  personId,
  places,
  scope,
  givable,
}: Readonly<{ personId: string; places: readonly Selectable[]; scope: string; givable: readonly Role[] }>) => {
  const { t } = useTranslation();
  const [withdrawing, setWithdrawing] = useState<Withdrawn>();
  const [isGranting, setGranting] = useState(false);
  const columns = useColumns(personId, givable, setWithdrawing);
  return (
    <Part
      id="grants"
      title={t('people.roles')}
      query={useQuery(grantsOf(personId))}
      actions={
        givable.length > 0 && (
          <Button type="primary" onClick={() => setGranting(true)}>
            {t('people.grant')}
          </Button>
        )
      }
    >
      {({ grants }) => (
        <>
          {grants.length === 0 ? (
            <p className="quiet">{t('people.holdsNothing')}</p>
          ) : (
            <ListTable
              label={t('people.roles')}
              columns={columns}
              rows={grants.toSorted(
                (one, other) => ORDER[stateOf(one)] - ORDER[stateOf(other)] || other.from.localeCompare(one.from),
              )}
              keyOf={({ grantId }) => grantId}
            />
          )}
          {withdrawing !== undefined && (
            <WithdrawDialog grant={withdrawing} onClose={() => setWithdrawing(undefined)} />
          )}
          {isGranting && (
            <GrantDialog {...{ scope, personId, places }} roles={givable} onClose={() => setGranting(false)} />
          )}
        </>
      )}
    </Part>
  );
};
