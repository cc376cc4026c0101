import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { holidayProposals } from '../../api/questions/campaigns.ts';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { comma, nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { Part } from '../../components/part.tsx';
import { RejectProposal } from '../../components/reject-proposal.tsx';
import { useTell } from '../../components/told.tsx';

type Proposal = Schemas['HolidayProposal'];
type Entered = Schemas['HolidayYear'];
type Person = Schemas['GetV1MeAnswer'];
type Asked = Readonly<{ proposal: Proposal; entered: Entered | undefined; onClose: () => void }>;

const TOUCHES = [['holidays'], ['editions'], ['work']] as const;

export const sayDaysOff = (daysOff: Entered['daysOff']): string =>
  daysOff.map(({ from, to }) => (from === to ? sayDay(from) : `${sayDay(from)} – ${sayDay(to)}`)).join(comma());

/** The year as it would stand, and what stands now wherever it differs. */
const Differs = ({ proposal, entered }: Pick<Asked, 'proposal' | 'entered'>) => {
  const { t } = useTranslation();
  const facts = (['number', 'daysOff', 'makeUpDays'] as const).map((name) => {
    const said = (year: Entered): string =>
      name === 'number'
        ? year.noticeNumber
        : name === 'daysOff'
          ? sayDaysOff(year.daysOff)
          : year.makeUpDays.map((day) => sayDay(day)).join(comma());
    return { name, after: said(proposal.proposed), before: entered === undefined ? undefined : said(entered) };
  });
  return (
    <dl className="facts">
      {facts.map(({ name, after, before }) => (
        <div key={name} className="pair">
          <dt>{t(`holidays.${name}`)}</dt>
          <dd>
            {after === '' ? t('none') : after}
            {before !== undefined && before !== after && (
              <div className="quiet">{t('holidays.now', { text: before === '' ? t('none') : before })}</div>
            )}
          </dd>
        </div>
      ))}
      <div className="pair">
        <dt>{t('reason')}</dt>
        <dd className="prose">{proposal.why}</dd>
      </div>
    </dl>
  );
};

const pathOf = ({ proposalId, proposed }: Proposal) => ({ year: String(proposed.year) as never, proposalId });

const CarryOut = ({ proposal, entered, onClose }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/holidays/{year}/proposals/{proposalId}/carry-out', {
          params: { path: pathOf(proposal), header: under(key) },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('holidays.corrected'));
    },
  });
  return (
    <OrderDialog
      title={t('holidays.carryOut', { year: proposal.proposed.year })}
      lead={
        <>
          <p>{t('holidays.carryOutLead')}</p>
          <Differs proposal={proposal} entered={entered} />
        </>
      }
      action={t('proposals.carryOut')}
      isDangerous
      order={order}
      onClose={onClose}
    />
  );
};

const Reject = ({ proposal, isMine, onClose }: Omit<Asked, 'entered'> & Readonly<{ isMine: boolean }>) => (
  <RejectProposal
    isMine={isMine}
    send={async (why, key) =>
      answerOf(
        api.POST('/v1/holidays/{year}/proposals/{proposalId}/reject', {
          params: { path: pathOf(proposal), header: under(key) },
          body: { why },
        }),
      )
    }
    touches={TOUCHES}
    onClose={onClose}
  />
);

/** Corrections that wait for their second person: what would change, and, for whoever may, carried out or turned down. */
export const HolidayProposals = ({
  year,
  entered,
  person,
}: Readonly<{ year: number; entered: Entered | undefined; person: Person }>) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Readonly<{ kind: 'carryOut' | 'reject'; proposal: Proposal }>>();
  const close = (): void => setOpened(undefined);
  const isSecond = person.grants.some(({ role }) => role === 'committee-leader' || role === 'discipline-inspector');
  return (
    <Part id="corrections" title={t('holidays.waiting')} query={useQuery(holidayProposals)}>
      {({ items }) => {
        const ours = items.filter(({ proposed }) => proposed.year === year);
        if (ours.length === 0) return <p className="quiet">{t('holidays.noneWaiting', { year })}</p>;
        return (
          <>
            {ours.map((proposal) => {
              const isMine = proposal.proposedBy === person.personId;
              return (
                <div key={proposal.proposalId} className="note">
                  <p>
                    {t('project.by', {
                      name: nameIn(proposal.proposedByName) ?? t('none'),
                      role: t(`role.${proposal.role}`),
                    })}{' '}
                    <span className="quiet">{sayMoment(proposal.proposedAt)}</span>
                  </p>
                  <Differs proposal={proposal} entered={entered} />
                  {!isSecond && <p className="quiet">{t('holidays.waitsFor')}</p>}
                  <p className="row">
                    {isSecond && !isMine && (
                      <Button type="primary" onClick={() => setOpened({ kind: 'carryOut', proposal })}>
                        {t('proposals.carryOut')}
                      </Button>
                    )}
                    <Button onClick={() => setOpened({ kind: 'reject', proposal })}>
                      {t(isMine ? 'proposals.takeBack' : 'proposals.reject')}
                    </Button>
                  </p>
                </div>
              );
            })}
            {opened?.kind === 'carryOut' && <CarryOut proposal={opened.proposal} entered={entered} onClose={close} />}
            {opened?.kind === 'reject' && (
              <Reject
                proposal={opened.proposal}
                isMine={opened.proposal.proposedBy === person.personId}
                onClose={close}
              />
            )}
          </>
        );
      }}
    </Part>
  );
};
