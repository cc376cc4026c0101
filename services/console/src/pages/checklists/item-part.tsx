import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { bracketed, nameIn } from '../../components/names.ts';
import { AnswerDialog, WithdrawDialog } from './finding-dialogs.tsx';
import { MarkDialog } from './mark-dialog.tsx';
import { sayHundredths } from '../../components/hundredths.ts';
import { PaperLinks } from './paper-links.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { type Area, type Finding, type Item, itemName, type List } from './shared.ts';

type InArea = Readonly<{ roundId: string; entryId: string; list: List; area: Area; proposes: boolean }>;
type OfItem = InArea & Readonly<{ item: Item }>;

const isClosed = ({ periods }: Area, period: number): boolean =>
  periods.some((one) => one.period === period && one.closed);

const FindingPart = ({ finding, item, list, area, proposes, ...of }: OfItem & Readonly<{ finding: Finding }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'withdraw' | 'propose' | 'answer'>();
  const close = (): void => setAsked(undefined);
  const { effectiveOn, count, evidence, recordedByName, withdrawnFor, withdrawnWhy, answers } = finding;
  const stands = withdrawnFor === null;
  const closed = isClosed(area, finding.period);
  const withdrawsAlone = item.recordable && !closed && list.hindrance === null;
  // Of several stages the finder's own may be over.
  const isFixed = closed || list.hindrance !== null || list.stages.length > 0;
  const isWaiting = list.proposals.some(({ occurrenceId }) => occurrenceId === finding.occurrenceId);
  return (
    <li className="finding">
      <p>
        <strong>{sayDay(effectiveOn)}</strong> {t('checklists.times', { count })}
        {!stands && <Mark tone="plain">{t('checklists.withdrawnMark')}</Mark>}
        {isWaiting && <Mark tone="waiting">{t('checklists.correctionWaits')}</Mark>}
      </p>
      <p className="prose">{finding.finding === '' ? t('none') : finding.finding}</p>
      <p className="quiet">{nameIn(recordedByName)}</p>
      <PaperLinks
        {...{ entryId: of.entryId, evidence }}
        under={`/v1/rounds/${of.roundId}/entries/${of.entryId}/occurrences/${finding.occurrenceId}`}
      />
      {withdrawnFor !== null && (
        <p className="quiet prose">
          {t(`checklists.reasons.${withdrawnFor}`)} {withdrawnWhy}
        </p>
      )}
      {answers.map(({ answer, answeredAt, answeredByName }) => (
        <blockquote key={answeredAt} className="prose">
          {answer}
          <footer className="quiet">
            {nameIn(answeredByName)} {sayMoment(answeredAt)}
          </footer>
        </blockquote>
      ))}
      <p className="row">
        {stands && withdrawsAlone && <Button onClick={() => setAsked('withdraw')}>{t('checklists.withdraw')}</Button>}
        {stands && proposes && !withdrawsAlone && isFixed && !isWaiting && list.correcting === null && (
          <Button onClick={() => setAsked('propose')}>{t('checklists.propose')}</Button>
        )}
        {stands && list.subject && area.answerable && list.correcting === null && (
          <Button type="primary" onClick={() => setAsked('answer')}>
            {t('checklists.answerOpen')}
          </Button>
        )}
      </p>
      {asked === 'answer' && <AnswerDialog {...of} finding={finding} onClose={close} />}
      {(asked === 'withdraw' || asked === 'propose') && (
        <WithdrawDialog {...of} finding={finding} isProposal={asked === 'propose'} onClose={close} />
      )}
    </li>
  );
};

const Marks = ({ item, list }: Pick<OfItem, 'item' | 'list'>) => {
  const { t } = useTranslation();
  const given = list.marks.filter(({ itemId }) => itemId === item.itemId);
  return (
    <>
      {given.map(({ period, giver, points, remark, markedAt }) => (
        <p key={`${period} ${giver}`}>
          {t(giver === 'self' ? 'checklists.bySelf' : 'checklists.byReview')}{' '}
          <strong>{points.map(sayHundredths).join(' + ')}</strong> <span className="quiet">{sayMoment(markedAt)}</span>
          {remark !== '' && <span className="quiet prose check-remark">{remark}</span>}
        </p>
      ))}
    </>
  );
};

const Buttons = ({ item, list, area, ...of }: Omit<OfItem, 'proposes'>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'record' | 'mark' | 'self'>();
  // What is marked is the first period that is not closed yet; a finding belongs to the period of its day.
  const period = area.periods.find(({ closed }) => !closed)?.period;
  if (list.hindrance !== null || period === undefined) return null;
  const close = (): void => setAsked(undefined);
  const isSelf = asked === 'self';
  const given = list.marks.find(
    (one) => one.itemId === item.itemId && one.period === period && (one.giver === 'self') === isSelf,
  );
  const { sourceId } = area;
  return (
    <>
      <p className="row">
        {item.recordable && (
          <Button type="primary" onClick={() => setAsked('record')}>
            {t('checklists.recordOf')}
          </Button>
        )}
        {item.reviewable && <Button onClick={() => setAsked('mark')}>{t('checklists.mark')}</Button>}
        {list.subject && area.selfOpen && <Button onClick={() => setAsked('self')}>{t('checklists.markSelf')}</Button>}
      </p>
      {asked === 'record' && <RecordDialog {...of} item={item} sourceId={sourceId} onClose={close} />}
      {(asked === 'mark' || isSelf) && (
        <MarkDialog {...{ ...of, item, sourceId, period, isSelf, given: given?.points ?? [] }} onClose={close} />
      )}
    </>
  );
};

/** One item with what it is worth, what was found and marked about it, and what its reader may do. */
export const ItemPart = (shown: OfItem) => {
  const { t } = useTranslation();
  const { item, list, area, roundId, entryId } = shown;
  const findings = list.findings.filter(({ itemId }) => itemId === item.itemId);
  const worth = t('checklists.most', { points: sayHundredths(item.points) });
  const counted = item.per === 0 ? t('checklists.reviewed') : t('checklists.each', { points: sayHundredths(item.per) });
  return (
    <section className="check-item" aria-labelledby={`${area.areaId}-${item.itemId}`}>
      <h3 id={`${area.areaId}-${item.itemId}`}>{itemName(item)}</h3>
      <p className="quiet">
        {worth} {bracketed(counted)} {item.veto && <Mark tone="bad">{t('checklists.veto')}</Mark>}
      </p>
      <Marks item={item} list={list} />
      {findings.length > 0 && (
        <ul className="check-rows">
          {findings.map((finding) => (
            <FindingPart key={finding.occurrenceId} {...shown} finding={finding} />
          ))}
        </ul>
      )}
      <Buttons {...{ item, list, area, roundId, entryId }} />
    </section>
  );
};
