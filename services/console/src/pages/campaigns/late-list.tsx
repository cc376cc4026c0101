import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { now } from '../../api/platform-clock.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayDeadline } from '../../components/dates.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { TOUCHES } from './stage-dialogs.tsx';
import { useStageName } from './stage-name.tsx';
import type { Edition } from './stages.ts';

type Late = Edition['lateEntries'][number];

const isRunning = ({ fromAt, untilAt }: Late): boolean => {
  const at = now();
  return fromAt <= at && at < untilAt;
};

/** Takes the permission back; what was done meanwhile stands. */
const EndDialog = ({ one, late, onClose }: Readonly<{ one: Edition; late: Late; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { editionId } = one;
  const { nominatorId, stageId } = late;
  const order = useOrder({
    send: async ({ reason: why }: Readonly<{ reason: string }>, key: string) =>
      answerOf(
        api.POST('/v1/editions/{editionId}/late-entries/end', {
          params: { path: { editionId }, header: under(key) },
          body: { nominatorId, stageId, why },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      tell(t('campaigns.done'));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={t('campaigns.endLate')}
      lead={
        <>
          <p>{nameIn(late.nominatorName)}</p>
          <p>{t('campaigns.endLateLead')}</p>
        </>
      }
      action={t('campaigns.endLate')}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

const useColumns = (one: Edition, onEnd: ((late: Late) => void) | undefined): readonly Column<Late>[] => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  return [
    {
      key: 'unit',
      title: t('projects.unit'),
      isHead: true,
      cell: ({ nominatorName }) => nameIn(nominatorName) ?? t('none'),
    },
    { key: 'stage', title: t('campaigns.stage'), cell: ({ stageId }) => nameOf(one.stages, stageId) },
    {
      key: 'until',
      title: t('campaigns.lateUntil'),
      cell: (late) => (
        <>
          <Mark tone={isRunning(late) ? 'waiting' : 'plain'}>
            {isRunning(late) ? t('campaigns.running') : t('campaigns.ended')}
          </Mark>
          <div className="quiet">{sayDeadline(late.untilAt)}</div>
        </>
      ),
    },
    { key: 'why', title: t('reason'), cell: ({ why }) => <span className="prose">{why}</span> },
    ...(onEnd === undefined
      ? []
      : [
          {
            key: 'acts',
            title: t('campaigns.acts'),
            cell: (late: Late) =>
              isRunning(late) ? <Button onClick={() => onEnd(late)}>{t('campaigns.endLate')}</Button> : t('none'),
          },
        ]),
  ];
};

/** Units that may still act in a stage that is over. */
export const LateList = ({
  one,
  isOfficer,
  isShort = false,
}: Readonly<{ one: Edition; isOfficer: boolean; isShort?: boolean }>) => {
  const { t } = useTranslation();
  const [ending, setEnding] = useState<Late>();
  const columns = useColumns(one, isOfficer ? setEnding : undefined);
  if (isShort && one.lateEntries.length === 0 && !isOfficer) return null;
  return (
    <section className="part" aria-labelledby="late">
      <div className="part-head">
        <h2 id="late">{t(isShort ? 'campaigns.late' : 'campaigns.lateOnes')}</h2>
        {isShort && isOfficer && (
          <Link to="/editions/$editionId/late-entries" params={{ editionId: one.editionId }}>
            {t('campaigns.allowLate')}
          </Link>
        )}
      </div>
      {one.lateEntries.length === 0 ? (
        <p className="quiet">{t('campaigns.noLate')}</p>
      ) : (
        <ListTable
          label={t('campaigns.late')}
          columns={columns}
          rows={one.lateEntries}
          keyOf={({ nominatorId, stageId, fromAt }) => `${nominatorId} ${stageId} ${fromAt}`}
        />
      )}
      {ending !== undefined && <EndDialog one={one} late={ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
};
