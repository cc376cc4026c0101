import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayDeadline, sayMoment } from '../../components/dates.ts';
import { Mark, type Tone } from '../../components/mark.tsx';

type Stage = Schemas['ChecklistStage'];
type Progress = 'ahead' | 'open' | 'over';

const TONES: Readonly<Record<Progress, Tone>> = { ahead: 'plain', open: 'waiting', over: 'plain' };

const progressOf = ({ open, closesAt }: Stage, now: number): Progress =>
  open ? 'open' : Date.parse(closesAt) <= now ? 'over' : 'ahead';

/** The stages in which a list is filled: which is the reader's, until when, and what he may not do yet. */
export const ListStages = ({ stages, now }: Readonly<{ stages: readonly Stage[]; now: number }>) => {
  const { t } = useTranslation();
  if (stages.length === 0) return null;
  const own = stages.filter(({ yours }) => yours);
  const open = own.find((stage) => stage.open);
  const next = own.find((stage) => progressOf(stage, now) === 'ahead');
  return (
    <section className="part" aria-labelledby="list-stages">
      <h2 id="list-stages">{t('checklists.stages')}</h2>
      <ol className="list-stages">
        {stages.map((stage) => {
          const progress = progressOf(stage, now);
          return (
            <li
              key={stage.stageId}
              className={stage.yours ? 'yours' : ''}
              aria-current={stage.open ? 'step' : undefined}
            >
              <strong>{t(`checklists.stageOf.${stage.act}`)}</strong>
              <Mark tone={TONES[progress]}>{t(`checklists.stageIs.${progress}`)}</Mark>
              {stage.yours && <Mark tone="good">{t('checklists.stageYours')}</Mark>}
              <span className="quiet">
                {t('checklists.stageTimes', { from: sayMoment(stage.opensAt), until: sayDeadline(stage.closesAt) })}
              </span>
            </li>
          );
        })}
      </ol>
      {open !== undefined && <p>{t('checklists.stageOpenUntil', { until: sayDeadline(open.closesAt) })}</p>}
      {open === undefined && own.length > 0 && (
        <p>
          {next === undefined
            ? t('checklists.stageOver')
            : t('checklists.stageFrom', { from: sayMoment(next.opensAt) })}
        </p>
      )}
    </section>
  );
};
