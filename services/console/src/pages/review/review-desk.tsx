import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useDraft } from '../../api/draft.ts';
import { useOrder } from '../../api/order.ts';
import { entry, opinions } from '../../api/questions/entries.ts';
import { type Reviewed, sendReview } from '../../api/questions/review.ts';
import { Answered } from '../../components/answered.tsx';
import { DraftMark } from '../../components/draft-mark.tsx';
import { late } from '../../components/late.tsx';
import { type Need, Needs } from '../../components/needs.tsx';
import { either, nameIn } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import { useTell } from '../../components/told.tsx';
import { OfWhat, useWhat } from '../../components/what-it-is.tsx';
import { ProjectFiles } from '../projects/project-files.tsx';
import { ProjectOpinions } from '../projects/project-opinions.tsx';
import { CheckListForm, explanationId } from './check-list-form.tsx';
import {
  allMet,
  type Checked,
  failedAnswers,
  firstReasons,
  isLookedAt,
  NOTHING_CHECKED,
  passedAnswers,
  restored,
  turned,
  unanswered,
  unexplained,
  unmetOf,
} from './check-list.ts';
import { DecisionBar } from './decision-bar.tsx';
import { Declared } from './declared.tsx';
import { ProgressPart } from './progress-part.tsx';
import type { Asked } from './review-keys.ts';
import { useKeys } from './use-keys.ts';

const FailDialog = late(async () => (await import('./fail-dialog.tsx')).FailDialog);
const ReturnDialog = late(async () => (await import('./return-dialog.tsx')).ReturnDialog);
const UndoDialog = late(async () => (await import('./undo-dialog.tsx')).UndoDialog);

type Entry = Schemas['Entry'];

/** Where a review can be followed by a return, and where it can be undone. */
const RETURNABLE: readonly Entry['standing'][] = ['reviewed', 'clearance-requested', 'cleared'];
const UNDOABLE: readonly Entry['standing'][] = ['reviewed', 'rejected'];

type Desk = Readonly<{
  told: Entry;
  /** What the review looks at, and, last, each need that the platform does not know. */
  items: readonly string[];
  needs: readonly Need[];
  /** Once it is decided: the next one comes. */
  onDone: (said: string) => void;
}>;

type Open = 'return' | 'fail' | 'undo' | null;

/** What a reviewer does to one entry, by mouse and by key alike. */
const useReviewing = ({ told, items, needs, onDone }: Desk) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { entryId, title } = told;
  const draft = useDraft<Checked>('review', entryId, NOTHING_CHECKED, restored);
  const [isArmed, setArmed] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const { value: checked, set } = draft;
  const shut = (said: string): void => {
    setOpen(null);
    if (checked !== NOTHING_CHECKED) void draft.discard();
    onDone(said);
  };
  const order = useOrder({
    send: async (body: Reviewed, key) => sendReview(entryId, body, key),
    touches: [['entries'], ['entry', entryId], ['work']],
    onDone: (_answer, { outcome }) => shut(t(outcome === 'passed' ? 'review.passed' : 'review.failed', { title })),
  });
  const asked = needs.map(({ item }) => item);
  /** Goes to the first need that nobody has answered. */
  const answersAll = (): boolean => {
    const [lacking] = unanswered(asked, checked);
    if (lacking === undefined) return true;
    const need = needs.find(({ item }) => item === lacking);
    tell(t('needs.answerFirst', { item: need === undefined ? lacking : either(need.zh, need.en) }));
    document.getElementById(explanationId(items.indexOf(lacking)))?.focus();
    return false;
  };
  const pass = (): void => {
    const unmet = unmetOf(items, checked).length;
    if (unmet > 0) return tell(t('review.notPassed', { count: unmet }));
    if (!answersAll() || order.isPending) return;
    order.mutate({ outcome: 'passed', answers: passedAnswers(items, checked, asked) });
  };
  const fail = (): void => {
    if (unmetOf(items, checked).length === 0) return tell(t('review.noneUnmet'));
    const [lacking] = unexplained(items, checked);
    if (lacking === undefined) return answersAll() ? setOpen('fail') : undefined;
    tell(t('review.unexplained', { item: lacking }));
    document.getElementById(explanationId(items.indexOf(lacking)))?.focus();
  };
  return { checked, set, draft, order, pass, fail, isArmed, setArmed, open, setOpen, shut };
};

type Reviewing = ReturnType<typeof useReviewing>;

/** What a key does at this desk; walking from one entry to the next is the page's. */
const useDeskKeys = ({ told, items }: Desk, reviewing: Reviewing): void => {
  const { checked, set, pass, fail, isArmed, setArmed, setOpen, order } = reviewing;
  const isDeclared = told.standing === 'declared';
  useKeys((asked: Asked) => {
    if (order.isPending) return;
    setArmed(false);
    if (asked.act === 'return' && (isDeclared || RETURNABLE.includes(told.standing))) return setOpen('return');
    if (!isDeclared) return;
    if (asked.act === 'fail') return fail();
    if (asked.act === 'all-met') return set(allMet(checked, items));
    if (asked.act === 'item') {
      const item = items[asked.index];
      if (item !== undefined) set(turned(checked, item));
    }
    if (asked.act !== 'pass') return;
    // Whoever has not ticked each item is asked once more: a slip of the finger passes nothing.
    if (isArmed || isLookedAt(items, checked) || unmetOf(items, checked).length > 0) return pass();
    setArmed(true);
  });
};

const Dialogs = ({ told, items, needs, reviewing }: Readonly<Desk & { reviewing: Reviewing }>) => {
  const { t } = useTranslation();
  const { checked, set, open, setOpen, shut, order } = reviewing;
  const { entryId, title } = told;
  const close = (): void => setOpen(null);
  const answers = failedAnswers(
    items,
    checked,
    needs.map(({ item }) => item),
  );
  const explained = answers.filter(({ met }) => !met);
  if (open === 'return')
    return (
      <ReturnDialog
        entryId={entryId}
        first={{ reasons: firstReasons(items, checked), redeclareBy: checked.redeclareBy }}
        onTyped={({ reasons, redeclareBy }) => set({ ...checked, reasons, redeclareBy })}
        onDone={() => shut(t('review.returned', { title }))}
        onClose={close}
      />
    );
  if (open === 'fail')
    return (
      <FailDialog
        failures={explained}
        order={{ ...order, mutate: () => order.mutate({ outcome: 'failed', answers }) }}
        onClose={close}
      />
    );
  return open === 'undo' ? <UndoDialog entryId={entryId} onClose={close} /> : null;
};

/** A review that is given: what can follow it still. */
const Decided = ({ told, setOpen }: Readonly<{ told: Entry; setOpen: (open: Open) => void }>) => {
  const { t } = useTranslation();
  return (
    <section className="part" aria-labelledby="decided">
      <h2 id="decided">{t('review.decided', { what: useWhat() })}</h2>
      <p>
        <StandingMark standing={told.standing} />
      </p>
      <div className="row">
        {RETURNABLE.includes(told.standing) && <Button onClick={() => setOpen('return')}>{t('review.return')}</Button>}
        {UNDOABLE.includes(told.standing) && <Button onClick={() => setOpen('undo')}>{t('review.undo')}</Button>}
      </div>
    </section>
  );
};

const Judging = (desk: Desk) => {
  const { t } = useTranslation();
  const reviewing = useReviewing(desk);
  useDeskKeys(desk, reviewing);
  const { told, items, needs } = desk;
  const { checked, set, draft, order, pass, fail, isArmed, setArmed, open, setOpen } = reviewing;
  return (
    <div className="judging">
      {told.standing === 'declared' ? (
        <section className="part" aria-labelledby="list">
          <h2 id="list">{t('review.list')}</h2>
          <CheckListForm
            items={items}
            needs={needs}
            checked={checked}
            onChange={(next) => {
              setArmed(false);
              set(next);
            }}
          />
          {order.isError && open === null && <ProblemNotice error={order.error} again={pass} />}
          <DecisionBar
            items={items}
            checked={checked}
            isArmed={isArmed}
            isBusy={order.isPending}
            onPass={pass}
            onReturn={() => setOpen('return')}
            onFail={fail}
          />
          {checked !== NOTHING_CHECKED && <DraftMark draft={draft} />}
        </section>
      ) : (
        <Decided told={told} setOpen={setOpen} />
      )}
      <Dialogs {...desk} reviewing={reviewing} />
    </div>
  );
};

/** What is looked at of one entry: the check-list, and what the platform could not tell of its needs. */
const askedOf = (items: readonly string[], needs: readonly Need[]): Pick<Desk, 'items' | 'needs'> => {
  const open = needs.filter(({ verdict }) => verdict === 'undetermined');
  return { items: [...items, ...open.map(({ item }) => item)], needs: open };
};

/** One entry to be reviewed: what is declared beside what the review looks at. */
export const ReviewDesk = ({
  entryId,
  items,
  place,
  takesFocus,
  onDone,
}: Readonly<{
  entryId: string;
  items: readonly string[];
  place: string;
  /** It came by itself or by a key: whoever listens is told. */
  takesFocus: boolean;
  onDone: (said: string) => void;
}>) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useQuery(entry(entryId));
  const said = useQuery(opinions(entryId));
  const isThere = told.data !== undefined;
  useEffect(() => {
    if (isThere && takesFocus) heading.current?.focus({ preventScroll: true });
  }, [isThere, takesFocus]);
  return (
    <Answered query={told}>
      {({ entry: one, needs, share }) => (
        <OfWhat what={one.subjectKind}>
          <article className="desk-entry" aria-labelledby="desk-title">
            <header className="desk-head">
              <p className="quiet">{place}</p>
              <h2 id="desk-title" ref={heading} tabIndex={-1}>
                {one.title}
              </h2>
              <p className="quiet">
                {nameIn(one.nominatorName)} ·{' '}
                <Link to="/entries/$entryId" params={{ entryId }}>
                  {t('review.whole', { what: t(`entryKind.${one.subjectKind}`) })}
                </Link>
              </p>
            </header>
            <div className="desk-parts">
              <div>
                <Declared told={one} query={said} />
                <Needs needs={needs} share={share} />
                <ProjectFiles entryId={entryId} />
                <ProjectOpinions query={said} kindOf={one.subjectKind} />
                <ProgressPart entryId={entryId} />
              </div>
              <Judging told={one} {...askedOf(items, needs)} onDone={onDone} />
            </div>
          </article>
        </OfWhat>
      )}
    </Answered>
  );
};
