import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { adoptedTemplates, template } from '../../api/questions/templates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { comma, either, nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';
import { sayDay } from '../../components/dates.ts';
import { decides, oversees } from '../rounds/may-do.ts';
import { parametersOf } from '../rounds/parameters.ts';
import { LookedAt } from './looked-at.tsx';
import { NamingCorrections } from './naming-corrections.tsx';
import { NamingFrame } from './naming-frame.tsx';

type Naming = Schemas['GetV1SeriesBySeriesIdNamingAnswer'];
type Unit = Naming['records'][number];
type Computing = Pick<Schemas['PostV1SeriesBySeriesIdNamingBody'], 'firstYear' | 'lastYear' | 'templateHash'> &
  Readonly<{ parameters?: Readonly<Record<string, string>> }>;
type Adopted = Schemas['GetV1TemplatesAnswer']['items'][number];

const page = getRouteApi('/honours/naming/$seriesId');
const YEAR_MIN = 2000;
const YEAR_MAX = 2099;

const YearField = ({ name, label }: Readonly<{ name: string; label: string }>) => {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('required') }]}>
      <InputNumber min={YEAR_MIN} max={YEAR_MAX} precision={0} />
    </Form.Item>
  );
};

/** The numbers of the chosen template, as it says them until somebody writes others. */
const Numbers = ({ templates }: Readonly<{ templates: readonly Adopted[] }>) => {
  const chosenHash = Form.useWatch<string | undefined>('templateHash', Form.useFormInstance());
  const chosen = templates.find(({ templateHash }) => templateHash === chosenHash);
  const text = useQuery({
    ...template(chosen?.committeeId ?? '', chosen?.templateHash ?? ''),
    enabled: chosen !== undefined,
  });
  if (chosen === undefined || text.data === undefined) return null;
  return parametersOf(text.data, {}).map(({ name, label, value }) => (
    <Form.Item
      key={`${chosen.templateHash} ${name}`}
      name={['parameters', name]}
      label={label}
      initialValue={value}
      preserve={false}
    >
      <Input inputMode="decimal" autoComplete="off" />
    </Form.Item>
  ));
};

const ComputeDialog = ({
  seriesId,
  years,
  onClose,
}: Readonly<{ seriesId: string; years: readonly number[]; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const templates = useQuery(adoptedTemplates);
  const order = useOrder({
    send: async ({ parameters = {}, ...body }: Computing, key) =>
      answerOf(
        api.POST('/v1/series/{seriesId}/naming', {
          params: { path: { seriesId }, header: under(key) },
          body: { ...body, parameters },
        }),
      ),
    touches: [['honours'], ['rounds']],
    onDone: () => {
      onClose();
      tell(t('naming.computed'));
    },
  });
  const first = years[0];
  const last = years.at(-1);
  return (
    <OrderDialog<Computing>
      title={t('naming.compute')}
      lead={t('naming.computeLead')}
      action={t('naming.compute')}
      first={{
        ...(first === undefined ? {} : { firstYear: first }),
        ...(last === undefined ? {} : { lastYear: last }),
      }}
      order={order}
      onClose={onClose}
    >
      <YearField name="firstYear" label={t('naming.firstYear')} />
      <YearField name="lastYear" label={t('naming.lastYear')} />
      <SelectField
        name="templateHash"
        label={t('naming.template')}
        options={(templates.data?.items ?? []).map(({ templateHash, titleZh, titleEn }) => ({
          value: templateHash,
          label: either(titleZh, titleEn),
        }))}
      />
      <Numbers templates={templates.data?.items ?? []} />
    </OrderDialog>
  );
};

const useColumns = (): readonly Column<Unit>[] => {
  const { t } = useTranslation();
  const yearsOf = (years: readonly number[]): string => (years.length === 0 ? t('none') : years.join(comma()));
  return [
    { key: 'name', title: t('honours.unit'), isHead: true, cell: ({ nameZh, nameEn }) => either(nameZh, nameEn) },
    { key: 'declared', title: t('naming.declared'), cell: ({ yearsDeclared }) => yearsOf(yearsDeclared) },
    { key: 'first', title: t('naming.firstPrize'), cell: ({ yearsFirstPrize }) => yearsOf(yearsFirstPrize) },
    {
      key: 'in',
      title: t('naming.qualifies'),
      cell: ({ qualifies }) =>
        qualifies.length === 0 ? (
          <Mark tone="plain">{t('naming.out')}</Mark>
        ) : (
          qualifies.map((reading) => (
            <div key={reading}>
              <Mark tone="good">{t(`naming.reading.${reading}`)}</Mark>
            </div>
          ))
        ),
    },
  ];
};

/** Units over the years of a series, by both readings, what was named, every unit that the list looked at, and what was put right of it. Five calls. */
export const Naming = () => {
  const { t } = useTranslation();
  const { seriesId } = page.useParams();
  const [asks, setAsks] = useState(false);
  const columns = useColumns();
  return (
    <NamingFrame seriesId={seriesId} here="list">
      {({ told, grants, personId }) => (
        <>
          {told.reading !== null && <p>{t('naming.by', { reading: t(`naming.reading.${told.reading}`) })}</p>}
          {told.asOf !== null && <p>{t('naming.asOf', { day: sayDay(told.asOf) })}</p>}
          {told.outdatedBy.length > 0 && <p className="note">{t('naming.outdated')}</p>}
          {told.decision !== null && (
            <p>
              <Mark tone="good">
                {t('naming.named', {
                  count: told.decision.organizationIds.length,
                  number: told.decision.minutesNumber,
                })}
              </Mark>{' '}
              {told.decision.organizationNames.map((name) => nameIn(name) ?? '').join(comma())}
            </p>
          )}
          {/* A list that was decided over is annulled by two before another is computed. */}
          {decides(grants) && told.decision === null && (
            <p className="row">
              <Button type="primary" onClick={() => setAsks(true)}>
                {t('naming.compute')}
              </Button>
            </p>
          )}
          {told.records.length === 0 ? (
            <EmptyNotice title={t('naming.emptyTitle')}>{t('naming.empty')}</EmptyNotice>
          ) : (
            <ListTable
              label={t('naming.title')}
              columns={columns}
              rows={told.records}
              keyOf={({ organizationId }) => organizationId}
            />
          )}
          {told.resultHash !== null && (
            <LookedAt
              seriesId={seriesId}
              corrects={decides(grants) && told.decision === null && told.outdatedBy.length === 0}
            />
          )}
          {told.resultHash !== null && oversees(grants) && (
            <NamingCorrections seriesId={seriesId} grants={grants} personId={personId} />
          )}
          {asks && <ComputeDialog seriesId={seriesId} years={told.years} onClose={() => setAsks(false)} />}
        </>
      )}
    </NamingFrame>
  );
};
