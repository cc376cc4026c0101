import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../api/order.ts';
import { begunVote, heldCode, type HeldCode, voteByCode } from '../../ballots/vote-by-code.ts';
import { Answered } from '../../components/answered.tsx';
import { CodeForm } from '../../components/code-form.tsx';
import { sayDeadline, sayMoment } from '../../components/dates.ts';
import { either } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { Page } from '../../components/page.tsx';
import '../../look/ballots.css';

type Of = Readonly<{ code: string; held: HeldCode; onVoted: () => void }>;

const Confirm = ({ code, held, level, onVoted, onClose }: Of & Readonly<{ level: string; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = useOrder({
    send: async (_given: object) => voteByCode(code, held, level),
    touches: [],
    onDone: onVoted,
  });
  const chosen = held.levels.find((one) => one.level === level);
  return (
    <OrderDialog<object>
      title={t('codeVote.confirm')}
      lead={
        <>
          <p>{t('codeVote.about', { entry: held.title })}</p>
          <p>
            <strong>{either(chosen?.nameZh ?? '', chosen?.nameEn ?? '')}</strong>
          </p>
          <p>{t('codeVote.final')}</p>
        </>
      }
      action={t('ballots.vote')}
      order={order}
      onClose={onClose}
    />
  );
};

const Choosing = (of: Of) => {
  const { t } = useTranslation();
  const { held } = of;
  const [level, setLevel] = useState('');
  const [isAsked, setAsked] = useState(false);
  if (held.stage !== 'voting') return <p role="status">{t('codeVote.notYet', { at: sayMoment(held.opensAt) })}</p>;
  return (
    <section>
      <h2>{held.title}</h2>
      <p className="quiet">{t('ballots.untilClosed', { at: sayDeadline(held.closesAt) })}</p>
      <Radio.Group
        className="ballot-levels"
        aria-label={t('ballots.level')}
        value={level}
        onChange={({ target }) => setLevel(String(target.value))}
      >
        {held.levels.map(({ level: one, nameZh, nameEn }) => (
          <Radio key={one} value={one}>
            {either(nameZh, nameEn)}
          </Radio>
        ))}
      </Radio.Group>
      <p>
        <Button type="primary" disabled={level === ''} onClick={() => setAsked(true)}>
          {t('codeVote.next')}
        </Button>
      </p>
      {isAsked && <Confirm {...of} level={level} onClose={() => setAsked(false)} />}
    </section>
  );
};

const Looked = ({ code, onVoted }: Readonly<{ code: string; onVoted: () => void }>) => {
  const query = useQuery({ queryKey: ['public', 'vote-code', code], gcTime: 0, queryFn: async () => heldCode(code) });
  return <Answered query={query}>{(held) => <Choosing code={code} held={held} onVoted={onVoted} />}</Answered>;
};

/** A code that was scanned stands behind the address, which no server is told; it goes out of sight at once. */
const scanned = (): string => {
  const code = decodeURIComponent(window.location.hash.slice(1));
  if (code !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  return code;
};

/** A vote by a code, without signing in: type or scan it, choose, confirm. */
export const CodeVote = () => {
  const { t } = useTranslation();
  const [begun] = useState(begunVote);
  const [code, setCode] = useState(() => begun?.code ?? scanned());
  const [isDone, setDone] = useState(false);
  const done = (): void => setDone(true);
  const ask = (given: string): void => {
    setDone(false);
    setCode(given);
  };
  return (
    <Page title={t('codeVote.title')} lead={t('codeVote.lead')}>
      <CodeForm label={t('codeVote.code')} button={t('codeVote.open')} value={code} onAsk={ask} />
      {isDone && (
        <p role="status" className="note">
          {t('codeVote.voted')}
        </p>
      )}
      {!isDone && begun !== undefined && code === begun.code && (
        <>
          <p className="note">{t('codeVote.begun')}</p>
          <Choosing code={code} held={begun.held} onVoted={done} />
        </>
      )}
      {!isDone && code !== '' && code !== begun?.code && <Looked key={code} code={code} onVoted={done} />}
      <details>
        <summary>{t('codeVote.secret')}</summary>
        <p>{t('codeVote.why')}</p>
      </details>
    </Page>
  );
};
