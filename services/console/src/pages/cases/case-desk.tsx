import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import { entry } from '../../api/questions/entries.ts';
import { sendProposal } from '../../api/questions/review.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline, sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import { useTell } from '../../components/told.tsx';
import { AnswerForm } from './answer-form.tsx';
import { isEntered } from './answer.ts';
import { CaseClock } from './case-clock.tsx';
import { CaseProposals } from './case-proposals.tsx';
import { OfWhat } from '../../components/what-it-is.tsx';
import { ProtectedPart } from './protected-part.tsx';

type Summary = Schemas['ObjectionSummary'];

const Facts = ({ summary, standing }: Readonly<{ summary: Summary; standing: Schemas['Entry']['standing'] }>) => {
  const { t } = useTranslation();
  const { entryId, title, nominatorName, against, receivedAt, answerDueAt, settledAt } = summary;
  return (
    <section className="part" aria-labelledby="case">
      <h2 id="case">{t('cases.facts')}</h2>
      <dl className="facts">
        <dt>{t('cases.entry')}</dt>
        <dd>
          <Link to="/entries/$entryId" params={{ entryId }}>
            {title}
          </Link>
          <div className="quiet">
            {nameIn(nominatorName)} · <StandingMark standing={standing} />
          </div>
        </dd>
        <dt>{t('projects.standing')}</dt>
        <dd>
          <CaseClock summary={summary} /> · {t(`cases.against.${against}`)}
        </dd>
        <dt>{t('cases.received')}</dt>
        <dd>{sayMoment(receivedAt)}</dd>
        <dt>{t('cases.due')}</dt>
        <dd>{sayDeadline(answerDueAt)}</dd>
        {settledAt !== null && (
          <>
            <dt>{t('cases.settledAt')}</dt>
            <dd>{sayMoment(settledAt)}</dd>
          </>
        )}
      </dl>
    </section>
  );
};

const ReopenDialog = ({ summary, onClose }: Readonly<{ summary: Summary; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { entryId, objectionId } = summary;
  const order = useOrder({
    send: async ({ reason }: Readonly<{ reason: string }>, key) =>
      sendProposal(entryId, { act: 'ReopenObjection', objectionId, why: reason }, key),
    touches: [['entries'], ['entry', entryId], ['work']],
    onDone: () => {
      tell(t('cases.proposed'));
      onClose();
    },
  });
  return (
    <OrderDialog<Readonly<{ reason: string }>>
      title={t('cases.reopen')}
      lead={<p>{t('cases.reopenLead')}</p>}
      action={t('cases.reopenSend')}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

/** One objection: what is known without opening it, what it says when it is opened, and its answer. */
export const CaseDesk = ({
  summary,
  organizationId,
  onDone,
}: Readonly<{ summary: Summary; organizationId: string; onDone: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [reopens, setReopens] = useState(false);
  return (
    <Answered query={useQuery(entry(summary.entryId))}>
      {({ entry: one }) => (
        <OfWhat what={one.subjectKind}>
          <div className="desk-parts">
            <div>
              <Facts summary={summary} standing={one.standing} />
              <ProtectedPart summary={summary} organizationId={organizationId} />
            </div>
            <div className="judging">
              {summary.status === 'open' ? (
                <AnswerForm
                  summary={summary}
                  standing={one.standing}
                  onDone={(isProposal) => {
                    tell(t(isProposal ? 'cases.proposed' : 'cases.settled'));
                    onDone();
                  }}
                />
              ) : (
                <p className="row">
                  <Button onClick={() => setReopens(true)}>{t('cases.reopen')}</Button>
                </p>
              )}
              {(summary.status === 'settled' || isEntered(one.standing)) && <CaseProposals summary={summary} />}
              {reopens && <ReopenDialog summary={summary} onClose={() => setReopens(false)} />}
            </div>
          </div>
        </OfWhat>
      )}
    </Answered>
  );
};
