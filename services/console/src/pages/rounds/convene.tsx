import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { CandidateList, type Picked } from './candidate-list.tsx';
import type { Rules } from './rules.ts';
import { useRulesWords } from './use-rules-words.ts';

const Check = ({
  roundId,
  rules,
  picked,
  onClose,
  onDone,
}: Readonly<{ roundId: string; rules: Rules; picked: Picked; onClose: () => void; onDone: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const say = useRulesWords(rules);
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/seats', {
          params: { path: { roundId }, header: under(key) },
          body: { seats: [...picked].map(([personId, { sourceId }]) => ({ personId, sourceId })) },
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      tell(t('rounds.convene.done', { count: picked.size }));
      onDone();
    },
  });
  return (
    <OrderDialog
      title={t('rounds.convene.checkTitle', { count: picked.size })}
      action={t('rounds.convene.do', { count: picked.size })}
      order={order}
      onClose={onClose}
      lead={
        <>
          <p>{t('rounds.convene.checkLead')}</p>
          {rules.seating.map(({ sourceId }) => {
            const of = [...picked].filter(([, one]) => one.sourceId === sourceId);
            return of.length === 0 ? null : (
              <div key={sourceId}>
                <h3>
                  {say.source(sourceId)} ({of.length})
                </h3>
                <ul className="names">
                  {of.map(([personId, { name, unscored }]) => (
                    <li key={personId}>
                      {name}
                      {unscored > 0 && (
                        <span className="quiet"> {t('rounds.convene.unscored', { count: unscored })}</span>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
        </>
      }
    />
  );
};

/** Convenes a panel, or adds to it: searched by name, ticked, looked at once more, done. */
export const Convene = ({
  roundId,
  rules,
  isEmpty,
  beginsOpen,
}: Readonly<{
  roundId: string;
  rules: Rules;
  /** No entry has come yet: nobody can say what somebody would not score. */
  isEmpty: boolean;
  beginsOpen: boolean;
}>) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(beginsOpen);
  const [picked, setPicked] = useState<Picked>(new Map());
  const [checks, setChecks] = useState(false);
  if (!isOpen)
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{t('rounds.convene.add')}</Button>
      </p>
    );
  return (
    <section className="part" aria-labelledby="convene">
      <div className="part-head">
        <h2 id="convene">{t('rounds.convene.title')}</h2>
        <Button onClick={() => setOpen(false)}>{t('close')}</Button>
      </div>
      <p className="quiet">{t('rounds.convene.lead')}</p>
      <CandidateList roundId={roundId} rules={rules} isEmpty={isEmpty} picked={picked} onPick={setPicked} />
      <p className="row foot-bar">
        <Button type="primary" disabled={picked.size === 0} onClick={() => setChecks(true)}>
          {t('rounds.convene.check', { count: picked.size })}
        </Button>
        {picked.size > 0 && <Button onClick={() => setPicked(new Map())}>{t('rounds.convene.clear')}</Button>}
      </p>
      {checks && (
        <Check
          roundId={roundId}
          rules={rules}
          picked={picked}
          onClose={() => setChecks(false)}
          onDone={() => {
            setChecks(false);
            setPicked(new Map());
            setOpen(false);
          }}
        />
      )}
    </section>
  );
};
