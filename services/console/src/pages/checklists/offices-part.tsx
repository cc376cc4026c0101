import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { officesOf } from '../../api/questions/checklists.ts';
import { Mark } from '../../components/mark.tsx';
import { comma, either, nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { OrganizationField } from '../../components/pick-fields.tsx';
import { useTell } from '../../components/told.tsx';

type Office = Schemas['ChecklistOffice'];
type Typed = Readonly<{ organizationId: string }>;

const nameOf = ({ office, nameZh, nameEn }: Office): string => (nameZh === null ? office : either(nameZh, nameEn));

const useAreas = () => {
  const { t } = useTranslation();
  return ({ areas }: Office): string =>
    areas.length === 0
      ? t('checklists.offices.ownsNothing')
      : areas
          .map(({ areaId, nameZh, nameEn, items }) =>
            t('checklists.offices.area', { name: nameZh === null ? areaId : either(nameZh, nameEn), count: items }),
          )
          .join(comma());
};

/** Which unit an office is. */
const AssignDialog = ({ roundId, one, onClose }: Readonly<{ roundId: string; one: Office; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const areasOf = useAreas();
  const { office } = one;
  const order = useOrder({
    send: async ({ organizationId }: Typed, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/offices/{office}', {
          params: { path: { roundId, office }, header: under(key) },
          body: { organizationId },
        }),
      ),
    touches: [['rounds', roundId]],
    onDone: () => {
      onClose();
      tell(t('checklists.offices.assigned'));
    },
  });
  return (
    <OrderDialog<Typed>
      title={t('checklists.offices.assignTitle', { office: nameOf(one) })}
      lead={<p>{areasOf(one)}</p>}
      action={t('checklists.offices.assign')}
      order={order}
      onClose={onClose}
    >
      <OrganizationField
        name="organizationId"
        label={t('checklists.offices.unit')}
        hint={t('checklists.offices.unitHint')}
        kind="unit"
      />
    </OrderDialog>
  );
};

const OfficeLine = ({ one, onAssign }: Readonly<{ one: Office; onAssign: (() => void) | undefined }>) => {
  const { t } = useTranslation();
  const areasOf = useAreas();
  const { organizationId, organizationName, hindrance } = one;
  const isNone = organizationId === null;
  return (
    <li>
      <p>
        <strong>{nameOf(one)}</strong>{' '}
        {isNone ? <Mark tone="waiting">{t('checklists.offices.none')}</Mark> : nameIn(organizationName)}
      </p>
      <p className="quiet">{areasOf(one)}</p>
      {onAssign !== undefined && hindrance === null && (
        <Button onClick={onAssign}>{t(isNone ? 'checklists.offices.assign' : 'checklists.offices.assignAnew')}</Button>
      )}
    </li>
  );
};

/** The offices that the template names within a party: what each owns, and which unit it is. Nothing where it names none. One call. */
export const OfficesPart = ({ roundId, mayAssign }: Readonly<{ roundId: string; mayAssign: boolean }>) => {
  const { t } = useTranslation();
  const { data } = useQuery(officesOf(roundId));
  const [asked, setAsked] = useState<Office>();
  const offices = data?.items ?? [];
  if (offices.length === 0) return null;
  const lacking = offices.filter(({ organizationId }) => organizationId === null).length;
  return (
    <section className="part" aria-labelledby="offices">
      <h2 id="offices">{t('checklists.offices.title')}</h2>
      <p>{t('checklists.offices.lead')}</p>
      <p role="status">
        {lacking > 0 ? t('checklists.offices.lacking', { count: lacking }) : t('checklists.offices.complete')}
      </p>
      <ul className="plain">
        {offices.map((one) => (
          <OfficeLine key={one.office} one={one} onAssign={mayAssign ? () => setAsked(one) : undefined} />
        ))}
      </ul>
      {asked && <AssignDialog roundId={roundId} one={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
};
