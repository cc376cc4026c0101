import { Button } from 'antd';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../api/draft.ts';
import { useOrder } from '../../api/order.ts';
import { type Scope, sendClearance } from '../../api/questions/review.ts';
import { either } from '../../components/names.ts';
import type { Need } from '../../components/needs.tsx';
import { DraftMark } from '../../components/draft-mark.tsx';
import { Mark } from '../../components/mark.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useWhat } from '../../components/what-it-is.tsx';
import { NeedsMet } from './needs-met.tsx';
import { allCleared, isBlocking, lackingIn, NO_OPINION, type Opinion, restoredOpinion, toSend } from './opinion.ts';

const NUMBER_CHARS_MAX = 100;
const WHY_CHARS_MAX = 4_000;

const idsOf = (needs: readonly Need[]): readonly string[] => needs.map(({ need }) => need);

const ScopeChoice = ({
  scope,
  opinion,
  onChange,
}: Readonly<{ scope: Scope; opinion: Opinion; onChange: (opinion: Opinion) => void }>) => {
  const { t } = useTranslation();
  const what = useWhat();
  return (
    <fieldset className="choices">
      <legend>{scope === 'entry' ? what : t(`project.scope.${scope}`)}</legend>
      {(['cleared', 'blocked'] as const).map((outcome) => (
        <label key={outcome}>
          <input
            type="radio"
            name={`scope-${scope}`}
            checked={opinion.outcomes[scope] === outcome}
            onChange={() => onChange({ ...opinion, outcomes: { ...opinion.outcomes, [scope]: outcome } })}
          />
          <Mark tone={outcome === 'cleared' ? 'good' : 'bad'}>{t(`clearances.${outcome}`)}</Mark>
        </label>
      ))}
    </fieldset>
  );
};

const Check = ({
  entryId,
  title,
  opinion,
  scopes,
  needs,
  onGiven,
  onClose,
}: Readonly<{
  entryId: string;
  title: string;
  opinion: Opinion;
  scopes: readonly Scope[];
  needs: readonly Need[];
  onGiven: (number: string) => void;
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const what = useWhat();
  const order = useOrder({
    send: async (_given: object, key) => sendClearance(entryId, toSend(opinion, scopes, idsOf(needs)), key),
    touches: [['entries'], ['entry', entryId], ['clearance', entryId], ['work']],
    onDone: () => onGiven(opinion.number),
  });
  const blocking = isBlocking(opinion, scopes);
  return (
    <OrderDialog
      title={t('clearances.checkTitle')}
      lead={
        <dl className="facts">
          <dt>{t('cases.entry')}</dt>
          <dd>{title}</dd>
          {scopes.map((scope) => {
            const outcome = opinion.outcomes[scope] ?? 'cleared';
            return (
              <div key={scope} className="fact">
                <dt>{scope === 'entry' ? what : t(`project.scope.${scope}`)}</dt>
                <dd>
                  <Mark tone={outcome === 'cleared' ? 'good' : 'bad'}>{t(`clearances.${outcome}`)}</Mark>
                </dd>
              </div>
            );
          })}
          {!blocking && needs.length > 0 && (
            <>
              <dt>{t('clearances.needs')}</dt>
              {needs.map(({ need, zh, en }) => (
                <dd key={need}>{either(zh, en)}</dd>
              ))}
            </>
          )}
          <dt>{t('clearances.number')}</dt>
          <dd>{opinion.number}</dd>
          {blocking && (
            <>
              <dt>{t('clearances.why')}</dt>
              <dd className="prose">{opinion.why}</dd>
            </>
          )}
        </dl>
      }
      action={t('clearances.give')}
      isDangerous={blocking}
      order={order}
      onClose={onClose}
    />
  );
};

/** What a signed opinion says besides: its number, and why something is blocked. */
const Texts = ({
  opinion,
  isBlocking: blocks,
  ids,
  onChange,
}: Readonly<{
  opinion: Opinion;
  isBlocking: boolean;
  ids: Readonly<{ number: string; why: string }>;
  onChange: (opinion: Opinion) => void;
}>) => {
  const { t } = useTranslation();
  const hint = useId();
  return (
    <>
      <label className="line" htmlFor={ids.number}>
        {t('clearances.number')}
      </label>
      <input
        id={ids.number}
        className="wide"
        type="text"
        autoComplete="off"
        maxLength={NUMBER_CHARS_MAX}
        value={opinion.number}
        onChange={({ target }) => onChange({ ...opinion, number: target.value })}
      />
      {blocks && (
        <>
          <label className="line" htmlFor={ids.why}>
            {t('clearances.why')}
          </label>
          <textarea
            id={ids.why}
            className="wide"
            rows={4}
            maxLength={WHY_CHARS_MAX}
            aria-describedby={hint}
            value={opinion.why}
            onChange={({ target }) => onChange({ ...opinion, why: target.value })}
          />
          <p id={hint} className="quiet">
            {t('clearances.whyHint')}
          </p>
        </>
      )}
    </>
  );
};

const Lacking = ({ what }: Readonly<{ what: NonNullable<ReturnType<typeof lackingIn>> }>) => {
  const { t } = useTranslation();
  return (
    <p className="note" role="alert">
      {what === 'outcomes' || what === 'needs'
        ? t(what === 'needs' ? 'clearances.needsLacking' : 'clearances.choosing')
        : `${t('required')}${t(`clearances.${what}`)}`}
    </p>
  );
};

type Asked = Readonly<{
  entryId: string;
  title: string;
  scopes: readonly Scope[];
  /** What nobody has answered yet: the opinion does. */
  needs: readonly Need[];
  /** Of the opinion that was given before: one document often says several. */
  lastNumber: string;
  onGiven: (number: string) => void;
}>;

/** Discipline inspection's opinion on each thing it was asked about, looked at once more before it is given. */
export const OpinionForm = ({ entryId, title, scopes, needs, lastNumber, onGiven }: Asked) => {
  const { t } = useTranslation();
  const what = useWhat();
  const [number, why] = [useId(), useId()];
  const first = { ...NO_OPINION, number: lastNumber };
  const draft = useDraft<Opinion>('clearance', entryId, first, restoredOpinion);
  const [isChecking, setChecking] = useState(false);
  const [lacking, setLacking] = useState<ReturnType<typeof lackingIn>>(null);
  const { value: opinion, set } = draft;
  const change = (next: Opinion): void => {
    setLacking(null);
    set(next);
  };
  const check = (event: SyntheticEvent): void => {
    event.preventDefault();
    const lacks = lackingIn(opinion, scopes, idsOf(needs));
    setLacking(lacks);
    if (lacks === null) setChecking(true);
    else if (lacks === 'needs') document.querySelector<HTMLElement>('#needs-met input:not(:checked)')?.focus();
    else if (lacks !== 'outcomes') document.getElementById(lacks === 'number' ? number : why)?.focus();
  };
  return (
    <>
      <form className="part opinion" aria-labelledby="opinion" onSubmit={check}>
        <div className="part-head">
          <h2 id="opinion">{t('clearances.opinion')}</h2>
          <Button onClick={() => change(allCleared(opinion, scopes))}>{t('clearances.allCleared')}</Button>
        </div>
        <p className="quiet">{t('clearances.opinionLead', { what })}</p>
        {scopes.map((scope) => (
          <ScopeChoice key={scope} scope={scope} opinion={opinion} onChange={change} />
        ))}
        {needs.length > 0 && !isBlocking(opinion, scopes) && (
          <NeedsMet needs={needs} opinion={opinion} onChange={change} />
        )}
        <Texts opinion={opinion} isBlocking={isBlocking(opinion, scopes)} ids={{ number, why }} onChange={change} />
        {lacking !== null && <Lacking what={lacking} />}
        <p className="row">
          <Button type="primary" htmlType="submit">
            {t('clearances.check')}
          </Button>
        </p>
        {draft.state !== 'saved' && draft.state !== 'reading' && <DraftMark draft={draft} />}
      </form>
      {isChecking && (
        <Check
          {...{ entryId, title, opinion, scopes, needs }}
          onClose={() => setChecking(false)}
          onGiven={(given) => {
            setChecking(false);
            void draft.discard();
            onGiven(given);
          }}
        />
      )}
    </>
  );
};
