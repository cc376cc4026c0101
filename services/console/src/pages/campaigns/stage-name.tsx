import { useTranslation } from 'react-i18next';
import { ordinalOf, type Stage } from './stages.ts';

type Named = Pick<Stage, 'stageId' | 'act'>;

/** What a stage is called; the second of two alike says so. */
export const useStageName = (): ((stages: readonly Named[], stageId: string) => string) => {
  const { t } = useTranslation();
  return (stages, stageId) => {
    const stage = stages.find((one) => one.stageId === stageId);
    if (stage === undefined) return stageId;
    const ordinal = ordinalOf(stages, stageId);
    const name = t(`campaigns.act.${stage.act}`);
    return ordinal < 2 ? name : t('campaigns.again', { name, count: ordinal });
  };
};
