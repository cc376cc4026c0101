import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { organizations } from '../../api/questions/organizations.ts';
import { ListFoot } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { either } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { Organization } from './organization-acts.ts';

/** What stands right below, each with how many stand below it. */
export const BelowPart = ({ one, onFound }: Readonly<{ one: Organization; onFound: (() => void) | undefined }>) => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(organizations({ parentId: one.organizationId }));
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="part" aria-labelledby="below">
      <div className="part-head">
        <h2 id="below">{t('organizations.below')}</h2>
        {onFound !== undefined && <Button onClick={onFound}>{t('organization.found')}</Button>}
      </div>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {first !== undefined && rows.length === 0 && <p className="quiet">{t('organization.nothingBelow')}</p>}
      <ul className="bare">
        {rows.map(({ organizationId, nameZh, nameEn, kind, children }) => (
          <li key={organizationId}>
            <Link to="/organizations/$organizationId" params={{ organizationId }}>
              {either(nameZh, nameEn)}
            </Link>{' '}
            <span className="quiet">
              {t(`organizations.kinds.${kind}`)}
              {children > 0 && ` · ${t('organization.belowCount', { count: children })}`}
            </span>
          </li>
        ))}
      </ul>
      {first !== undefined && query.hasNextPage && <ListFoot pages={query} shown={rows.length} total={first.total} />}
      {one.children > 0 && (
        <p>
          <Link to="/organizations" search={{ under: one.organizationId }}>
            {t('organization.searchBelow')}
          </Link>
        </p>
      )}
    </section>
  );
};
