import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { distribution } from '../../api/questions/sheets.ts';
import { Answered } from '../../components/answered.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { Desk } from '../../sheets/desk.ts';
import type { Place } from '../../sheets/grid-moves.ts';
import { asWritten } from '../../sheets/written-mark.ts';
import { criterionName, levelCalled } from './bounds.ts';

type Lies = Schemas['GetV1RoundsByRoundIdSheetDistributionAnswer'];
type Spread = Schemas['CriterionSpread'];
const MISSING_SHOWN = 30;
const BAR_HEIGHT = 40;
const BAR_WIDTH = 12;

const share = (part: number, whole: number): string => (whole === 0 ? '0%' : `${Math.round((part / whole) * 100)}%`);

/** Marks in each tenth of the points, from the lowest: drawn by attributes, since no style may stand in the page. */
const Bars = ({ name, bars }: Readonly<{ name: string; bars: readonly number[] }>) => {
  const { t } = useTranslation();
  const most = Math.max(1, ...bars);
  return (
    <svg
      className="bars"
      role="img"
      aria-label={t('sealing.shapeOf', { criterion: name, bars: bars.join(' ') })}
      width={bars.length * BAR_WIDTH}
      height={BAR_HEIGHT}
      viewBox={`0 0 ${bars.length * BAR_WIDTH} ${BAR_HEIGHT}`}
    >
      {bars.map((count, at) => {
        const height = count === 0 ? 1 : Math.max(3, (count / most) * BAR_HEIGHT);
        return (
          // Tenths have no other name than their place.
          <rect
            key={`tenth ${at}`}
            x={at * BAR_WIDTH + 1}
            y={BAR_HEIGHT - height}
            width={BAR_WIDTH - 2}
            height={height}
          />
        );
      })}
    </svg>
  );
};

const Line = ({ name, spread }: Readonly<{ name: string; spread: Spread }>) => {
  const { t } = useTranslation();
  const { given, missing, full, lowest, highest, pointsSum, bars } = spread;
  const cells: readonly (readonly [string, string])[] = [
    [t('sealing.count'), String(given)],
    [t('sealing.missing'), String(missing)],
    [t('sealing.fullMarks'), `${full} (${share(full, given)})`],
    [
      t('sealing.range'),
      lowest === null || highest === null ? t('none') : `${asWritten(lowest)}—${asWritten(highest)}`,
    ],
    [t('sealing.average'), given === 0 ? t('none') : (pointsSum / given / 100).toFixed(2)],
  ];
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      {cells.map(([title, text]) => (
        <td key={title} role="cell" data-title={title} className="number">
          {text}
        </td>
      ))}
      <td role="cell" data-title={t('sealing.shape')}>
        <Bars name={name} bars={bars} />
      </td>
    </tr>
  );
};

const Spreads = ({ desk, lies }: Readonly<{ desk: Desk; lies: Lies }>) => {
  const { t } = useTranslation();
  const heads = ['criterion', 'count', 'missing', 'fullMarks', 'range', 'average', 'shape'] as const;
  return (
    <table className="list spreads" role="table" aria-label={t('sealing.shape')}>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th
              key={head}
              role="columnheader"
              scope="col"
              className={head === 'criterion' || head === 'shape' ? undefined : 'number'}
            >
              {t(`sealing.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lies.criteria.map((spread) => {
          const criterion = desk.criteria.find(({ id }) => id === spread.criterionId);
          const name = criterion === undefined ? spread.criterionId : criterionName(criterion);
          return <Line key={spread.criterionId} name={name} spread={spread} />;
        })}
      </tbody>
    </table>
  );
};

const Missing = ({ desk, lies, go }: Readonly<{ desk: Desk; lies: Lies; go: (place: Place) => void }>) => {
  const { t } = useTranslation();
  if (lies.missingCells.length === 0) return null;
  return (
    <section aria-labelledby="missing">
      <h3 id="missing">{t('sealing.missingTitle')}</h3>
      <ul>
        {lies.missingCells.slice(0, MISSING_SHOWN).map(({ entryId, criterionId }) => {
          const row = desk.entries.findIndex((entry) => entry.entryId === entryId);
          const column = desk.criteria.findIndex(({ id }) => id === criterionId);
          const criterion = desk.criteria[column];
          return (
            <li key={`${entryId} ${criterionId}`}>
              <button type="button" className="linklike" onClick={() => go({ row, column })}>
                {t('sheet.cell', {
                  project: desk.entries[row]?.title ?? '',
                  criterion: criterion === undefined ? criterionId : criterionName(criterion),
                })}
              </button>
            </li>
          );
        })}
      </ul>
      {lies.missing > MISSING_SHOWN && <p>{t('sealing.missingMore', { count: lies.missing - MISSING_SHOWN })}</p>}
    </section>
  );
};

/** What the template allows on one paper, and how far that is used up: what goes beyond is not handed in. */
const Limits = ({ lies, desk }: Readonly<{ lies: Lies; desk: Pick<Desk, 'criteria'> }>) => {
  const { t } = useTranslation();
  if (lies.controls.length === 0) return null;
  return (
    <section aria-labelledby="limits">
      <h3 id="limits">{t('sealing.limitsTitle')}</h3>
      <ul>
        {lies.controls.map(({ limit, level, given, most }) => (
          <li key={`${limit} ${level}`}>
            {t(`sealing.limit.${limit}`, { level: levelCalled(desk.criteria, level), given, most })}
            {given > most && <strong role="alert"> {t('sealing.beyond', { count: given - most })}</strong>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const isBeyond = (lies: Lies | undefined): boolean => lies?.controls.some(({ given, most }) => given > most) ?? false;

/** The last look: how one's own marks lie, what is missing, and what sealing means. */
export const Sealing = ({
  desk,
  badCount,
  isSent,
  go,
  onBack,
  onSealed,
}: Readonly<{
  desk: Desk;
  badCount: number;
  /** Everything on the screen is on the platform. */
  isSent: boolean;
  go: (place: Place) => void;
  onBack: () => void;
  onSealed: () => void;
}>) => {
  const { t } = useTranslation();
  const { roundId } = desk;
  const query = useQuery(distribution(roundId));
  const order = useOrder<Readonly<Record<never, never>>, Schemas['Accepted']>({
    send: async (_given, key) =>
      answerOf(api.POST('/v1/rounds/{roundId}/sheet/submit', { params: { path: { roundId }, header: under(key) } })),
    touches: [['work'], ['my-sheets']],
    onDone: onSealed,
  });
  return (
    <section className="part sealing" aria-labelledby="sealing">
      <h2 id="sealing" tabIndex={-1} ref={(heading) => heading?.focus()}>
        {t('sealing.title')}
      </h2>
      <Answered query={query}>
        {(lies) => (
          <>
            <p className="sealing-sum">
              {t('sealing.given', { given: lies.given, missing: lies.missing })} ·{' '}
              {t('sealing.full', { full: lies.full, share: share(lies.full, lies.given) })}
            </p>
            <Spreads desk={desk} lies={lies} />
            <Limits lies={lies} desk={desk} />
            <Missing desk={desk} lies={lies} go={go} />
          </>
        )}
      </Answered>
      <p className="note">{t('sealing.what')}</p>
      {!isSent && <p role="alert">{t('sealing.unsent')}</p>}
      {badCount > 0 && <p role="alert">{t('sealing.bad', { count: badCount })}</p>}
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate({})} />}
      <p className="row">
        <Button
          type="primary"
          loading={order.isPending}
          disabled={!isSent || badCount > 0 || query.data === undefined || isBeyond(query.data)}
          onClick={() => order.mutate({})}
        >
          {t('sealing.confirm')}
        </Button>
        <Button onClick={onBack}>{t('sealing.back')}</Button>
      </p>
    </section>
  );
};
