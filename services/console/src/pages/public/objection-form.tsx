import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { Refused } from '../../api/problem.ts';
import { sayDay } from '../../components/dates.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { colon } from '../../components/names.ts';

type Filled = Schemas['PostV1PublicEntriesByEntryIdObjectionsBody'];
type Confirmed = Schemas['PostV1PublicObjectionsConfirmAnswer'];

const NAME_CHARS_MAX = 50;
const CONTACT_CHARS_MAX = 100;
const STATEMENT_CHARS_MAX = 4_000;

/** The platform takes no confirmation sooner than three seconds after what was handed in. By the timer: a browser's clock may be wrong. */
const READ_OVER_MS = 3_200;
const SECOND_MS = 1_000;

const pause = async (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Once more where it came too soon, as often as the platform says so. */
const confirm = async (body: Readonly<{ handIn: string; code: string }>): Promise<Confirmed> => {
  for (;;) {
    try {
      return await answerOf(api.POST('/v1/public/objections/confirm', { body }));
    } catch (error) {
      if (!(error instanceof Refused) || error.problem?.reason !== 'CONFIRMED_TOO_SOON') throw error;
      await pause((error.retryAfterSeconds ?? 1) * SECOND_MS);
    }
  }
};

const Fields = ({ first, onFilled }: Readonly<{ first: Filled; onFilled: (filled: Filled) => void }>) => {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('notices.required') }];
  return (
    <Form<Filled> layout="vertical" initialValues={first} onFinish={onFilled} scrollToFirstError={{ focus: true }}>
      <p>{t('notices.objectLead')}</p>
      <Form.Item name="objectorName" label={t('notices.name')} rules={required}>
        <Input autoComplete="name" maxLength={NAME_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="objectorContact" label={t('notices.contact')} rules={required}>
        <Input autoComplete="tel" maxLength={CONTACT_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="statement" label={t('notices.statement')} extra={t('notices.statementHint')} rules={required}>
        <Input.TextArea rows={6} maxLength={STATEMENT_CHARS_MAX} showCount />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('notices.check')}
      </Button>
    </Form>
  );
};

const Receipt = ({ confirmed }: Readonly<{ confirmed: Confirmed }>) => {
  const { t } = useTranslation();
  return (
    <div className="receipt" role="status">
      <h3>{t('notices.done')}</h3>
      <p>{t('notices.receiptLead')}</p>
      <p>
        {t('notices.receipt')}
        {colon()}
        <code>{confirmed.receiptCode}</code>
      </p>
      <p>{t('notices.answerBy', { date: sayDay(confirmed.answerDueAt) })}</p>
    </div>
  );
};

/** What will be sent, once more: it can not be taken back. */
const Check = ({
  filled,
  busy,
  onConfirm,
  onEdit,
}: Readonly<{ filled: Filled; busy: boolean; onConfirm: () => void; onEdit: () => void }>) => {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('notices.confirmTitle')}</h3>
      <p>{t('notices.confirmLead')}</p>
      <dl className="facts">
        <dt>{t('notices.name')}</dt>
        <dd>{filled.objectorName}</dd>
        <dt>{t('notices.contact')}</dt>
        <dd>{filled.objectorContact}</dd>
        <dt>{t('notices.statement')}</dt>
        <dd className="prose">{filled.statement}</dd>
      </dl>
      <p className="row">
        <Button type="primary" loading={busy} onClick={onConfirm}>
          {t('notices.confirm')}
        </Button>
        <Button disabled={busy} onClick={onEdit}>
          {t('notices.edit')}
        </Button>
      </p>
    </>
  );
};

const EMPTY: Filled = { objectorName: '', objectorContact: '', statement: '' };

/** An objection: filled in, looked at once more, confirmed; then its receipt, once. */
export const ObjectionForm = ({ entryId }: Readonly<{ entryId: string }>) => {
  const [filled, setFilled] = useState(EMPTY);
  const [checking, setChecking] = useState(false);
  // One key an objection: whoever sends it twice has handed in one.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const send = useMutation({
    mutationFn: async () => {
      const { handIn, code } = await answerOf(
        api.POST('/v1/public/entries/{entryId}/objections', {
          params: { path: { entryId }, header: { 'Idempotency-Key': key } },
          body: filled,
        }),
      );
      await pause(READ_OVER_MS);
      return confirm({ handIn, code });
    },
  });
  if (send.data !== undefined) return <Receipt confirmed={send.data} />;
  return (
    <>
      {send.isError && <ProblemNotice error={send.error} again={() => send.mutate()} />}
      {checking ? (
        <Check
          filled={filled}
          busy={send.isPending}
          onConfirm={() => send.mutate()}
          onEdit={() => {
            setChecking(false);
            setKey(crypto.randomUUID());
          }}
        />
      ) : (
        <Fields
          first={filled}
          onFilled={(given) => {
            setFilled(given);
            setChecking(true);
          }}
        />
      )}
    </>
  );
};
