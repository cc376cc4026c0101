import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { awards, circular, decisions } from '../../api/questions/results.ts';
import { roundRules } from '../../api/questions/rounds.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline, sayMoment } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { either } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { Part } from '../../components/part.tsx';
import { useTell } from '../../components/told.tsx';
import { AwardsTold } from './awards-told.tsx';
import { Documents } from './documents.tsx';
import { decidesForUnit, runsRounds } from './may-do.ts';
import { NextStep } from './next-step.tsx';
import { type Framed, hasResult, RoundFrame } from './round-frame.tsx';
import { type Rules, rulesOf } from './rules.ts';

type Decision = Schemas['Decision'];
type Outcome = Pick<Rules, 'outcome'>;
type Issuable = Readonly<{ roundId: string; decision: Decision; rules: Outcome }>;
type Issuing = Schemas['PostV1RoundsByRoundIdCircularBody'];

const page = getRouteApi('/rounds/$roundId/circular');
const NUMBER_CHARS_MAX = 100;

const Check = ({
  roundId,
  given,
  decision,
  rules,
  onClose,
}: Issuable & Readonly<{ given: Issuing; onClose: () => void }>) => {
  const { documentNumber } = given;
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_typed: object, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/circular', {
          params: { path: { roundId }, header: under(key) },
          body: given,
        }),
      ),
    touches: [['rounds'], ['work'], ['honours'], ['public']],
    onDone: () => {
      onClose();
      tell(t('rounds.circular.done', { number: documentNumber }));
    },
  });
  return (
    <OrderDialog
      title={t('rounds.circular.checkTitle', { number: documentNumber })}
      action={t('rounds.circular.do')}
      order={order}
      onClose={onClose}
      lead={
        <>
          <p>{t('rounds.circular.checkLead')}</p>
          <AwardsTold awards={decision.awards} rules={rules} />
        </>
      }
    />
  );
};

/** The number, then everything that is granted by it once more, then it is issued. */
const Issue = ({ roundId, decision, rules, isForUnit }: Issuable & Readonly<{ isForUnit: boolean }>) => {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Issuing>();
  return (
    <section className="part" aria-labelledby="issue">
      <h2 id="issue">{t('rounds.circular.issue')}</h2>
      <Form<Issuing>
        layout="vertical"
        onFinish={({ documentNumber, ...more }) => setGiven({ ...more, documentNumber: documentNumber.trim() })}
      >
        {isForUnit && (
          <>
            <p>{t('rounds.parts.issueForLead')}</p>
            <ReasonField name="superiorReason" />
          </>
        )}
        <Form.Item
          name="documentNumber"
          label={t('rounds.circular.number')}
          extra={t('rounds.circular.numberHint')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input maxLength={NUMBER_CHARS_MAX} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t('rounds.circular.check')}
        </Button>
      </Form>
      {given !== undefined && (
        <Check roundId={roundId} given={given} decision={decision} rules={rules} onClose={() => setGiven(undefined)} />
      )}
    </section>
  );
};

/** Before the circular: what it waits for, or the form. */
export const BeforeCircular = ({
  roundId,
  all,
  rules,
  mayIssue,
  ofUnit = false,
  toDecision,
}: Readonly<{
  roundId: string;
  all: readonly Decision[];
  rules: Pick<Rules, 'outcome' | 'secondNotice'>;
  mayIssue: boolean;
  /** Of a part of a round: an officer of the unit that decides over it. */
  ofUnit?: boolean;
  toDecision: ReactNode;
}>) => {
  const { t } = useTranslation();
  const decision = all.find(({ state }) => state === 'in-force');
  if (decision === undefined)
    return (
      <EmptyNotice title={t('rounds.circular.emptyTitle')} action={toDecision}>
        {t('rounds.circular.empty')}
      </EmptyNotice>
    );
  const { noticeEndsAt, objectionsOpen, makers } = decision;
  const isUnits = makers.includes('commend');
  const issues = isUnits && ofUnit ? true : mayIssue;
  return (
    <>
      {rules.secondNotice && noticeEndsAt === null && (
        <p className="note">
          {t('rounds.circular.publishFirst')} {toDecision}
        </p>
      )}
      {noticeEndsAt !== null && (
        <p className="note">
          {t('rounds.circular.notice', { date: sayDeadline(noticeEndsAt), count: objectionsOpen })}
        </p>
      )}
      {issues && (!rules.secondNotice || noticeEndsAt !== null) && (
        <Issue {...{ roundId, decision, rules }} isForUnit={isUnits && !ofUnit} />
      )}
      <section className="part" aria-labelledby="awards">
        <h2 id="awards">{t('rounds.decision.awards')}</h2>
        <AwardsTold awards={decision.awards} rules={rules} />
      </section>
    </>
  );
};

/** Whether somebody reads it as an officer of the unit whose part it is. */
const isOfUnit = ({ partOf }: Framed['told'], grants: Framed['grants']): boolean =>
  partOf !== null && decidesForUnit(grants);

const Before = ({ told, grants, rules }: Framed & Readonly<{ rules: Rules }>) => {
  const { t } = useTranslation();
  const { roundId } = told;
  const isTallied = hasResult(told.status);
  const query = useQuery({ ...decisions(roundId), enabled: isTallied });
  if (!isTallied)
    return (
      <EmptyNotice title={t('rounds.circular.emptyTitle')} action={<NextStep round={told} isButton />}>
        {t('rounds.circular.empty')}
      </EmptyNotice>
    );
  const toDecision = (
    <Link to="/rounds/$roundId/decision" params={{ roundId }}>
      {t('rounds.tab.decision')}
    </Link>
  );
  return (
    <Answered query={query}>
      {({ decisions: all }) => (
        <BeforeCircular
          {...{ roundId, all, rules, toDecision }}
          mayIssue={runsRounds(grants)}
          ofUnit={isOfUnit(told, grants)}
        />
      )}
    </Answered>
  );
};

/** The circular as it was issued, what it grants, and its papers. */
export const Issued = ({
  roundId,
  rules,
  mayMake,
}: Readonly<{ roundId: string; rules: Outcome; mayMake: boolean }>) => {
  const { t } = useTranslation();
  const text = useQuery(circular(roundId));
  const given = useQuery(awards(roundId));
  return (
    <>
      <Documents roundId={roundId} mayMake={mayMake} />
      <Part id="circular" title={t('rounds.circular.title')} query={text}>
        {({ documentNumber, issuedAt, titleZh, titleEn, bodyZh, bodyEn }) => (
          <>
            <p className="quiet">
              {documentNumber} {sayMoment(issuedAt)}
            </p>
            <h3>{either(titleZh, titleEn)}</h3>
            <p className="prose">{either(bodyZh, bodyEn)}</p>
          </>
        )}
      </Part>
      <Part
        id="awards"
        title={t('rounds.decision.awards')}
        query={given}
        actions={<Link to="/honours">{t('rounds.circular.toHonours')}</Link>}
      >
        {({ awards: all }) => <AwardsTold awards={all} rules={rules} />}
      </Part>
    </>
  );
};

/** The circular: issued by its number, read, and put on paper. Six calls. */
export const Circular = () => {
  const { t } = useTranslation();
  const { roundId } = page.useParams();
  const rules = useQuery(roundRules(roundId));
  return (
    <RoundFrame roundId={roundId} here="circular" title={t('rounds.tab.circular')}>
      {(framed) => (
        <Answered query={rules}>
          {(answer) =>
            framed.told.status === 'commended' ? (
              <Issued
                roundId={roundId}
                rules={rulesOf(answer)}
                mayMake={runsRounds(framed.grants) || isOfUnit(framed.told, framed.grants)}
              />
            ) : (
              <Before {...framed} rules={rulesOf(answer)} />
            )
          }
        </Answered>
      )}
    </RoundFrame>
  );
};
