import '../../look/planning.css';
import '../../look/declaring.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { type Draft, useDraft } from '../../api/draft.ts';
import { under, useOrder } from '../../api/order.ts';
import { entry } from '../../api/questions/entries.ts';
import { Answered } from '../../components/answered.tsx';
import { DraftForm } from '../../components/draft-form.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { useAddedFiles } from './added-files.ts';
import { describeAll } from './describe.ts';
import { type Evidence, evidenceIn } from './evidence.ts';
import { NewFiles } from './new-files.tsx';

const TEXT_CHARS_MAX = 4_000;

type Filled = Readonly<{ report: string; files: readonly Evidence[] }>;

const page = getRouteApi('/entries/$entryId/report');

const restore = (kept: unknown): Filled => {
  const { report, files } = kept as Partial<Filled>;
  return { report: typeof report === 'string' ? report : '', files: evidenceIn(files) };
};

const useReportOrder = (entryId: string, draft: Draft<Filled>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  return useOrder({
    send: async ({ report, files }: Filled, key: string) => {
      await describeAll(entryId, files, (kind) => t(`project.fileKind.${kind}`));
      return answerOf(
        api.POST('/v1/entries/{entryId}/progress', {
          params: { path: { entryId }, header: under(key) },
          body: { report: report.trim(), evidence: files.map(({ sha256 }) => sha256) },
        }),
      );
    },
    touches: [['entry', entryId], ['work']],
    onDone: () => {
      tell(t('declaring.reported'));
      void draft.discard().then(async () => navigate({ to: '/entries/$entryId', params: { entryId } }));
    },
  });
};

const ReportForm = ({ entryId }: Readonly<{ entryId: string }>) => {
  const { t } = useTranslation();
  const draft = useDraft<Filled>('progress-report', entryId, { report: '', files: [] }, restore);
  const { value } = draft;
  const setFiles = (files: readonly Evidence[]): void => draft.set({ ...value, files });
  const { uploads, sources } = useAddedFiles(value.files, setFiles);
  const send = useReportOrder(entryId, draft);
  const underWay = uploads.all.length;
  return (
    <section className="part" aria-label={t('declaring.report')}>
      {send.isError && <ProblemNotice error={send.error} again={() => send.mutate(value)} />}
      <DraftForm draft={draft} onFinish={() => send.mutate(value)}>
        <Form.Item
          name="report"
          label={t('declaring.what')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={5} maxLength={TEXT_CHARS_MAX} showCount placeholder={t('declaring.whatHint')} />
        </Form.Item>
        <h2>{t('declaring.pictures')}</h2>
        <NewFiles files={value.files} sources={sources} uploads={uploads} taken={0} onChange={setFiles} />
        <p className="row send-row">
          <Button type="primary" htmlType="submit" loading={send.isPending} disabled={underWay > 0}>
            {underWay > 0 ? t('declaring.waitFor', { count: underWay }) : t('declaring.sendReport')}
          </Button>
        </p>
      </DraftForm>
    </section>
  );
};

/** Progress of a project, with pictures, from a phone too. */
export const Report = () => {
  const { t } = useTranslation();
  const { entryId } = page.useParams();
  return (
    <Answered query={useQuery(entry(entryId))}>
      {({ entry: one }) => (
        <Page
          title={t('declaring.report')}
          lead={one.title}
          actions={
            <Link to="/entries/$entryId" params={{ entryId }}>
              {t('acts.toProject')}
            </Link>
          }
        >
          <ReportForm entryId={entryId} />
        </Page>
      )}
    </Answered>
  );
};
