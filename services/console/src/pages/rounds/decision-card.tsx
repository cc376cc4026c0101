import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayDay, sayDeadline, sayMoment } from '../../components/dates.ts';
import { Mark, type Tone } from '../../components/mark.tsx';
import { colon, comma, nameIn } from '../../components/names.ts';
import { AwardsTold } from './awards-told.tsx';
import {
  AnswerAnnulment,
  Attest,
  ProposeAnnulment,
  PublishForUnit,
  PublishProposed,
  WithdrawMinutes,
} from './decision-acts.tsx';
import { decides, decidesForBranch, decidesForUnit, isSecond, leads, meets, runsRounds } from './may-do.ts';
import { mostOf, NO_AWARD } from './minutes-draft.ts';
import { ANNULMENT_REASONS } from './reasons.ts';
import type { Framed } from './round-frame.tsx';
import { awardName, type Rules } from './rules.ts';

type Decision = Schemas['Decision'];
type Shown = Omit<Framed, 'told'> &
  Readonly<{
    roundId: string;
    decision: Decision;
    rules: Pick<Rules, 'outcome' | 'secondNotice'>;
    /** The way to its circular. */
    circular: ReactNode;
    /** What units on a list are called, which are no entries. */
    names?: ReadonlyMap<string, string>;
  }>;

const isOver = ({ state }: Decision): boolean => ['annulled', 'withdrawn', 'overtaken'].includes(state);
/** What is over stands below what is in force. */
export const liveFirst = (a: Decision, b: Decision): number => Number(isOver(a)) - Number(isOver(b));

const TONES: Readonly<Record<Decision['state'], Tone>> = {
  recorded: 'waiting',
  'in-force': 'good',
  commended: 'good',
  annulled: 'bad',
  withdrawn: 'bad',
  overtaken: 'bad',
};

const Meeting = ({ decision }: Readonly<{ decision: Decision }>) => {
  const { t } = useTranslation();
  const { body, attestationsNeeded, meetingOn, committeeName, file, superiorReason } = decision;
  const present = body.filter((one) => one.present);
  return (
    <dl className="facts">
      <dt>{t('rounds.minutes.day')}</dt>
      <dd>{sayDay(meetingOn)}</dd>
      <dt>{t('rounds.decision.body')}</dt>
      <dd>
        {nameIn(committeeName) ?? t('none')}
        {superiorReason !== null && (
          <p className="prose quiet">
            {t('rounds.parts.above')}
            {colon()}
            {superiorReason}
          </p>
        )}
      </dd>
      <dt>{t('rounds.minutes.there', { count: present.length, all: body.length })}</dt>
      <dd>
        <ul className="names">
          {present.map(({ personId, personName, attested, recused }) => (
            <li key={personId}>
              {nameIn(personName) ?? t('none')}{' '}
              <Mark tone={attested ? 'good' : 'waiting'}>
                {t(attested ? 'rounds.decision.hasAttested' : 'rounds.decision.hasNot')}
              </Mark>
              {recused.length > 0 && (
                <span className="quiet"> {t('rounds.decision.recused', { count: recused.length })}</span>
              )}
            </li>
          ))}
        </ul>
        <span className="quiet">
          {t('rounds.decision.needed', {
            done: present.filter(({ attested }) => attested).length,
            count: attestationsNeeded,
          })}
        </span>
      </dd>
      <dt>{t('rounds.decision.file')}</dt>
      <dd>
        <code>{file}</code>
      </dd>
    </dl>
  );
};

const Reasons = ({ decision, rules, names }: Pick<Shown, 'decision' | 'rules' | 'names'>) => {
  const { t } = useTranslation();
  const { departures, choices, exceeding } = decision;
  const isList = decision.basis === 'list';
  const isChoice = rules.outcome.some(({ id }) => mostOf(id, rules) !== undefined);
  if (departures.length + choices.length + exceeding.length === 0) {
    if (isChoice) return <p>{t('rounds.decision.noneChosen')}</p>;
    return <p>{t(isList ? 'rounds.minutes.ofList.whole' : 'rounds.decision.noDepartures')}</p>;
  }
  const departs = isList ? 'rounds.minutes.ofList.reasons' : 'rounds.minutes.departures';
  return (
    <>
      <h3>{t(departures.length + exceeding.length === 0 ? 'rounds.decision.chosen' : departs)}</h3>
      <ul className="plain">
        {departures.map(({ entryId, entryName, rule, reason }) => (
          <li key={entryId}>
            {nameIn(entryName) ?? names?.get(entryId) ?? entryId} →{' '}
            {rule === NO_AWARD
              ? t(isList ? 'rounds.minutes.ofList.none' : 'rounds.minutes.noAward')
              : awardName(rules, rule)}
            <div className="prose quiet">{reason}</div>
          </li>
        ))}
        {choices.map(({ rule, entryNames, reason }) => (
          <li key={rule}>
            {awardName(rules, rule)}
            {colon()}
            {entryNames.map((name) => nameIn(name) ?? '').join(comma())}
            <div className="prose quiet">{reason}</div>
          </li>
        ))}
        {exceeding.map(({ rule, reason }) => (
          <li key={`${rule} exceeds`}>
            {t('rounds.decision.exceeds', { award: awardName(rules, rule) })}
            <div className="prose quiet">{reason}</div>
          </li>
        ))}
      </ul>
    </>
  );
};

/** A word of the list; another one was never given. */
const AnnulmentReason = ({ word }: Readonly<{ word: string }>) => {
  const { t } = useTranslation();
  const known = ANNULMENT_REASONS.find((one) => one === word);
  return known === undefined ? null : <p>{t(`rounds.reason.${known}`)}</p>;
};

const Proposed = ({ roundId, decision, grants, personId }: Shown) => {
  const { t } = useTranslation();
  return (
    <>
      {decision.proposals.map(({ proposalId, proposedBy, proposedByName, role, proposedAt, reason, why }) => (
        <div key={proposalId} className="note">
          <p>
            {t('rounds.decision.annulAsked', { name: nameIn(proposedByName) ?? '', role: t(`role.${role}`) })}{' '}
            <span className="quiet">{sayMoment(proposedAt)}</span>
          </p>
          <AnnulmentReason word={reason} />
          <p className="prose">{why}</p>
          {(isSecond(grants) || runsRounds(grants)) && (
            <AnswerAnnulment
              roundId={roundId}
              proposalId={proposalId}
              mayCarryOut={isSecond(grants) && proposedBy !== personId && !grants.some((one) => one.role === role)}
            />
          )}
        </div>
      ))}
    </>
  );
};

/** Who publishes: the unit where the template leaves it to units, and the office above in its place once it is late. */
const Publish = ({ roundId, decision, grants }: Pick<Shown, 'roundId' | 'decision' | 'grants'>) => {
  const isUnits = decision.makers.includes('notice');
  if (isUnits && decidesForUnit(grants)) return <PublishProposed roundId={roundId} />;
  if (!runsRounds(grants) || decision.publisher !== null) return null;
  return isUnits ? <PublishForUnit roundId={roundId} /> : <PublishProposed roundId={roundId} />;
};

/** Why the office above made known what the unit did not in time. */
const MadeKnownAbove = ({ decision: { noticeReason, circularReason } }: Pick<Shown, 'decision'>) => {
  const { t } = useTranslation();
  return (
    <>
      {noticeReason !== null && (
        <p className="prose quiet">
          {t('rounds.parts.noticeAbove')}
          {colon()}
          {noticeReason}
        </p>
      )}
      {circularReason !== null && (
        <p className="prose quiet">
          {t('rounds.parts.circularAbove')}
          {colon()}
          {circularReason}
        </p>
      )}
    </>
  );
};

/** What units decide has a circular where somebody is honoured by it, or a stage gives it to them. */
const hasCircular = ({ unitId, makers }: Decision, { outcome }: Shown['rules']): boolean =>
  unitId === null
    ? outcome.some(({ gives }) => gives !== 'recommendation')
    : makers.includes('commend') || outcome.some(({ gives }) => gives === 'honour');

const Acts = ({ roundId, decision, rules, grants, personId, circular }: Shown) => {
  const { t } = useTranslation();
  const { decisionId, state, body, noticeEndsAt, objectionsOpen, unitId } = decision;
  const isUnits = unitId !== null && decidesForUnit(grants);
  const mayDecide = decides(grants) || isUnits || (unitId !== null && decidesForBranch(grants));
  const isOfBody = leads(grants) || isUnits || (unitId !== null && meets(grants));
  const own = body.find((one) => one.personId === personId);
  const mayAttest = state === 'recorded' && isOfBody && own?.present === true && !own.attested;
  const isInForce = state === 'in-force';
  return (
    <>
      {mayAttest && <Attest roundId={roundId} decisionId={decisionId} />}
      {isInForce && rules.secondNotice && noticeEndsAt === null && <Publish {...{ roundId, decision, grants }} />}
      {isInForce && noticeEndsAt !== null && (
        <p>{t('rounds.decision.noticeUntil', { date: sayDeadline(noticeEndsAt), count: objectionsOpen })}</p>
      )}
      {(isInForce || state === 'commended') && hasCircular(decision, rules) && <p>{circular}</p>}
      <MadeKnownAbove decision={decision} />
      <p className="row">
        {state === 'recorded' && mayDecide && <WithdrawMinutes roundId={roundId} decisionId={decisionId} />}
        {(isInForce || state === 'commended') && mayDecide && decision.proposals.length === 0 && (
          <ProposeAnnulment roundId={roundId} decisionId={decisionId} />
        )}
      </p>
    </>
  );
};

/** One meeting's minutes: what it decided and why, who attested, and what can be done with it now. */
export const DecisionCard = (shown: Shown) => {
  const { t } = useTranslation();
  const { decision, rules, names } = shown;
  const isLive = ['recorded', 'in-force', 'commended'].includes(decision.state);
  return (
    <section className="part" aria-labelledby={decision.decisionId}>
      <div className="part-head">
        <h2 id={decision.decisionId}>{decision.minutesNumber}</h2>
        <Mark tone={TONES[decision.state]}>{t(`rounds.decision.state.${decision.state}`)}</Mark>
      </div>
      <Meeting decision={decision} />
      <Reasons decision={decision} rules={rules} {...(names === undefined ? {} : { names })} />
      <details open={isLive}>
        <summary>{t('rounds.decision.awards')}</summary>
        <AwardsTold awards={decision.awards} rules={rules} roundId={shown.roundId} />
      </details>
      <Proposed {...shown} />
      <Acts {...shown} />
    </section>
  );
};
