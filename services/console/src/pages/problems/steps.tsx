import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { type Step, TOUCHES } from './shared.tsx';

const HASH_SHOWN = 8;

const Files = ({ problemId, step }: Readonly<{ problemId: string; step: Step }>) => {
  const { t } = useTranslation();
  if (step.files.length === 0) return null;
  return (
    <ul>
      {step.files.map(({ sha256, mediaType, destroyedAt }) => (
        <li key={sha256}>
          {destroyedAt === null ? (
            <a href={`/v1/problems/${problemId}/files/${sha256}`} download>
              {t(mediaType.startsWith('image/') ? 'problems.picture' : 'problems.file', {
                hash: sha256.slice(0, HASH_SHOWN),
              })}
            </a>
          ) : (
            t('problems.destroyed', { moment: sayMoment(destroyedAt) })
          )}
        </li>
      ))}
    </ul>
  );
};

const RemoveDialog = ({
  problemId,
  measureId,
  onClose,
}: Readonly<{ problemId: string; measureId: string; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (body: Readonly<{ why: string }>, key: string) =>
      answerOf(
        api.POST('/v1/problems/{problemId}/measures/{measureId}/remove', {
          ...{ params: { path: { problemId, measureId }, header: under(key) }, body },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      tell(t('problems.done'));
      onClose();
    },
  });
  return (
    <OrderDialog<Readonly<{ why: string }>>
      {...{ title: t('problems.remove'), action: t('problems.remove'), isDangerous: true, order, onClose }}
      lead={<p>{t('problems.removeLead')}</p>}
    >
      <ReasonField name="why" />
    </OrderDialog>
  );
};

/** Everything that happened to a problem, the oldest first. Its owner takes out what was told in error, as long as it is his turn. */
export const Steps = ({
  problemId,
  steps,
  mayRemove,
}: Readonly<{ problemId: string; steps: readonly Step[]; mayRemove: boolean }>) => {
  const { t } = useTranslation();
  const [removed, setRemoved] = useState<string>();
  return (
    <section className="part" aria-labelledby="steps">
      <h2 id="steps">{t('problems.steps')}</h2>
      <ol className="history">
        {steps.map((step) => (
          <li key={`${step.at} ${step.step} ${step.measureId ?? ''}`}>
            <p>
              <strong>{t(`problems.step.${step.step}`)}</strong>{' '}
              {step.removed && <Mark tone="plain">{t('problems.removed')}</Mark>}
            </p>
            <p className="quiet">
              {sayMoment(step.at)} · {t(`role.${step.role}`)}
              {step.personName !== null && ` ${nameIn(step.personName) ?? ''}`}
              {(step.step === 'assigned' || step.step === 'handed-over') && ` → ${nameIn(step.ownerName) ?? ''}`}
              {step.dueOn !== null && ` · ${t('problems.until', { day: sayDay(step.dueOn) })}`}
            </p>
            {step.why !== null && step.step !== 'found' && <p className="prose">{step.why}</p>}
            <Files problemId={problemId} step={step} />
            {mayRemove && step.step === 'measure' && !step.removed && step.measureId !== null && (
              <p>
                <Button onClick={() => setRemoved(step.measureId ?? undefined)}>{t('problems.remove')}</Button>
              </p>
            )}
          </li>
        ))}
      </ol>
      {removed !== undefined && (
        <RemoveDialog problemId={problemId} measureId={removed} onClose={() => setRemoved(undefined)} />
      )}
    </section>
  );
};
