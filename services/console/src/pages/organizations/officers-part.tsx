import { Link } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { DayInput } from '../../components/day-input.tsx';
import { Day } from '../../components/day.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { PersonField } from '../../components/pick-fields.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { EffectiveField } from './change-dialogs.tsx';
import type { Organization } from './organization-acts.ts';
import { dayGiven, useAct } from './use-act.ts';

type Officer = Schemas['Officer'];
type Appointing = Schemas['PostV1OrganizationsByOrganizationIdOfficersBody'];
type Relieving = Schemas['PostV1OrganizationsByOrganizationIdOfficersByAppointmentIdRelieveBody'];

const OFFICES = [
  'head',
  'secretary',
  'deputy-secretary',
  'organization-member',
  'publicity-member',
  'discipline-member',
  'committee-member',
] as const satisfies readonly Officer['office'][];
const RELIEVED = ['term-end', 'transfer', 'resignation', 'removal', 'other'] as const;

const AppointDialog = ({
  one,
  scope,
  onClose,
}: Readonly<{ one: Organization; scope: string; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = useAct(
    async ({ personId, office, effectiveOn, termEndsOn }: Appointing, key) =>
      answerOf(
        api.POST('/v1/organizations/{organizationId}/officers', {
          params: { path: { organizationId: one.organizationId }, header: under(key) },
          body: {
            personId,
            office,
            ...dayGiven(effectiveOn),
            ...(termEndsOn === undefined || termEndsOn === '' ? {} : { termEndsOn }),
          },
        }),
      ),
    onClose,
  );
  return (
    <OrderDialog<Appointing>
      title={t('organization.appoint')}
      lead={t('organization.appointLead')}
      action={t('organization.appoint')}
      order={order}
      onClose={onClose}
    >
      <PersonField name="personId" label={t('people.person')} under={scope} />
      <SelectField
        name="office"
        label={t('organization.office')}
        options={OFFICES.map((value) => ({ value, label: t(`offices.${value}`) }))}
      />
      <EffectiveField />
      <Form.Item name="termEndsOn" label={t('organization.termEndsOn')}>
        <DayInput />
      </Form.Item>
    </OrderDialog>
  );
};

const RelieveDialog = ({
  one,
  officer,
  onClose,
}: Readonly<{ one: Organization; officer: Officer; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = useAct(
    async ({ reason, effectiveOn }: Relieving, key) =>
      answerOf(
        api.POST('/v1/organizations/{organizationId}/officers/{appointmentId}/relieve', {
          params: {
            path: { organizationId: one.organizationId, appointmentId: officer.appointmentId },
            header: under(key),
          },
          body: { reason, ...dayGiven(effectiveOn) },
        }),
      ),
    onClose,
  );
  return (
    <OrderDialog<Relieving>
      title={t('organization.relieve')}
      lead={`${nameIn(officer.personName) ?? t('people.unnamed')} · ${t(`offices.${officer.office}`)}`}
      action={t('organization.relieve')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t('organization.relievedBecause')}
        options={RELIEVED.map((value) => ({ value, label: t(`people.endedBecause.${value}`) }))}
      />
      <EffectiveField />
    </OrderDialog>
  );
};

const useColumns = (isMine: boolean, relieve: (officer: Officer) => void): readonly Column<Officer>[] => {
  const { t } = useTranslation();
  const acts: Column<Officer> = {
    key: 'acts',
    title: t('people.acts'),
    cell: (officer) => (
      <Button
        aria-label={t('organization.relieveOf', { name: nameIn(officer.personName) ?? '' })}
        onClick={() => relieve(officer)}
      >
        {t('organization.relieve')}
      </Button>
    ),
  };
  return [
    {
      key: 'who',
      title: t('people.name'),
      isHead: true,
      cell: ({ personId, personName }) => (
        <Link to="/people/$personId" params={{ personId }}>
          {nameIn(personName) ?? t('people.unnamed')}
        </Link>
      ),
    },
    { key: 'office', title: t('organization.office'), cell: ({ office }) => t(`offices.${office}`) },
    { key: 'since', title: t('organization.since'), cell: ({ effectiveOn }) => <Day day={effectiveOn} /> },
    { key: 'term', title: t('organization.termEndsOn'), cell: ({ termEndsOn }) => <Day day={termEndsOn} /> },
    ...(isMine ? [acts] : []),
  ];
};

/** Who is in office now. */
export const OfficersPart = ({
  one,
  mayAppoint,
  scope,
}: Readonly<{ one: Organization; mayAppoint: boolean; scope: string }>) => {
  const { t } = useTranslation();
  const [isAppointing, setAppointing] = useState(false);
  const [relieved, setRelieved] = useState<Officer>();
  const columns = useColumns(mayAppoint, setRelieved);
  return (
    <section className="part" aria-labelledby="officers">
      <div className="part-head">
        <h2 id="officers">{t('organization.officers')}</h2>
        {mayAppoint && <Button onClick={() => setAppointing(true)}>{t('organization.appoint')}</Button>}
      </div>
      {one.officers.length === 0 ? (
        <p className="quiet">{t('organization.noOfficers')}</p>
      ) : (
        <ListTable
          label={t('organization.officers')}
          columns={columns}
          rows={one.officers}
          keyOf={({ appointmentId }) => appointmentId}
        />
      )}
      {isAppointing && <AppointDialog one={one} scope={scope} onClose={() => setAppointing(false)} />}
      {relieved !== undefined && <RelieveDialog one={one} officer={relieved} onClose={() => setRelieved(undefined)} />}
    </section>
  );
};
