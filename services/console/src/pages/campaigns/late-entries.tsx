import '../../look/campaigns.css';
import '../../look/planning.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { edition, unitsFound } from '../../api/questions/campaigns.ts';
import { Answered } from '../../components/answered.tsx';
import { today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { either } from '../../components/names.ts';
import { ReasonField } from '../../components/order-dialog.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useTell } from '../../components/told.tsx';
import { LateList } from './late-list.tsx';
import { TOUCHES } from './stage-dialogs.tsx';
import { useStageName } from './stage-name.tsx';
import { type Edition, LATE_ACTS } from './stages.ts';
import { useRoles } from './use-roles.ts';

const page = getRouteApi('/editions/$editionId/late-entries');

type Allowed = Readonly<{ nominatorId: string; stageId: string; until: string; reason: string }>;

/** Units by name, pinyin or initials; one of those found is chosen. */
const UnitField = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const { data } = useQuery({ ...unitsFound(q), placeholderData: (before) => before });
  return (
    <>
      <div className="filters">
        <SearchBox value={q} onSearch={(text) => setQ(text ?? '')} />
      </div>
      <Form.Item name="nominatorId" label={t('projects.unit')} rules={[{ required: true, message: t('required') }]}>
        <select>
          <option value="">{t('planning.choose')}</option>
          {data?.items.map(({ organizationId, nameZh, nameEn }) => (
            <option key={organizationId} value={organizationId}>
              {either(nameZh, nameEn)}
            </option>
          ))}
        </select>
      </Form.Item>
    </>
  );
};

const Allow = ({ one }: Readonly<{ one: Edition }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const nameOf = useStageName();
  const [form] = Form.useForm<Allowed>();
  const day = today();
  const order = useOrder({
    send: async ({ reason: why, ...given }: Allowed, key: string) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/late-entries', {
          params: { path: { editionId: one.editionId }, header: under(key) },
          body: { ...given, why },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      tell(t('campaigns.allowed'));
      form.resetFields();
    },
  });
  const stages = one.stages.filter(({ act, opensOn }) => LATE_ACTS.includes(act) && opensOn <= day);
  return (
    <section className="part" aria-labelledby="allow">
      <h2 id="allow">{t('campaigns.allowLate')}</h2>
      <p className="quiet">{t('campaigns.allowLead')}</p>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(form.getFieldsValue(true))} />}
      <Form<Allowed>
        form={form}
        layout="vertical"
        onFinish={(given) => order.mutate(given)}
        scrollToFirstError={{ focus: true }}
      >
        <UnitField />
        <Form.Item name="stageId" label={t('campaigns.stage')} rules={[{ required: true, message: t('required') }]}>
          <select>
            <option value="">{t('planning.choose')}</option>
            {stages.map(({ stageId }) => (
              <option key={stageId} value={stageId}>
                {nameOf(one.stages, stageId)}
              </option>
            ))}
          </select>
        </Form.Item>
        <Form.Item name="until" label={t('campaigns.lateUntil')} rules={[{ required: true, message: t('required') }]}>
          <DayInput min={day} />
        </Form.Item>
        <ReasonField />
        <Button type="primary" htmlType="submit" loading={order.isPending}>
          {t('campaigns.allow')}
        </Button>
      </Form>
    </section>
  );
};

const Late = ({ one }: Readonly<{ one: Edition }>) => {
  const { t } = useTranslation();
  const isOfficer = useRoles(one).has('committee-officer') && one.state === 'open';
  return (
    <Page
      title={t('campaigns.late')}
      lead={either(one.titleZh, one.titleEn)}
      actions={
        <Link to="/editions/$editionId" params={{ editionId: one.editionId }}>
          {t('campaigns.toEdition')}
        </Link>
      }
    >
      <LateList one={one} isOfficer={isOfficer} />
      {isOfficer && <Allow one={one} />}
    </Page>
  );
};

/** Who may be late, until when and why; who is let in, and whose permission is taken back. */
export const LateEntries = () => {
  const { editionId } = page.useParams();
  return <Answered query={useQuery(edition(editionId))}>{(one) => <Late one={one} />}</Answered>;
};
