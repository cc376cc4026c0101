import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { roundProposals, roundRules } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline, sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Mark } from '../../components/mark.tsx';
import { comma, nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { isSecond, oversees, runsRounds } from './may-do.ts';
import { ProposalForm } from './proposal-form.tsx';
import { ACT_REASONS } from './reasons.ts';
import { itemName } from './rules.ts';
import { ReopeningRequests } from './reopening-requests.tsx';
import { type Framed, RoundFrame } from './round-frame.tsx';

type Proposal = Schemas['RoundProposal'];
type Known = (typeof ACT_REASONS)[keyof typeof ACT_REASONS][number];
type Asked = Readonly<{ roundId: string; proposal: Proposal; onClose: () => void }>;

const page = getRouteApi('/rounds/$roundId/proposals');
const KNOWN: readonly Known[] = Object.values(ACT_REASONS).flat();

const CarryOut = ({ roundId, proposal, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { proposalId, act } = proposal;
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/proposals/{proposalId}/carry-out', {
          params: { path: { roundId, proposalId }, header: under(key) },
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      onClose();
      tell(t('rounds.proposals.carriedOut', { act: t(`rounds.act.${act}`) }));
    },
  });
  return (
    <OrderDialog
      title={t(`rounds.act.${act}`)}
      lead={
        <>
          <p>{t(`rounds.actLead.${act}`)}</p>
          <Terms roundId={roundId} proposal={proposal} />
          <p>{t('rounds.proposals.carryOutLead')}</p>
        </>
      }
      action={t('rounds.proposals.carryOut')}
      isDangerous
      order={order}
      onClose={onClose}
    />
  );
};

const TurnDown = ({ roundId, proposal, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { proposalId } = proposal;
  const order = useOrder({
    send: async (body: Readonly<{ why: string }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/proposals/{proposalId}/reject', {
          params: { path: { roundId, proposalId }, header: under(key) },
          body,
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      onClose();
      tell(t('rounds.proposals.rejected'));
    },
  });
  return (
    <OrderDialog<Readonly<{ why: string }>>
      title={t('rounds.proposals.reject')}
      action={t('rounds.proposals.reject')}
      order={order}
      onClose={onClose}
    >
      <ReasonField name="why" />
    </OrderDialog>
  );
};

const HUNDREDTHS = 100;

/** Items of a list that is to be redrawn, by their names; nothing while these come. */
const useRedrawn = (roundId: string, items: Proposal['items']): string | undefined => {
  const { data } = useQuery({ ...roundRules(roundId), enabled: items.length > 0 });
  return data && items.map(({ itemId, points }) => `${itemName(data, itemId)} ${points / HUNDREDTHS}`).join(comma());
};

const Terms = ({ roundId, proposal }: Readonly<{ roundId: string; proposal: Proposal }>) => {
  const { t } = useTranslation();
  const { personName, personNames, entryName, entryNames, minutesNumber, until, reason, seatIds, lot, why, items } =
    proposal;
  const redrawn = useRedrawn(roundId, items);
  const known = KNOWN.find((word) => word === reason);
  const people = personNames.map((name) => nameIn(name) ?? '').join(comma());
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('rounds.seats.evaluator'), people === '' ? nameIn(personName) : people],
    [t('projects.name'), nameIn(entryName)],
    [t('rounds.goingOn.whom'), entryNames.map((name) => nameIn(name) ?? '').join(comma())],
    [t('rounds.goingOn.minutes'), minutesNumber ?? undefined],
    [
      t('rounds.proposals.seats'),
      seatIds.length === 0 ? undefined : t('rounds.proposals.seatCount', { count: seatIds.length }),
    ],
    [t('checklists.redraw.items'), redrawn],
    [t('rounds.proposals.until'), until === null ? undefined : sayDeadline(until)],
    // What is drawn or dealt out from: the second person sees what was said before he acts.
    [t('contest.lot'), lot ?? undefined],
    [t('rounds.proposals.reason'), known === undefined ? undefined : t(`rounds.reason.${known}`)],
    [t('reason'), why],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className="pair">
            <dt>{name}</dt>
            <dd className="prose">{value}</dd>
          </div>
        ))}
    </dl>
  );
};

const One = ({ proposal, told, grants, personId }: Framed & Readonly<{ proposal: Proposal }>) => {
  const { t } = useTranslation();
  const { roundId } = told;
  const { proposalId, act, lapsed, role, proposedBy, proposedByName, proposedAt } = proposal;
  const [asked, setAsked] = useState<'carry-out' | 'reject'>();
  const close = (): void => setAsked(undefined);
  const isOwn = proposedBy === personId;
  // After the opening of sheets discipline inspection alone is the second person; what is the body's is one of its members' to carry out.
  const isOfBody = act === 'ChooseGoingOn';
  const mayCarryOut =
    !lapsed &&
    !isOwn &&
    grants.some(
      (one) =>
        one.role !== role &&
        (isOfBody
          ? one.role === 'committee-leader'
          : one.role === 'discipline-inspector' || (one.role === 'committee-leader' && !told.unsealed)),
    );
  return (
    <section className="part" aria-labelledby={proposalId}>
      <div className="part-head">
        <h2 id={proposalId}>{t(`rounds.act.${act}`)}</h2>
        <Mark tone={lapsed ? 'bad' : 'waiting'}>
          {t(lapsed ? 'rounds.proposals.lapsed' : 'rounds.proposals.waits')}
        </Mark>
      </div>
      <p className="quiet">
        {t('rounds.proposals.by', { name: nameIn(proposedByName) ?? '', role: t(`role.${role}`) })}{' '}
        {sayMoment(proposedAt)}
      </p>
      <Terms roundId={roundId} proposal={proposal} />
      {!mayCarryOut && !lapsed && (
        <p className="quiet">
          {t(
            isOfBody
              ? 'rounds.proposals.leaderNext'
              : told.unsealed
                ? 'rounds.proposals.inspectorNext'
                : 'rounds.proposals.secondNext',
          )}
        </p>
      )}
      <p className="row">
        {mayCarryOut && (
          <Button type="primary" onClick={() => setAsked('carry-out')}>
            {t('rounds.proposals.carryOut')}
          </Button>
        )}
        {(isOwn || isSecond(grants) || runsRounds(grants)) && (
          <Button onClick={() => setAsked('reject')}>
            {t(isOwn ? 'rounds.proposals.takeBack' : 'rounds.proposals.reject')}
          </Button>
        )}
      </p>
      {asked === 'carry-out' && <CarryOut roundId={roundId} proposal={proposal} onClose={close} />}
      {asked === 'reject' && <TurnDown roundId={roundId} proposal={proposal} onClose={close} />}
    </section>
  );
};

const Open = (framed: Framed) => {
  const { t } = useTranslation();
  const { told, grants } = framed;
  const query = useQuery({ ...roundProposals(told.roundId), enabled: oversees(grants) });
  return (
    <>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('rounds.proposals.emptyTitle')}>{t('rounds.proposals.empty')}</EmptyNotice>
          ) : (
            <>
              {items.map((proposal) => (
                <One key={proposal.proposalId} {...framed} proposal={proposal} />
              ))}
            </>
          )
        }
      </Answered>
      {oversees(grants) && <ReopeningRequests {...framed} />}
      {runsRounds(grants) && <ProposalForm told={told} />}
    </>
  );
};

/** What puts a round right and takes two people: proposed by one, carried out by another. Four calls, two more for a form. */
export const Proposals = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  return (
    <RoundFrame roundId={roundId} here="proposals" title={t('rounds.tab.proposals')}>
      {(framed) => <Open {...framed} />}
    </RoundFrame>
  );
};
