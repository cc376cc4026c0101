import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { organization } from '../../api/questions/organizations.ts';
import { CheckAnswers } from '../../components/check-answers.tsx';
import { sayDay, today } from '../../components/dates.ts';
import { Dialog } from '../../components/dialog.tsx';
import { comma, either } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { OrganizationField } from '../../components/pick-fields.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useQueries } from '@tanstack/react-query';
import { EffectiveField } from './change-dialogs.tsx';
import type { Organization } from './organization-acts.ts';
import { dayGiven, useAct } from './use-act.ts';

type Way = 'merged' | 'split' | 'dissolved';
type Given = Readonly<{
  kind: Way;
  successors?: readonly string[];
  heirIndex?: string;
  effectiveOn?: string;
  reason: string;
  [successor: `successor${number}`]: string | undefined;
}>;

const SUCCESSORS_MAX = 10;
const LEAST: Readonly<Record<Way, number>> = { merged: 1, split: 2, dissolved: 0 };

const successorsOf = (given: Given): readonly string[] =>
  given.kind === 'dissolved'
    ? []
    : Array.from(
        { length: given.kind === 'merged' ? 1 : SUCCESSORS_MAX },
        (_, index) => given[`successor${index}`],
      ).filter((id): id is string => id !== undefined && id !== '');

/** Who goes on: one after a merger, two or more after a split. */
const Successors = ({ kind }: Readonly<{ kind: Organization['kind'] }>) => {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Given>();
  const way = Form.useWatch('kind', form);
  const [more, setMore] = useState(0);
  const count = way === undefined ? 0 : LEAST[way] + (way === 'split' ? more : 0);
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <OrganizationField
          key={index}
          name={`successor${index}`}
          label={way === 'merged' ? t('organization.into') : t('organization.successor', { number: index + 1 })}
          kind={kind}
        />
      ))}
      {way === 'split' && (
        <>
          {count < SUCCESSORS_MAX && (
            <p className="row">
              <Button onClick={() => setMore(more + 1)}>{t('organization.anotherSuccessor')}</Button>
            </p>
          )}
          <Form.Item name="heirIndex" label={t('organization.heir')} extra={t('organization.heirHint')} initialValue="">
            <select className="wide">
              <option value="">{t('organization.noHeir')}</option>
              {Array.from({ length: count }, (_, index) => (
                <option key={index} value={`successor${index}`}>
                  {t('organization.successor', { number: index + 1 })}
                </option>
              ))}
            </select>
          </Form.Item>
        </>
      )}
    </>
  );
};

const heirOf = (given: Given): string | undefined =>
  given.kind === 'merged'
    ? given['successor0']
    : given.kind === 'split' && given.heirIndex !== undefined && given.heirIndex !== ''
      ? given[given.heirIndex as `successor${number}`]
      : undefined;

/** Once more what will be done; nothing has happened yet. */
const LastLook = ({
  one,
  given,
  onEdit,
  onClose,
}: Readonly<{ one: Organization; given: Given; onEdit: () => void; onClose: () => void }>) => {
  const { t } = useTranslation();
  const successorIds = successorsOf(given);
  const heirId = heirOf(given);
  const named = useQueries({ queries: successorIds.map((id) => organization(id)) }).map(({ data }) =>
    data === undefined ? t('loading') : either(data.nameZh, data.nameEn),
  );
  const order = useAct(
    async (_nothing: object, key) =>
      answerOf(
        api.POST('/v1/organizations/{organizationId}/dissolve', {
          params: { path: { organizationId: one.organizationId }, header: under(key) },
          body: {
            kind: given.kind,
            successorIds: [...successorIds],
            ...(heirId === undefined ? {} : { heirId }),
            ...dayGiven(given.effectiveOn),
            reason: given.reason,
          },
        }),
      ),
    onClose,
  );
  const heir = heirId === undefined ? undefined : named[successorIds.indexOf(heirId)];
  return (
    <Dialog title={t('organization.dissolve')} onClose={onClose}>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate({})} />}
      <CheckAnswers
        title={t('organization.check')}
        lead={t('organization.dissolveCheck')}
        answers={[
          { name: t('organization.which'), said: either(one.nameZh, one.nameEn) },
          { name: t('organization.way'), said: t(`organization.ended.${given.kind}`) },
          ...(named.length > 0 ? [{ name: t('organization.successors'), said: named.join(comma()) }] : []),
          ...(given.kind === 'split' ? [{ name: t('organization.heir'), said: heir ?? t('organization.noHeir') }] : []),
          {
            name: t('organization.effectiveOn'),
            said: sayDay(given.effectiveOn === undefined || given.effectiveOn === '' ? today() : given.effectiveOn),
          },
          { name: t('reason'), said: given.reason },
        ]}
        action={t('organization.dissolve')}
        busy={order.isPending}
        onSend={() => order.mutate({})}
        onEdit={onEdit}
      />
    </Dialog>
  );
};

const NOTHING_SENT = { isPending: false, isError: false, error: null };

/** The end of an organization: merged, split or dissolved. Only two persons can undo it, so it is looked at once more. */
export const DissolveDialog = ({ one, onClose }: Readonly<{ one: Organization; onClose: () => void }>) => {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Given>();
  const [isChecking, setChecking] = useState(false);
  if (given !== undefined && isChecking)
    return <LastLook one={one} given={given} onEdit={() => setChecking(false)} onClose={onClose} />;
  return (
    <OrderDialog<Given>
      title={t('organization.dissolve')}
      lead={t(one.children > 0 ? 'organization.childrenLeft' : 'organization.dissolveLead', { count: one.children })}
      action={t('organization.next')}
      first={given ?? {}}
      order={{
        ...NOTHING_SENT,
        mutate: (typed) => {
          setGiven(typed);
          setChecking(true);
        },
      }}
      onClose={onClose}
    >
      <SelectField
        name="kind"
        label={t('organization.way')}
        options={(['merged', 'split', 'dissolved'] as const).map((value) => ({
          value,
          label: t(`organization.ended.${value}`),
        }))}
      />
      <Successors kind={one.kind} />
      <EffectiveField />
      <ReasonField />
    </OrderDialog>
  );
};
