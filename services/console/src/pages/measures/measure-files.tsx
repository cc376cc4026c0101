import '../../look/sheets.css';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { Refused } from '../../api/problem.ts';
import { bring } from '../../api/upload.ts';
import { either, nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { MEASURE_TOUCHES, ORIGIN_CHARS_MAX, type Source, sourceName } from './shared.ts';

type Checked = Schemas['MeasureFormChecked'];
const SHOWN_MAX = 100;

/** The file as it is: the client would write it as JSON. */
const check = async (roundId: string, sourceId: string, file: File): Promise<Checked> => {
  const sent = {
    params: { path: { roundId, sourceId }, header: under(crypto.randomUUID()) },
    headers: { 'content-type': 'application/octet-stream' },
    body: '',
    bodySerializer: () => file,
  } as const;
  return file.name.toLowerCase().endsWith('.csv')
    ? answerOf(api.POST('/v1/rounds/{roundId}/measures/{sourceId}/check/csv', sent))
    : answerOf(api.POST('/v1/rounds/{roundId}/measures/{sourceId}/check/xlsx', sent));
};

const Faults = ({ found }: Readonly<{ found: Checked }>) => {
  const { t } = useTranslation();
  return (
    <>
      <p role="alert">{t('measures.files.faults', { count: found.faultsTotal })}</p>
      <table className="list" aria-label={t('measures.files.faultsTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('measures.files.cell')}</th>
            <th scope="col">{t('measures.subject')}</th>
            <th scope="col">{t('measures.files.found')}</th>
            <th scope="col">{t('measures.files.why')}</th>
          </tr>
        </thead>
        <tbody>
          {found.faults.slice(0, SHOWN_MAX).map(({ cell, entryName, found: text, reason, zh, en }) => (
            <tr key={`${cell} ${reason}`}>
              <th scope="row">{cell}</th>
              <td>{nameIn(entryName)}</td>
              <td>{text}</td>
              <td>{either(zh, en)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

const Preview = ({ found }: Readonly<{ found: Checked }>) => {
  const { t } = useTranslation();
  const { values, standing, empty } = found;
  return (
    <>
      <p>{t('measures.files.fresh', { count: values.length, standing, empty })}</p>
      <ul>
        {values.slice(0, SHOWN_MAX).map(({ entryId, entryName, attempt, value, dayOf }) => (
          <li key={`${entryId} ${attempt}`}>
            {nameIn(entryName)} · {t('measures.attempt', { attempt })} · {value} · {dayOf}
          </li>
        ))}
      </ul>
      {values.length > SHOWN_MAX && <p>{t('measures.files.more', { count: values.length - SHOWN_MAX })}</p>}
    </>
  );
};

/** A text of another encoding than UTF-8 is no evidence file: it is recorded by its hash alone, and stays with whoever has it. */
const bringForm = async (file: File): Promise<void> => {
  try {
    await bring(file);
  } catch (error) {
    if (!(error instanceof Refused && error.problem?.reason === 'EVIDENCE_TYPE_NOT_ALLOWED')) throw error;
  }
};

/** All of it is recorded, or nothing: with where it is from, and the file itself as its document. */
const Confirm = ({
  roundId,
  source,
  file,
  found,
  onDone,
}: Readonly<{ roundId: string; source: Source; file: File; found: Checked; onDone: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [origin, setOrigin] = useState('');
  const [lacksOrigin, setLacksOrigin] = useState(false);
  const order = useOrder({
    send: async (from: string, key) => {
      await bringForm(file);
      return answerOf(
        api.POST('/v1/rounds/{roundId}/measures/{sourceId}/values', {
          params: { path: { roundId, sourceId: source.sourceId }, header: under(key) },
          body: {
            values: found.values.map(({ entryId, attempt, value, dayOf }) => ({ entryId, attempt, value, dayOf })),
            ...{ origin: from, evidence: [found.sha256] },
          },
        }),
      );
    },
    touches: MEASURE_TOUCHES,
    onDone: () => {
      onDone();
      tell(t('measures.files.taken', { count: found.values.length }));
    },
  });
  const id = `origin-${source.sourceId}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setLacksOrigin(origin.trim() === '');
        if (origin.trim() !== '') order.mutate(origin.trim());
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t('measures.origin')}</label>
        <input id={id} value={origin} maxLength={ORIGIN_CHARS_MAX} onChange={({ target }) => setOrigin(target.value)} />
      </div>
      {lacksOrigin && <p role="alert">{t('required')}</p>}
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(origin.trim())} />}
      <p className="row">
        <Button type="primary" htmlType="submit" loading={order.isPending}>
          {t('measures.files.take', { count: found.values.length })}
        </Button>
      </p>
    </form>
  );
};

/** The values of one measure by a file: the form goes out, comes back, is looked at, and only then recorded. */
export const MeasureFiles = ({ roundId, source }: Readonly<{ roundId: string; source: Source }>) => {
  const { t } = useTranslation();
  const { sourceId } = source;
  const checking = useMutation({ mutationFn: async (file: File) => check(roundId, sourceId, file) });
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const chosen = target.files?.[0];
    // The same file may be chosen again once it is mended.
    target.value = '';
    if (chosen !== undefined) checking.mutate(chosen);
  };
  const found = checking.data;
  const isClean = found !== undefined && found.mismatch === null && found.faultsTotal === 0;
  return (
    <details className="part sheet-files">
      <summary>{t('measures.files.title', { name: sourceName(source) })}</summary>
      <p>{t('measures.files.lead')}</p>
      <p className="row">
        <Button href={`/v1/rounds/${roundId}/measures/${sourceId}/form.xlsx`}>{t('measures.files.out')}</Button>
        <label className="file-button">
          {t('measures.files.in')}
          <input type="file" accept=".xlsx,.csv" className="unseen" onChange={choose} />
        </label>
      </p>
      {checking.isPending && <p role="status">{t('measures.files.checking')}</p>}
      {checking.isError && <ProblemNotice error={checking.error} />}
      {found !== undefined && found.mismatch !== null && (
        <p role="alert">{t(`measures.files.mismatch.${found.mismatch}`)}</p>
      )}
      {found !== undefined && found.faultsTotal > 0 && <Faults found={found} />}
      {found !== undefined && isClean && <Preview found={found} />}
      {found !== undefined && isClean && found.values.length > 0 && (
        <Confirm
          key={found.sha256}
          {...{ roundId, source, found, file: checking.variables }}
          onDone={() => checking.reset()}
        />
      )}
    </details>
  );
};
