import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

export type Entry = Schemas['Entry'];
type Dialog = Readonly<{ entry: Entry; onClose: () => void }>;
type Why = Readonly<{ reason: string }>;

const LINK_CHARS_MAX = 500;
const OPINION_CHARS_MAX = 1_000;

const touchesOf = (entryId: string) => [['entries'], ['entry', entryId], ['work'], ['editions', 'proposals']];

const useDone = (onClose: () => void, text: string) => {
  const tell = useTell();
  return (): void => {
    tell(text);
    onClose();
  };
};

/** A plan is confirmed, or that somebody belongs on a list. */
export const confirmOf = ({ standing }: Pick<Entry, 'standing'>) =>
  standing === 'declared' ? ('confirmListed' as const) : ('confirm' as const);

export const ConfirmDialog = ({ entry, onClose }: Dialog) => {
  const { t } = useTranslation();
  const which = confirmOf(entry);
  const word = `acts.${which}` as const;
  const onDone = useDone(onClose, t(entry.standing === 'declared' ? 'campaigns.done' : 'acts.done.confirm'));
  const order = useOrder({
    send: async ({ opinion }: Readonly<{ opinion: string }>, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/confirm', {
          params: { path: { entryId: entry.entryId }, header: { ...under(key), 'If-Match': `"${entry.revision}"` } },
          body: { opinion },
        }),
      ),
    touches: touchesOf(entry.entryId),
    onDone,
  });
  return (
    <OrderDialog
      title={t(word)}
      lead={t(`acts.lead.${which}`)}
      action={t(word)}
      first={{ opinion: t('planning.opinionUsual') }}
      order={order}
      onClose={onClose}
    >
      <Form.Item
        name="opinion"
        label={t('planning.opinion')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={3} maxLength={OPINION_CHARS_MAX} />
      </Form.Item>
    </OrderDialog>
  );
};

/** What is withdrawn: a project, or that somebody or something else was declared. */
export const withdrawalOf = ({ subjectKind }: Pick<Entry, 'subjectKind'>) =>
  subjectKind === 'project' ? ('withdraw' as const) : ('withdrawOther' as const);

export const WithdrawDialog = ({ entry, onClose }: Dialog) => {
  const { t } = useTranslation();
  const word = `acts.${withdrawalOf(entry)}` as const;
  const onDone = useDone(onClose, t('acts.done.withdraw'));
  const order = useOrder({
    send: async ({ reason }: Why, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/withdraw', {
          params: { path: { entryId: entry.entryId }, header: { ...under(key), 'If-Match': `"${entry.revision}"` } },
          body: { why: reason },
        }),
      ),
    touches: touchesOf(entry.entryId),
    onDone,
  });
  return (
    <OrderDialog
      title={t(word)}
      lead={t('acts.lead.withdraw', { what: t(`entryKind.${entry.subjectKind}`) })}
      action={t(word)}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

export const FeatureDialog = ({ entry, onClose }: Dialog) => {
  const { t } = useTranslation();
  const onDone = useDone(onClose, t('acts.done.feature'));
  const order = useOrder({
    send: async ({ note, link = '' }: Readonly<{ note: string; link?: string }>, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/feature', {
          params: { path: { entryId: entry.entryId }, header: under(key) },
          body: { note, link },
        }),
      ),
    touches: touchesOf(entry.entryId),
    onDone,
  });
  return (
    <OrderDialog
      title={t('acts.feature')}
      lead={t('acts.lead.feature')}
      action={t('acts.feature')}
      order={order}
      onClose={onClose}
    >
      <Form.Item
        name="note"
        label={t('acts.note')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={3} maxLength={OPINION_CHARS_MAX} showCount />
      </Form.Item>
      <Form.Item name="link" label={t('acts.link')}>
        <Input type="url" maxLength={LINK_CHARS_MAX} />
      </Form.Item>
    </OrderDialog>
  );
};

export const EndFeaturingDialog = ({ entry, onClose }: Dialog) => {
  const { t } = useTranslation();
  const onDone = useDone(onClose, t('acts.done.endFeaturing'));
  const order = useOrder({
    send: async ({ reason }: Why, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/feature/end', {
          params: { path: { entryId: entry.entryId }, header: under(key) },
          body: { why: reason },
        }),
      ),
    touches: touchesOf(entry.entryId),
    onDone,
  });
  return (
    <OrderDialog title={t('acts.endFeaturing')} action={t('acts.endFeaturing')} order={order} onClose={onClose}>
      <ReasonField />
    </OrderDialog>
  );
};

export type Proposable = 'UndoAct' | 'BlockEntry' | 'LiftBlock' | 'RemoveEntry';

/** What one person proposes and another of another office carries out. */
export const ProposeDialog = ({ entry, act, onClose }: Dialog & Readonly<{ act: Proposable }>) => {
  const { t } = useTranslation();
  const onDone = useDone(onClose, t('acts.done.propose'));
  const order = useOrder({
    send: async ({ reason }: Why, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/proposals', {
          params: { path: { entryId: entry.entryId }, header: under(key) },
          body: { act, why: reason },
        }),
      ),
    touches: touchesOf(entry.entryId),
    onDone,
  });
  return (
    <OrderDialog
      title={t(`proposals.act.${act}`)}
      lead={t('proposals.lead')}
      action={t('proposals.propose')}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
