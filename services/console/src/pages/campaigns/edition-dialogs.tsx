import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { nextOf } from '../../api/questions/campaigns.ts';
import { today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { Loading } from '../../components/loading.tsx';
import { either } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import { TOUCHES } from './stage-dialogs.tsx';
import type { Edition } from './stages.ts';

const TITLE_CHARS_MAX = 200;
const ITEMS_MAX = 40;

type Of = Readonly<{ edition: Edition; onClose: () => void }>;

const useDone = (onClose: () => void) => {
  const { t } = useTranslation();
  const tell = useTell();
  return (): void => {
    tell(t('campaigns.done'));
    onClose();
  };
};

type Amended = Readonly<{
  titleZh: string;
  titleEn: string;
  parameters: Readonly<Record<string, string>>;
  effectiveOn: string;
  reason: string;
}>;

/** Titles and numbers, until entries enter; what differs from the template stands beside each. */
export const AmendDialog = ({ edition, onClose }: Of) => {
  const { t } = useTranslation();
  const { editionId, titleZh, titleEn, parameters, revision } = edition;
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const known = useQuery(nextOf(editionId));
  const order = useOrder({
    send: async ({ reason: why, ...given }: Amended, key: string) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/amend', {
          params: { path: { editionId }, header: { ...under(key), 'If-Match': `"${revision}"` } },
          body: { ...given, parameters: { ...parameters, ...given.parameters }, why },
        }),
      ),
    touches: TOUCHES,
    onDone: useDone(onClose),
  });
  return (
    <OrderDialog
      title={t('campaigns.amend')}
      lead={t('campaigns.amendLead')}
      action={t('campaigns.amend')}
      first={{ titleZh, titleEn, parameters, effectiveOn: today() }}
      order={order}
      onClose={onClose}
    >
      <Form.Item name="titleZh" label={t('campaigns.titleZh')} rules={required}>
        <Input maxLength={TITLE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="titleEn" label={t('campaigns.titleEn')} rules={required}>
        <Input maxLength={TITLE_CHARS_MAX} />
      </Form.Item>
      {known.isPending && <Loading />}
      {known.isError && <ProblemNotice error={known.error} again={() => void known.refetch()} />}
      {known.data?.plan.parameters.map(({ parameterId, nameZh, nameEn, value }) => (
        <Form.Item
          key={parameterId}
          name={['parameters', parameterId]}
          label={either(nameZh, nameEn)}
          initialValue={value}
          rules={required}
        >
          <Input inputMode="decimal" />
        </Form.Item>
      ))}
      <Form.Item name="effectiveOn" label={t('campaigns.effectiveOn')} rules={required}>
        <DayInput />
      </Form.Item>
      <ReasonField />
    </OrderDialog>
  );
};

/** What the first review looks at: one item a line. */
export const ReviewListDialog = ({ edition: { editionId, reviewList, revision }, onClose }: Of) => {
  const { t } = useTranslation();
  const order = useOrder({
    send: async ({ items }: Readonly<{ items: string }>, key: string) =>
      answerOf(
        api.PUT('/v1/editions/{editionId}/review-list', {
          params: { path: { editionId }, header: { ...under(key), 'If-Match': `"${revision}"` } },
          body: {
            items: items
              .split('\n')
              .map((item) => item.trim())
              .filter((item) => item !== ''),
          },
        }),
      ),
    touches: TOUCHES,
    onDone: useDone(onClose),
  });
  return (
    <OrderDialog
      title={t('campaigns.reviewList')}
      lead={t('campaigns.reviewListLead', { count: ITEMS_MAX })}
      action={t('campaigns.save')}
      first={{ items: reviewList.join('\n') }}
      order={order}
      onClose={onClose}
    >
      <Form.Item name="items" label={t('campaigns.reviewItems')}>
        <Input.TextArea rows={10} />
      </Form.Item>
    </OrderDialog>
  );
};

export const CloseDialog = ({ edition: { editionId }, onClose }: Of) => {
  const { t } = useTranslation();
  const order = useOrder({
    send: async (_given: object, key: string) =>
      answerOf(api.POST('/v1/editions/{editionId}/close', { params: { path: { editionId }, header: under(key) } })),
    touches: TOUCHES,
    onDone: useDone(onClose),
  });
  return (
    <OrderDialog
      title={t('campaigns.close')}
      lead={t('campaigns.closeLead')}
      action={t('campaigns.close')}
      order={order}
      onClose={onClose}
    />
  );
};

/** By two persons of two offices: everything in it ends. */
export const AbandonDialog = ({ edition: { editionId }, onClose }: Of) => {
  const { t } = useTranslation();
  const order = useOrder({
    send: async ({ reason: why }: Readonly<{ reason: string }>, key: string) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/proposals', {
          params: { path: { editionId }, header: under(key) },
          body: { act: 'AbandonEdition', why },
        }),
      ),
    touches: TOUCHES,
    onDone: useDone(onClose),
  });
  return (
    <OrderDialog
      title={t('campaigns.abandon')}
      lead={t('campaigns.abandonLead')}
      action={t('campaigns.abandon')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};
