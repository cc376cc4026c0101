import '../../look/review.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import { type Batch, type Scope, sendBatch } from '../../api/questions/review.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { bracketed, either, nameIn } from '../../components/names.ts';
import type { Sending } from '../../components/order-dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { useWhat } from '../../components/what-it-is.tsx';
import type { Step } from './steps-of.ts';

type Told = Schemas['BatchAnswer'];
type Outcome = Schemas['EntryOutcome'];

const SCOPES: readonly Scope[] = ['entry', 'leader', 'unit'];

/** Those it is not possible for, each with its reason. */
const Refused = ({ items, title }: Readonly<{ items: readonly Outcome[]; title: string }>) =>
  items.length === 0 ? null : (
    <div className="note">
      <p>{title}</p>
      <ul>
        {items.map(({ entryId, entryName, refusal }) => (
          <li key={entryId}>
            {nameIn(entryName)}
            {refusal !== null && `：${either(refusal.zh, refusal.en)}`}
          </li>
        ))}
      </ul>
    </div>
  );

const Scopes = ({
  scopes,
  onChange,
}: Readonly<{ scopes: readonly Scope[]; onChange: (scopes: readonly Scope[]) => void }>) => {
  const { t } = useTranslation();
  const what = useWhat();
  return (
    <fieldset className="choices">
      <legend>{t('batch.scopes')}</legend>
      {SCOPES.map((scope) => (
        <label key={scope}>
          <input
            type="checkbox"
            checked={scopes.includes(scope)}
            onChange={() => onChange(SCOPES.filter((each) => scopes.includes(each) !== (each === scope)))}
          />{' '}
          {scope === 'entry' ? what : t(`project.scope.${scope}`)}
        </label>
      ))}
      {scopes.length === 0 && <p className="note">{t('batch.scopeNeeded')}</p>}
    </fieldset>
  );
};

/** When all of their notices end, where that is the same for all. */
const commonEnd = (would: readonly Outcome[]): string | null => {
  const [first = null, ...others] = new Set(would.map(({ noticeUntil }) => noticeUntil));
  return others.length === 0 ? first : null;
};

/** What will be done, and what it means, before it is. */
const Before = ({
  act,
  items,
  would,
  scopes,
  onScopes,
}: Readonly<{
  act: Step;
  items: readonly string[];
  would: readonly Outcome[];
  scopes: readonly Scope[];
  onScopes: (scopes: readonly Scope[]) => void;
}>) => {
  const { t } = useTranslation();
  const until = commonEnd(would);
  return (
    <>
      <p>
        <strong>{t('batch.would', { count: would.length })}</strong>
        {until !== null && (
          <>
            <br />
            {t('batch.until', { date: sayDeadline(until) })}
          </>
        )}
      </p>
      <ul className="batch-list" tabIndex={0} aria-label={t(`batch.${act}`)}>
        {would.map(({ entryId, entryName, noticeUntil }) => (
          <li key={entryId}>
            {nameIn(entryName)}
            {until === null && noticeUntil !== null && bracketed(t('batch.until', { date: sayDeadline(noticeUntil) }))}
          </li>
        ))}
      </ul>
      {act === 'passed-reviews' && (
        <>
          <p>{t('batch.asserts')}</p>
          <ul>
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p className="quiet">{t('batch.passing')}</p>
        </>
      )}
      {act === 'clearance-requests' && (
        <>
          <Scopes scopes={scopes} onChange={onScopes} />
          <p className="quiet">{t('batch.clearing')}</p>
        </>
      )}
      {act === 'publications' && <p className="quiet">{t('batch.notices')}</p>}
    </>
  );
};

type Asked = Readonly<{ editionId: string; act: Step; entryIds: readonly string[]; items: readonly string[] }>;

/** Tried out: what would be done, and the order to do it. */
const Rehearsed = ({
  told,
  act,
  items,
  order,
  onClose,
}: Readonly<{
  told: Told;
  act: Step;
  items: readonly string[];
  order: Sending<Batch>;
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const [scopes, setScopes] = useState(SCOPES);
  const would = told.items.filter(({ outcome }) => outcome === 'would-be-done');
  const isPossible = act !== 'clearance-requests' || scopes.length > 0;
  return (
    <>
      {would.length === 0 ? (
        <p>{t('batch.none')}</p>
      ) : (
        <Before act={act} items={items} would={would} scopes={scopes} onScopes={setScopes} />
      )}
      <Refused
        items={told.items.filter(({ refusal }) => refusal !== null)}
        title={t('batch.refused', { count: told.refused })}
      />
      {order.isError && <ProblemNotice error={order.error} />}
      <p className="row">
        {would.length > 0 && (
          <Button
            type="primary"
            disabled={!isPossible}
            loading={order.isPending}
            onClick={() => order.mutate({ act, items, scopes, entryIds: would.map(({ entryId }) => entryId) })}
          >
            {t('batch.go', { count: would.length })}
          </Button>
        )}
        <Button onClick={onClose}>{t('cancel')}</Button>
      </p>
    </>
  );
};

/** One act for several entries: tried out first, then done for those it is possible for. */
export const BatchDialog = ({
  editionId,
  act,
  entryIds,
  items,
  onDone,
  onClose,
}: Asked & Readonly<{ onDone: (done: readonly string[]) => void; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [left, setLeft] = useState<Told | null>(null);
  const rehearsal = useQuery({
    queryKey: ['batch', editionId, act, entryIds],
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async () => sendBatch(editionId, { act, entryIds, items, scopes: SCOPES }, true, crypto.randomUUID()),
  });
  const order = useOrder({
    send: async (batch: Batch, key) => sendBatch(editionId, batch, false, key),
    touches: [['entries'], ['entry'], ['work'], ['public']],
    onDone: (told) => {
      const done = told.items.filter(({ outcome }) => outcome === 'done').map(({ entryId }) => entryId);
      tell(t('batch.done', { count: told.done }));
      onDone(done);
      if (told.refused === 0) onClose();
      else setLeft(told);
    },
  });
  return (
    <Dialog title={t(`batch.${act}`)} onClose={onClose}>
      {left === null ? (
        <>
          {rehearsal.isPending && <p role="status">{t('batch.checking')}</p>}
          <Answered query={rehearsal}>
            {(told) => <Rehearsed told={told} act={act} items={items} order={order} onClose={onClose} />}
          </Answered>
        </>
      ) : (
        <>
          <Refused
            items={left.items.filter(({ refusal }) => refusal !== null)}
            title={t('batch.left', { count: left.refused })}
          />
          <Button onClick={onClose}>{t('close')}</Button>
        </>
      )}
    </Dialog>
  );
};
