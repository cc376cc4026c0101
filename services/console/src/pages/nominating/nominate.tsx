import '../../look/planning.css';
import '../../look/declaring.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useDraft } from '../../api/draft.ts';
import { under, useOrder } from '../../api/order.ts';
import { edition } from '../../api/questions/campaigns.ts';
import { now } from '../../api/platform-clock.ts';
import { me } from '../../api/questions/own.ts';
import { peopleOf } from '../../api/questions/planning.ts';
import { Answered } from '../../components/answered.tsx';
import { CheckAnswers } from '../../components/check-answers.tsx';
import type { Option } from '../../components/choice.tsx';
import { lastDayOf, sayDay } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { comma, either, nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { type Attached, documentsOf } from '../declaring/documents.ts';
import { NominationForm } from './nomination-form.tsx';
import { Nominated } from './nominated.tsx';
import {
  type Edition,
  isChosen,
  type Nomination,
  nominationIn,
  puttingForward,
  standsForVote,
  type Track,
  trackName,
} from './nomination.ts';
import { useSubjects } from './subject-fields.tsx';

const page = getRouteApi('/editions/$editionId/nominate');

const useNominationOrder = (editionId: string, track: Track, sent: () => Promise<void>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  return useOrder({
    send: async (
      { filled, attached }: Readonly<{ filled: Nomination; attached: readonly Attached[] }>,
      key: string,
    ) => {
      const { subjectId, ownNoticeId, as, leader, others, files, documents, ...rest } = filled;
      return answerOf(
        api.POST('/v1/nominations', {
          params: { header: under(key) },
          body: {
            ...{ editionId, nominatorId: rest.nominatorId, track: track.track },
            ...(isChosen(track) ? { subjectId } : {}),
            ...(ownNoticeId === '' ? {} : { ownNoticeId }),
            ...(track.kind === 'office-holder' ? { as: as.trim() } : {}),
            ...{ title: rest.title.trim(), summary: rest.summary.trim() },
            answerable: [leader, ...others.filter((one) => one !== leader)],
            evidence: files.map(({ sha256 }) => sha256),
            documents: documentsOf(track.documents, documents, attached),
          },
        }),
      );
    },
    touches: [['entries'], ['work'], ['own-notices']],
    onDone: ({ entryId, alsoIn }) => {
      tell(alsoIn.length === 0 ? t('nominating.done') : t('nominating.doneTwice'));
      void sent().then(async () => navigate({ to: '/entries/$entryId', params: { entryId } }));
    },
  });
};

type Writer = Readonly<{ personId: string; name: string }>;
type Given = Readonly<{ one: Edition; nominators: readonly Option[]; writer: Writer }>;

const NewNomination = ({
  one,
  nominators,
  writer,
  tracks,
}: Given & Readonly<{ tracks: readonly [Track, ...Track[]] }>) => {
  const { t } = useTranslation();
  const { editionId } = one;
  const [checking, setChecking] = useState(false);
  const first: Nomination = {
    nominatorId: nominators.length === 1 ? (nominators[0]?.value ?? '') : '',
    track: tracks[0].track,
    ownNoticeId: '',
    ...{ subjectId: '', title: '', as: '', leader: '', others: [], summary: '', files: [], documents: {} },
  };
  const draft = useDraft('nomination', editionId, first, nominationIn(first));
  const { value } = draft;
  const track = tracks.find((each) => each.track === value.track) ?? tracks[0];
  const subjects = useSubjects(track, value.nominatorId);
  const people = useQuery({ ...peopleOf(value.nominatorId), enabled: value.nominatorId !== '' });
  const attached: readonly Attached[] = value.files.map(({ sha256, kind, caption, name }) => ({
    ...{ sha256, kind, name: caption === '' ? name : caption },
  }));
  const send = useNominationOrder(editionId, track, draft.discard);
  const nameOf = (personId: string): string =>
    [writer, ...(people.data?.items ?? [])].find((each) => each.personId === personId)?.name ?? '';
  const labelOf = (options: readonly Option[], wanted: string): string =>
    options.find((each) => each.value === wanted)?.label ?? '';
  const order = { filled: value, attached };
  return (
    <>
      {send.isError && <ProblemNotice error={send.error} again={() => send.mutate(order)} />}
      {checking ? (
        <CheckAnswers
          title={t('acts.check')}
          lead={t(standsForVote(one) ? 'nominating.checkCandidate' : 'nominating.checkLead')}
          answers={[
            { name: t('nominating.by'), said: labelOf(nominators, value.nominatorId) },
            { name: t('projects.track'), said: trackName(track) },
            ...(isChosen(track)
              ? [{ name: t('nominating.subject'), said: labelOf(subjects.options, value.subjectId) }]
              : []),
            ...(track.kind === 'office-holder' ? [{ name: t('nominating.as'), said: value.as }] : []),
            { name: t('nominating.name'), said: value.title },
            { name: t('project.answerable'), said: [value.leader, ...value.others].map(nameOf).join(comma()) },
            { name: t(standsForVote(one) ? 'nominating.reasons' : 'declaring.summary'), said: value.summary },
            ...(standsForVote(one)
              ? []
              : [{ name: t('declaring.evidence'), said: t('declaring.fileCount', { count: value.files.length }) }]),
          ]}
          action={t('nominating.send')}
          busy={send.isPending}
          onSend={() => send.mutate(order)}
          onEdit={() => setChecking(false)}
        />
      ) : (
        <NominationForm
          {...{ draft, nominators, tracks, track, subjects, attached }}
          isCandidate={standsForVote(one)}
          editionId={editionId}
          ownNoticeIn={one.ownNotice === null ? undefined : editionId}
          onFinish={() => setChecking(true)}
        />
      )}
      {value.nominatorId !== '' && (
        <Nominated nominatorId={value.nominatorId} editionId={editionId} quota={one.quota} />
      )}
    </>
  );
};

/** The act in which something is put forward. */
const actOf = (intake: Edition['intake']) => (standsForVote({ intake }) ? 'propose' : 'declare');

/** By the calendar, or for somebody who was let in late: for whom, the platform says. */
const isOpen = ({ intake, stages, lateEntries }: Edition): boolean =>
  stages.some(({ act, opensAt, closesAt }) => act === actOf(intake) && opensAt <= now() && now() < closesAt) ||
  lateEntries.length > 0;

const Body = ({ one, nominators, writer }: Given) => {
  const { t } = useTranslation();
  const [track, ...others] = one.tracks;
  if ((one.intake !== 'nominate' && !standsForVote(one)) || track === undefined)
    return <EmptyNotice title={t('nominating.notHere')}>{t('nominating.notHereWhy')}</EmptyNotice>;
  if (nominators.length === 0)
    return <EmptyNotice title={t('nominating.notYours')}>{t('nominating.notYoursWhy')}</EmptyNotice>;
  return (
    <>
      {!isOpen(one) && <p className="note">{t('nominating.notNow')}</p>}
      <NewNomination {...{ one, nominators, writer }} tracks={[track, ...others]} />
    </>
  );
};

/** Puts forward an organization, a person or a work, for whom the template leaves it to. */
export const Nominate = () => {
  const { t } = useTranslation();
  const { editionId } = page.useParams();
  const who = useQuery(me);
  return (
    <Answered query={useQuery(edition(editionId))}>
      {(one) => {
        const own = (who.data?.grants ?? []).filter(({ role }) => role === puttingForward(one));
        const nominators = [...new Map(own.map((grant) => [grant.organizationId, grant])).values()].map(
          ({ organizationId, organizationName }) => ({
            value: organizationId,
            label: nameIn(organizationName) ?? organizationId,
          }),
        );
        const stage = one.stages.find(({ act }) => act === actOf(one.intake));
        const until =
          stage &&
          t(standsForVote(one) ? 'nominating.untilProposed' : 'nominating.until', {
            date: sayDay(lastDayOf(stage.closesAt)),
          });
        return (
          <Page
            title={t(standsForVote(one) ? 'nominating.candidates' : 'nominating.title')}
            lead={[either(one.titleZh, one.titleEn), until].filter((part) => part !== undefined).join(' · ')}
          >
            {who.data !== undefined && who.data !== null && <Body {...{ one, nominators }} writer={who.data} />}
          </Page>
        );
      }}
    </Answered>
  );
};
