import '../../look/planning.css';
import '../../look/declaring.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { type Draft, useDraft } from '../../api/draft.ts';
import { under, useOrder } from '../../api/order.ts';
import { entry, files } from '../../api/questions/entries.ts';
import { Answered } from '../../components/answered.tsx';
import { CheckAnswers } from '../../components/check-answers.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { DraftForm } from '../../components/draft-form.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Needs } from '../../components/needs.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SideBySide } from '../../components/side-by-side.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import { useTell } from '../../components/told.tsx';
import { useAddedFiles } from './added-files.ts';
import { Demanded } from './demanded.tsx';
import { Departure, isAboutDeparture, VoteRank } from './departure.tsx';
import { describeAll } from './describe.ts';
import { type Attached, type Chosen, chosenIn, documentsOf } from './documents.ts';
import { type Evidence, evidenceIn } from './evidence.ts';
import { KnownFiles } from './known-files.tsx';
import { NewFiles } from './new-files.tsx';

const TEXT_CHARS_MAX = 4_000;

type Told = Schemas['GetV1EntriesByEntryIdAnswer'];
type Version = Schemas['Declaration'];
/** `known`: files that the project had; `files`: those added here. */
type Filled = Readonly<{
  summary: string;
  known: readonly string[];
  files: readonly Evidence[];
  documents: Chosen;
  /** Of a candidate: why it is declared out of the order of the vote. */
  departure: string;
}>;

const page = getRouteApi('/entries/$entryId/declare');

const restore = (kept: unknown): Filled => {
  const { summary, known, files, documents, departure } = kept as Partial<Filled>;
  return {
    summary: typeof summary === 'string' ? summary : '',
    known: Array.isArray(known) ? known.filter((one) => typeof one === 'string') : [],
    files: evidenceIn(files),
    documents: chosenIn(documents),
    departure: typeof departure === 'string' ? departure : '',
  };
};

const evidenceOf = ({ known, files }: Filled): string[] => [
  ...new Set([...known, ...files.map(({ sha256 }) => sha256)]),
];

/** Files that go along, by what they are called here. */
const useAttached = (entryId: string, { known, files: added }: Filled): readonly Attached[] => {
  const { t } = useTranslation();
  const { data } = useQuery(files(entryId));
  const before = (data?.items ?? []).filter(({ sha256 }) => known.includes(sha256));
  return [
    ...before.map(({ sha256, kind, caption }) => ({
      sha256,
      kind: kind ?? ('other' as const),
      name: caption ?? t(`project.fileKind.${kind ?? 'other'}`),
    })),
    ...added
      .filter(({ sha256 }) => !before.some((one) => one.sha256 === sha256))
      .map(({ sha256, kind, caption, name }) => ({ sha256, kind, name: caption === '' ? name : caption })),
  ];
};

const useDeclareOrder = ({ entry: { entryId, revision }, documents: demanded }: Told, draft: Draft<Filled>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  const attached = useAttached(entryId, draft.value);
  return useOrder({
    send: async (filled: Filled, key: string) => {
      await describeAll(entryId, filled.files, (kind) => t(`project.fileKind.${kind}`));
      return answerOf(
        api.POST('/v1/entries/{entryId}/declare', {
          params: { path: { entryId }, header: { ...under(key), 'If-Match': `"${revision}"` } },
          body: {
            summary: filled.summary.trim(),
            evidence: evidenceOf(filled),
            documents: documentsOf(demanded, filled.documents, attached),
            ...(filled.departure.trim() === '' ? {} : { departure: filled.departure.trim() }),
          },
        }),
      );
    },
    touches: [['entries'], ['entry', entryId], ['work']],
    onDone: () => {
      tell(t('declaring.declared'));
      void draft.discard().then(async () => navigate({ to: '/entries/$entryId', params: { entryId } }));
    },
  });
};

/** Why it came back, and until when it may be answered. */
const WhyReturned = ({ version, until }: Readonly<{ version: Version; until: string | null }>) => {
  const { t } = useTranslation();
  return (
    <section className="part" aria-labelledby="returned">
      <h2 id="returned">{t('project.returned')}</h2>
      <ul className="note reasons">
        {version.returnReasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {until !== null && <p>{t('declaring.answerUntil', { date: sayDeadline(until) })}</p>}
    </section>
  );
};

/** What is written now beside what was declared before. */
const Compared = ({ last, count, summary }: Readonly<{ last: Version; count: number; summary: string }>) => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('declaring.compare')}</h2>
      <SideBySide
        before={last.summary}
        after={summary}
        titles={[t('project.version', { count }), t('project.version', { count: count + 1 })]}
      />
    </>
  );
};

const Fields = ({
  told,
  draft,
  action,
  onFinish,
  busy,
}: Readonly<{
  told: Told;
  draft: Draft<Filled>;
  action: string;
  onFinish: () => void;
  busy: boolean;
}>) => {
  const { t } = useTranslation();
  const { entry: one, declarations, documents: demanded } = told;
  const { value } = draft;
  const attached = useAttached(one.entryId, value);
  // Whoever stands on a roll was listed without a word.
  const said = declarations.filter(({ summary }) => summary !== '');
  const last = said.at(-1);
  const setFiles = (files: readonly Evidence[]): void => draft.set({ ...value, files });
  const { uploads, sources } = useAddedFiles(value.files, setFiles);
  const underWay = uploads.all.length;
  return (
    <section className="part" aria-label={t('declaring.declaration')}>
      <DraftForm draft={draft} onFinish={onFinish}>
        <Form.Item
          name="summary"
          label={t('declaring.summary')}
          extra={t('declaring.summaryHint')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={8} maxLength={TEXT_CHARS_MAX} showCount />
        </Form.Item>
        {one.standing === 'proposed' && <Departure />}
        <h2>{t('declaring.evidence')}</h2>
        <h3>{t('declaring.known')}</h3>
        <KnownFiles entryId={one.entryId} chosen={value.known} onChange={(known) => draft.set({ ...value, known })} />
        <h3>{t('declaring.added')}</h3>
        <NewFiles
          files={value.files}
          sources={sources}
          uploads={uploads}
          taken={value.known.length}
          onChange={setFiles}
        />
        {demanded.length > 0 && (
          <Demanded
            demanded={demanded}
            names={told.documentNames}
            chosen={value.documents}
            attached={attached}
            onChange={(documents) => draft.set({ ...value, documents })}
          />
        )}
        {last !== undefined && one.standing !== 'proposed' && draft.state !== 'reading' && (
          <Compared last={last} count={said.length} summary={value.summary} />
        )}
        <p className="row send-row">
          <Button type="primary" htmlType="submit" loading={busy} disabled={underWay > 0}>
            {underWay > 0 ? t('declaring.waitFor', { count: underWay }) : action}
          </Button>
        </p>
      </DraftForm>
    </section>
  );
};

const Declaration = ({ told }: Readonly<{ told: Told }>) => {
  const { t } = useTranslation();
  const { entry: one, declarations, needs, share } = told;
  const [checking, setChecking] = useState(false);
  const last = declarations.at(-1);
  const first: Filled = {
    summary: last?.summary ?? '',
    known: last?.evidence ?? [],
    files: [],
    departure: '',
    documents: Object.fromEntries((last?.documents ?? []).map(({ document, sha256 }) => [document, sha256])),
  };
  const draft = useDraft<Filled>('declaration', one.entryId, first, restore);
  const { value } = draft;
  const send = useDeclareOrder(told, draft);
  const isAnswer = one.standing === 'returned';
  const isRolled = one.brought !== 'none';
  return (
    <>
      {isAnswer && last !== undefined && <WhyReturned version={last} until={one.redeclareUntil} />}
      {isAnswer && !isRolled && (
        <p>
          <Link to="/entries/$entryId/plan" params={{ entryId: one.entryId }}>
            {t('declaring.planToo')}
          </Link>
        </p>
      )}
      {one.standing === 'proposed' && <VoteRank rank={told.voteRank} />}
      <Needs needs={needs} share={share} isAhead />
      {send.isError && <ProblemNotice error={send.error} again={() => send.mutate(value)} />}
      {isAboutDeparture(send.error) && <p className="note">{t('declaring.departureAt')}</p>}
      {checking ? (
        <CheckAnswers
          title={t('acts.check')}
          lead={t(isRolled ? 'declaring.checkRolled' : 'declaring.checkLead')}
          answers={[
            { name: t('declaring.summary'), said: value.summary },
            { name: t('declaring.evidence'), said: t('declaring.fileCount', { count: evidenceOf(value).length }) },
            ...(value.departure === '' ? [] : [{ name: t('declaring.departure'), said: value.departure }]),
          ]}
          action={t('declaring.send')}
          busy={send.isPending}
          onSend={() => send.mutate(value)}
          onEdit={() => setChecking(false)}
        />
      ) : (
        // An answer stands beside what it answers: it is looked at while it is written, and sent from there.
        <Fields
          told={told}
          draft={draft}
          action={isAnswer ? t('declaring.sendAnswer') : t('acts.toCheck')}
          busy={send.isPending}
          onFinish={() => (isAnswer ? send.mutate(value) : setChecking(true))}
        />
      )}
    </>
  );
};

/** Declares a project, or answers its return. */
export const Declare = () => {
  const { t } = useTranslation();
  const { entryId } = page.useParams();
  return (
    <Answered query={useQuery(entry(entryId))}>
      {(told) => {
        const { standing, brought } = told.entry;
        const isBringing = standing === 'declared' && brought !== 'none';
        const title = t(
          `declaring.${standing === 'returned' ? 'answer' : standing === 'proposed' ? 'candidate' : 'declare'}`,
        );
        const toProject = (
          <Link to="/entries/$entryId" params={{ entryId }}>
            {t('acts.toProject')}
          </Link>
        );
        return (
          <Page title={title} lead={told.entry.title} actions={toProject}>
            {standing === 'underway' || standing === 'proposed' || standing === 'returned' || isBringing ? (
              <Declaration told={told} />
            ) : (
              <EmptyNotice title={t('declaring.notNow')} action={toProject}>
                <StandingMark standing={standing} />
              </EmptyNotice>
            )}
          </Page>
        );
      }}
    </Answered>
  );
};
