import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { entries } from '../../api/questions/entries.ts';
import { Loading } from '../../components/loading.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { BatchDialog } from '../review/batch-dialog.tsx';
import { standingFor } from '../review/steps-of.ts';

type Standing = Schemas['EntryLine']['standing'];

const Ready = ({ edition, standing }: Readonly<{ edition: Schemas['Edition']; standing: Standing }>) => {
  const { t } = useTranslation();
  const { editionId, committeeId } = edition;
  const [isOpen, setOpen] = useState(false);
  const query = useInfiniteQuery(entries({ organizationId: committeeId, editionId, standing, sort: 'due' }));
  const entryIds = query.data?.pages.flatMap(({ items }) => items.map(({ entryId }) => entryId)) ?? [];
  const count = query.data?.pages[0]?.total ?? 0;
  return (
    <section className="part" aria-labelledby="ready">
      <h2 id="ready">{t('running.ready')}</h2>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && count === 0 && <p className="quiet">{t('running.readyNone')}</p>}
      {count > 0 && (
        <>
          <p>{t('running.readyCount', { count })}</p>
          <p className="row">
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('running.publish', { count: entryIds.length })}
            </Button>
            <Link to="/editions/$editionId/review" params={{ editionId }} search={{ standing }}>
              {t('running.choose')}
            </Link>
          </p>
        </>
      )}
      {isOpen && (
        <BatchDialog
          editionId={editionId}
          act="publications"
          entryIds={entryIds}
          items={[]}
          onDone={() => undefined}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
};

/** What can be published now, all of it in one go. */
export const ReadyPart = ({ edition }: Readonly<{ edition: Schemas['Edition'] }>) => {
  const standing = standingFor(edition).publications;
  return standing === null ? null : <Ready edition={edition} standing={standing} />;
};
