import { useTranslation } from 'react-i18next';
import { sayDay, today } from '../../components/dates.ts';
import { ListTable } from '../../components/list-table.tsx';
import type { ReactNode } from 'react';
import { StageMark } from './stage-mark.tsx';
import { useStageName } from './stage-name.tsx';
import { type Line, LINE, lineOf, type Stage } from './stages.ts';

const HEIGHT = 28;
const BAR_TOP = 7;
const BAR_HEIGHT = 14;

/** What a line shows of a stage. */
export type Drawn = Pick<Stage, 'stageId' | 'act' | 'opensOn' | 'closesOn' | 'progress'>;

/** A stage within the year: months as thin lines, today as a thick one. Its days stand beside it in words. */
const Bar = ({ line, stage, day }: Readonly<{ line: Line; stage: Drawn; day: string }>) => {
  const { x, width } = line.barOf(stage);
  const now = line.placeOf(day);
  return (
    <svg className="line" viewBox={`0 0 ${LINE} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {line.months.map(({ month, x: at }) => (
        <line key={month} className="line-month" x1={at} x2={at} y1={0} y2={HEIGHT} />
      ))}
      <rect className={`line-bar line-${stage.progress}`} x={x} width={width} y={BAR_TOP} height={BAR_HEIGHT} />
      {now !== undefined && <line className="line-today" x1={now} x2={now} y1={0} y2={HEIGHT} />}
    </svg>
  );
};

/** The stages of an edition, one a row, with today marked in each. */
export const TimeLine = <S extends Drawn>({
  stages,
  actsOf,
}: Readonly<{ stages: readonly S[]; actsOf?: ((stage: S) => ReactNode) | undefined }>) => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  const day = today();
  const line = lineOf(stages);
  return (
    <>
      <p className="quiet">{t('campaigns.todayIs', { date: sayDay(day) })}</p>
      <ListTable
        label={t('campaigns.timeLine')}
        rows={stages}
        keyOf={({ stageId }) => stageId}
        columns={[
          { key: 'stage', title: t('campaigns.stage'), isHead: true, cell: ({ stageId }) => nameOf(stages, stageId) },
          {
            key: 'window',
            title: t('campaigns.window'),
            cell: ({ opensOn, closesOn }) => (
              <span>
                <span className="day">{sayDay(opensOn)}</span> – <span className="day">{sayDay(closesOn)}</span>
              </span>
            ),
          },
          { key: 'state', title: t('campaigns.state'), cell: (stage) => <StageMark stage={stage} today={day} /> },
          { key: 'line', title: t('campaigns.year'), cell: (stage) => <Bar line={line} stage={stage} day={day} /> },
          ...(actsOf === undefined ? [] : [{ key: 'acts', title: t('campaigns.acts'), cell: actsOf }]),
        ]}
      />
    </>
  );
};
