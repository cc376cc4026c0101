import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { given } from '../../api/questions/asked.ts';
import { under } from '../../api/order.ts';
import { DayInput } from '../../components/day-input.tsx';
import { either } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { OrganizationField } from '../../components/pick-fields.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { kindsBelow, type Organization } from './organization-acts.ts';
import { dayGiven, useAct } from './use-act.ts';

type Asked = Readonly<{ one: Organization; onClose: () => void }>;
type Founding = Omit<Schemas['PostV1OrganizationsBody'], 'parentId' | 'classified'>;
type Renaming = Schemas['PostV1OrganizationsByOrganizationIdRenameBody'];
type Moving = Schemas['PostV1OrganizationsByOrganizationIdMoveBody'];

const NAME_ZH_CHARS_MAX = 100;
const NAME_EN_CHARS_MAX = 200;
const CODE_CHARS_MAX = 32;

export const EffectiveField = () => {
  const { t } = useTranslation();
  return (
    <Form.Item name="effectiveOn" label={t('organization.effectiveOn')} extra={t('organization.effectiveHint')}>
      <DayInput />
    </Form.Item>
  );
};

const NameFields = () => {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="nameZh"
        label={t('organization.nameZh')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={NAME_ZH_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('organization.nameEn')}>
        <Input maxLength={NAME_EN_CHARS_MAX} />
      </Form.Item>
    </>
  );
};

/** A new organization below this one; its page is opened. */
export const FoundDialog = ({ one, onClose }: Asked) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const order = useAct(
    async (founding: Founding, key) =>
      answerOf(
        api.POST('/v1/organizations', {
          params: { header: under(key) },
          body: { ...given<Founding>(founding), parentId: one.organizationId },
        }),
      ),
    onClose,
    ({ organizationId }) => void navigate({ to: '/organizations/$organizationId', params: { organizationId } }),
  );
  return (
    <OrderDialog<Founding>
      title={t('organization.found')}
      lead={t('organization.foundLead', { name: either(one.nameZh, one.nameEn) })}
      action={t('organization.foundDo')}
      order={order}
      onClose={onClose}
    >
      <NameFields />
      <SelectField
        name="kind"
        label={t('organizations.kind')}
        options={kindsBelow(one.kind).map((value) => ({ value, label: t(`organizations.kinds.${value}`) }))}
      />
      <Form.Item name="code" label={t('organization.code')}>
        <Input maxLength={CODE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="foundedOn" label={t('organizations.founded')} extra={t('organization.foundedHint')}>
        <DayInput />
      </Form.Item>
    </OrderDialog>
  );
};

export const RenameDialog = ({ one, onClose }: Asked) => {
  const { t } = useTranslation();
  const order = useAct(
    async ({ nameZh, nameEn, effectiveOn }: Renaming, key) =>
      answerOf(
        api.POST('/v1/organizations/{organizationId}/rename', {
          params: {
            path: { organizationId: one.organizationId },
            header: { ...under(key), 'If-Match': `"${one.revision}"` },
          },
          body: { nameZh, ...(nameEn === undefined ? {} : { nameEn }), ...dayGiven(effectiveOn) },
        }),
      ),
    onClose,
  );
  return (
    <OrderDialog<Renaming>
      title={t('organization.rename')}
      lead={t('organization.renameLead')}
      action={t('organization.rename')}
      first={{ nameZh: one.nameZh, nameEn: one.nameEn }}
      order={order}
      onClose={onClose}
    >
      <NameFields />
      <EffectiveField />
    </OrderDialog>
  );
};

export const MoveDialog = ({ one, onClose }: Asked) => {
  const { t } = useTranslation();
  const order = useAct(
    async ({ parentId, effectiveOn, reason }: Moving, key) =>
      answerOf(
        api.POST('/v1/organizations/{organizationId}/move', {
          params: { path: { organizationId: one.organizationId }, header: under(key) },
          body: { parentId, reason, ...dayGiven(effectiveOn) },
        }),
      ),
    onClose,
  );
  return (
    <OrderDialog<Moving>
      title={t('organization.move')}
      lead={t('organization.moveLead', { count: one.children })}
      action={t('organization.move')}
      order={order}
      onClose={onClose}
    >
      <OrganizationField name="parentId" label={t('organization.newParent')} />
      <EffectiveField />
      <ReasonField />
    </OrderDialog>
  );
};

export const ClassifyDialog = ({ one, onClose }: Asked) => {
  const { t } = useTranslation();
  const act = one.classified ? 'declassify' : 'classify';
  const order = useAct(
    async (_given: object, key) =>
      answerOf(
        api.POST('/v1/organizations/{organizationId}/classification', {
          params: { path: { organizationId: one.organizationId }, header: under(key) },
          body: { classified: !one.classified },
        }),
      ),
    onClose,
  );
  return (
    <OrderDialog
      title={t(`organization.${act}`)}
      lead={t(`organization.${act}Lead`)}
      action={t(`organization.${act}`)}
      order={order}
      onClose={onClose}
    />
  );
};
