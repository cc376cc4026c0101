import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.ts';
import { either } from './names.ts';
import { ProblemNotice } from './problem-notice.tsx';

type List = Schemas['PostV1ExportsBody']['list'];
type Job = Schemas['ExportJob'];

const LOOK_MS = 1_000;
const isUnderWay = ({ state }: Job): boolean => state === 'waiting' || state === 'running';

const State = ({ job, onEnd }: Readonly<{ job: Job; onEnd: () => void }>) => {
  const { t } = useTranslation();
  if (job.state === 'done')
    return (
      <a className="primary" href={`/v1/exports/${job.exportId}/file`} download>
        {t('exports.done', { rows: job.rows })}
      </a>
    );
  if (job.state === 'failed')
    return (
      <p className="note" role="alert">
        {job.failure === null ? t('exports.failed') : either(job.failure.zh, job.failure.en)}
      </p>
    );
  return (
    <>
      <span role="status">
        {job.total === null ? t('exports.waiting') : t('exports.running', { rows: job.rows, total: job.total })}
      </span>{' '}
      <Button onClick={onEnd}>{t('exports.cancel')}</Button>
    </>
  );
};

/** The list as it is filtered now, as a file for Excel: made on the server, told how far, and given up when asked. */
export const ExportButton = ({
  list,
  query,
  params = {},
}: Readonly<{
  list: List;
  query: Readonly<Record<string, string>>;
  /** What stands in the list's address. */
  params?: Readonly<Record<string, string>>;
}>) => {
  const { t } = useTranslation();
  const [exportId, setExportId] = useState<string | undefined>(undefined);
  const begin = useMutation({
    mutationFn: async () =>
      answerOf(
        api.POST('/v1/exports', {
          params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: { list, params, query, format: 'xlsx' },
        }),
      ),
    onSuccess: (job) => setExportId(job.exportId),
  });
  const job = useQuery({
    queryKey: ['export', exportId],
    enabled: exportId !== undefined,
    refetchInterval: ({ state: { data } }) => (data === undefined || isUnderWay(data) ? LOOK_MS : false),
    queryFn: async () =>
      answerOf(api.GET('/v1/exports/{exportId}', { params: { path: { exportId: exportId ?? '' } } })),
  });
  const end = async (): Promise<void> => {
    if (exportId !== undefined) await api.DELETE('/v1/exports/{exportId}', { params: { path: { exportId } } });
    setExportId(undefined);
  };
  const error = begin.error ?? job.error;
  return (
    <div className="export">
      {exportId !== undefined && job.data !== undefined ? (
        <State job={job.data} onEnd={() => void end()} />
      ) : (
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('exports.ask')}
        </Button>
      )}
      {error !== null && <ProblemNotice error={error} again={() => begin.mutate()} />}
    </div>
  );
};
