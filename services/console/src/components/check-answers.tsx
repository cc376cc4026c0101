import '../look/planning.css';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export type CheckedAnswer = Readonly<{ name: string; said: ReactNode }>;

/** What is about to be sent, once more, and what follows from it; nothing has happened yet. */
export const CheckAnswers = ({
  title,
  lead,
  answers,
  action,
  busy,
  onSend,
  onEdit,
}: Readonly<{
  title: string;
  lead: string;
  answers: readonly CheckedAnswer[];
  action: string;
  busy: boolean;
  onSend: () => void;
  onEdit: () => void;
}>) => {
  const { t } = useTranslation();
  const head = useRef<HTMLHeadingElement>(null);
  // Whoever came by keyboard or ear begins at the head of what is to be checked.
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="part" aria-labelledby="check">
      <h2 id="check" ref={head} tabIndex={-1}>
        {title}
      </h2>
      <p className="note">{lead}</p>
      <dl className="facts">
        {answers.map(({ name, said }) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd className="prose">{said === '' ? t('none') : said}</dd>
          </div>
        ))}
      </dl>
      <p className="row send-row">
        <Button type="primary" loading={busy} onClick={onSend}>
          {action}
        </Button>
        <Button disabled={busy} onClick={onEdit}>
          {t('acts.edit')}
        </Button>
      </p>
    </section>
  );
};
