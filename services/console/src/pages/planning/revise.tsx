import '../../look/planning.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { type Draft, useDraft } from '../../api/draft.ts';
import { under, useOrder } from '../../api/order.ts';
import { Refused } from '../../api/problem.ts';
import { lastChange } from '../../api/questions/changes.ts';
import { entry } from '../../api/questions/entries.ts';
import { peopleOf } from '../../api/questions/planning.ts';
import { Answered } from '../../components/answered.tsx';
import { CheckAnswers } from '../../components/check-answers.tsx';
import { sayMoment } from '../../components/dates.ts';
import { DraftForm } from '../../components/draft-form.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { ClashNotice } from './clash-notice.tsx';
import { bodyOf, clashOf, type Plan, planIn, planOf, withTheirs } from './plan.ts';
import { usePlanAnswers } from './plan-check.tsx';
import { PlanFields } from './plan-fields.tsx';

const REASON_CHARS_MAX = 1_000;

type Told = Schemas['GetV1EntriesByEntryIdAnswer'];
/** `base` is what the writer saw when he began: a change of somebody else is told by it, days later too. */
type Filled = Plan & Readonly<{ why: string; base: Plan; seen: number }>;

const page = getRouteApi('/entries/$entryId/plan');

const restore = (kept: unknown): Filled | null => {
  const { why, base, seen } = kept as Partial<Filled>;
  return typeof seen === 'number' ? { ...planIn(kept), why: why ?? '', base: planIn(base), seen } : null;
};

const useNames = (told: Told): ((personId: string) => string) => {
  const { entry: one } = told;
  const { data } = useQuery(peopleOf(one.proposerId));
  return (personId) => {
    const at = one.answerable.indexOf(personId);
    return data?.items.find((each) => each.personId === personId)?.name ?? nameIn(one.answerableNames[at]) ?? personId;
  };
};

const useReviseOrder = (entryId: string, draft: Draft<Filled>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  const client = useQueryClient();
  return useOrder({
    send: async ({ why, base: _base, seen, ...plan }: Filled, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/revise', {
          params: { path: { entryId }, header: { ...under(key), 'If-Match': `"${seen}"` } },
          body: { ...bodyOf(plan), why: why.trim() },
        }),
      ).catch(async (error: unknown) => {
        // Somebody was faster: what he wrote is asked for, and shown beside this.
        if (error instanceof Refused && error.status === 412)
          await client.invalidateQueries({ queryKey: ['entry', entryId] });
        throw error;
      }),
    touches: [['entries'], ['entry', entryId], ['work']],
    onDone: () => {
      tell(t('planning.revised'));
      void draft.discard().then(async () => navigate({ to: '/entries/$entryId', params: { entryId } }));
    },
  });
};

/** Who changed it last, and when. */
const useOther = (entryId: string, isAsked: boolean) => {
  const { t } = useTranslation();
  const { data } = useQuery({ ...lastChange(entryId), enabled: isAsked });
  const role =
    data?.actorRole === null || data === undefined || data === null ? undefined : t(`role.${data.actorRole}`);
  const name = nameIn(data?.actorName);
  const who =
    name === undefined ? (role ?? t('planning.somebody')) : role === undefined ? name : t('project.by', { name, role });
  return { who, when: data === undefined || data === null ? '' : sayMoment(data.occurredAt) };
};

/** The fields of the plan, or what is about to be sent. */
const Writing = ({
  told,
  draft,
  current,
  send,
  nameOf,
}: Readonly<{
  told: Told;
  draft: Draft<Filled>;
  current: Filled;
  send: ReturnType<typeof useReviseOrder>;
  nameOf: (personId: string) => string;
}>) => {
  const { t } = useTranslation();
  const [checking, setChecking] = useState(false);
  const answers = usePlanAnswers();
  const { entry: one } = told;
  if (checking)
    return (
      <CheckAnswers
        title={t('acts.check')}
        lead={t('planning.reviseLead')}
        answers={[...answers(current, nameOf), { name: t('reason'), said: current.why }]}
        action={t('planning.sendRevision')}
        busy={send.isPending}
        onSend={() => send.mutate(current)}
        onEdit={() => setChecking(false)}
      />
    );
  return (
    <section className="part" aria-label={t('planning.revise')}>
      <DraftForm draft={draft} onFinish={() => setChecking(true)}>
        <PlanFields
          among={one.proposerId}
          known={one.answerable.map((personId) => ({ personId, name: nameOf(personId) }))}
        />
        <Form.Item
          name="why"
          label={t('reason')}
          extra={t('reasonHint')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={2} maxLength={REASON_CHARS_MAX} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t('acts.toCheck')}
        </Button>
      </DraftForm>
    </section>
  );
};

const Revision = ({ told }: Readonly<{ told: Told }>) => {
  const { entry: one, milestones } = told;
  const { entryId } = one;
  const theirs = planOf(one, milestones);
  const draft = useDraft<Filled>(
    'entry-revision',
    entryId,
    { ...theirs, why: '', base: theirs, seen: one.revision },
    restore,
  );
  const { value } = draft;
  const clash = clashOf(value.base, theirs, value);
  const isBehind = draft.state !== 'reading' && one.revision !== value.seen;
  const clashes = isBehind && clash.both.length + clash.taken.length > 0;
  // What happened to the project beside its plan stops nobody from writing on.
  const current: Filled = isBehind && !clashes ? { ...value, base: theirs, seen: one.revision } : value;
  const send = useReviseOrder(entryId, draft);
  const nameOf = useNames(told);
  const { t } = useTranslation();
  const other = useOther(entryId, clashes);
  const isStale = send.error instanceof Refused && send.error.status === 412;
  if (clashes)
    return (
      <ClashNotice
        other={{ ...other, theirs, clash }}
        mine={value}
        nameOf={nameOf}
        onSettled={(fields) => {
          send.reset();
          draft.set({ ...value, ...withTheirs(value, theirs, fields), base: theirs, seen: one.revision });
        }}
      />
    );
  return (
    <>
      {send.isError && !isStale && <ProblemNotice error={send.error} again={() => send.mutate(current)} />}
      {isStale && (
        <p className="note" role="alert">
          {t('planning.changedElsewhere')}
        </p>
      )}
      <Writing told={told} draft={draft} current={current} send={send} nameOf={nameOf} />
    </>
  );
};

/** Changes a plan, until it is confirmed, and again when it was returned. */
export const Revise = () => {
  const { t } = useTranslation();
  const { entryId } = page.useParams();
  return (
    <Answered query={useQuery(entry(entryId))}>
      {(told) => (
        <Page
          title={t('planning.revise')}
          lead={told.entry.title}
          actions={
            <Link to="/entries/$entryId" params={{ entryId }}>
              {t('acts.toProject')}
            </Link>
          }
        >
          <Revision told={told} />
        </Page>
      )}
    </Answered>
  );
};
