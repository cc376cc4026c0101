import '../../look/planning.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { useDraft } from '../../api/draft.ts';
import { under, useOrder } from '../../api/order.ts';
import { edition } from '../../api/questions/campaigns.ts';
import { me } from '../../api/questions/own.ts';
import { branchesOf, peopleOf, plannedOf } from '../../api/questions/planning.ts';
import { Answered } from '../../components/answered.tsx';
import { CheckAnswers } from '../../components/check-answers.tsx';
import type { Option } from '../../components/choice.tsx';
import { lastDayOf, sayDay } from '../../components/dates.ts';
import { DraftForm } from '../../components/draft-form.tsx';
import { EntryLines } from '../../components/entry-lines.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { Part } from '../../components/part.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { bodyOf, EMPTY_PLAN, type Plan, planIn } from './plan.ts';
import { usePlanAnswers } from './plan-check.tsx';
import { PlanFields } from './plan-fields.tsx';

type Edition = Schemas['Edition'];
type Filled = Plan & Readonly<{ branchId: string; track: string }>;

const page = getRouteApi('/editions/$editionId/plans');

const filledIn =
  (first: Filled) =>
  (kept: unknown): Filled => {
    const { branchId, track } = kept as Partial<Filled>;
    return { ...planIn(kept), branchId: branchId ?? first.branchId, track: track ?? first.track };
  };

/** What these branches have planned already, and how it stands. */
const Planned = ({ branchId, editionId }: Readonly<{ branchId: string; editionId: string }>) => {
  const { t } = useTranslation();
  return (
    <Part id="planned" title={t('planning.planned')} query={useQuery(plannedOf(branchId, editionId))}>
      {({ items }) =>
        items.length === 0 ? <p className="quiet">{t('planning.nonePlanned')}</p> : <EntryLines items={items} />
      }
    </Part>
  );
};

const Where = ({ branches, tracks }: Readonly<{ branches: readonly Option[]; tracks: Edition['tracks'] }>) => {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item name="branchId" label={t('projects.branch')} rules={required} hidden={branches.length === 1}>
        <select>
          <option value="">{t('planning.choose')}</option>
          {branches.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="track" label={t('projects.track')} rules={required} hidden={tracks.length === 1}>
        <select>
          {tracks.map(({ track, nameZh, nameEn }) => (
            <option key={track} value={track}>
              {either(nameZh, nameEn)}
            </option>
          ))}
        </select>
      </Form.Item>
    </>
  );
};

const usePlanOrder = (editionId: string, sent: () => Promise<void>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  return useOrder({
    send: async ({ branchId, track, ...plan }: Filled, key: string) =>
      answerOf(
        api.POST('/v1/entries', {
          params: { header: under(key) },
          body: { editionId, branchId, track, ...bodyOf(plan) },
        }),
      ),
    touches: [['entries'], ['work']],
    onDone: ({ entryId }) => {
      tell(t('planning.done'));
      void sent().then(async () => navigate({ to: '/entries/$entryId', params: { entryId } }));
    },
  });
};

type Writer = Readonly<{ personId: string; name: string }>;

const NewPlan = ({
  one,
  branches,
  unitId,
  writer,
}: Readonly<{
  one: Edition;
  branches: readonly Option[];
  /** Whose people its officer may name. */
  unitId: string | undefined;
  writer: Writer;
}>) => {
  const { t } = useTranslation();
  const { editionId, tracks } = one;
  const [checking, setChecking] = useState(false);
  const first: Filled = {
    ...EMPTY_PLAN,
    branchId: branches.length === 1 ? (branches[0]?.value ?? '') : '',
    track: tracks[0]?.track ?? '',
  };
  const draft = useDraft('entry-plan', editionId, first, filledIn(first));
  const send = usePlanOrder(editionId, draft.discard);
  const answers = usePlanAnswers();
  const { value } = draft;
  const branch = branches.find((each) => each.value === value.branchId);
  const among = unitId ?? value.branchId;
  const people = useQuery({ ...peopleOf(among), enabled: among !== '' });
  const nameOf = (personId: string): string =>
    [writer, ...(people.data?.items ?? [])].find((each) => each.personId === personId)?.name ?? personId;
  return (
    <>
      {send.isError && <ProblemNotice error={send.error} again={() => send.mutate(value)} />}
      {checking ? (
        <CheckAnswers
          title={t('acts.check')}
          lead={t('planning.checkLead')}
          answers={[{ name: t('projects.branch'), said: branch?.label ?? '' }, ...answers(value, nameOf)]}
          action={t('planning.send')}
          busy={send.isPending}
          onSend={() => send.mutate(value)}
          onEdit={() => setChecking(false)}
        />
      ) : (
        <section className="part" aria-labelledby="plan">
          <h2 id="plan">{t('planning.new')}</h2>
          <DraftForm draft={draft} onFinish={() => setChecking(true)}>
            <Where branches={branches} tracks={tracks} />
            <PlanFields among={among} known={[writer]} />
            <Button type="primary" htmlType="submit">
              {t('acts.toCheck')}
            </Button>
          </DraftForm>
        </section>
      )}
      {value.branchId !== '' && <Planned branchId={value.branchId} editionId={editionId} />}
    </>
  );
};

const unique = (options: readonly Option[]): readonly Option[] => [
  ...new Map(options.map((option) => [option.value, option])).values(),
];

/** Plans of an edition: who leads a branch, or works for its unit, proposes a project. */
export const Plans = () => {
  const { t } = useTranslation();
  const { editionId } = page.useParams();
  const who = useQuery(me);
  const grants = who.data?.grants ?? [];
  const own = grants.filter(({ role }) => role === 'branch-secretary');
  const unit = grants.find(({ role }) => role === 'unit-officer');
  const below = useQuery({ ...branchesOf(unit?.organizationId ?? ''), enabled: unit !== undefined });
  const branches = unique([
    ...own.map(({ organizationId, organizationName }) => ({
      value: organizationId,
      label: nameIn(organizationName) ?? organizationId,
    })),
    ...(below.data?.items ?? []).map((each) => ({
      value: each.organizationId,
      label: either(each.nameZh, each.nameEn),
    })),
  ]);
  return (
    <Answered query={useQuery(edition(editionId))}>
      {(one) => {
        const stage = one.stages.find(({ act }) => act === 'plan' || act === 'propose');
        const until =
          stage === undefined ? undefined : t('planning.until', { date: sayDay(lastDayOf(stage.closesAt)) });
        return (
          <Page
            title={t('planning.title')}
            lead={[either(one.titleZh, one.titleEn), until].filter((part) => part !== undefined).join(' · ')}
          >
            {branches.length === 0 && !below.isFetching && who.data !== undefined && (
              <EmptyNotice title={t('planning.notYours')}>{t('planning.notYoursWhy')}</EmptyNotice>
            )}
            {branches.length > 0 && who.data !== undefined && who.data !== null && (
              <NewPlan one={one} branches={branches} unitId={unit?.organizationId} writer={who.data} />
            )}
          </Page>
        );
      }}
    </Answered>
  );
};
