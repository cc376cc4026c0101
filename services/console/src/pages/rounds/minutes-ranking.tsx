import { useTranslation } from 'react-i18next';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { either } from '../../components/names.ts';
import { useNamed } from '../../components/what-it-is.tsx';
import { Awards } from './award-marks.tsx';
import { depart, earnedBy, type Minutes, NO_AWARD, type Would } from './minutes-draft.ts';
import { sayScore } from './points.ts';
import { entryRules, type Rules } from './rules.ts';
import { entryNamed, HomeBeside } from './whose.tsx';

type Entry = Would['entries'][number];
export type Writing = Readonly<{
  minutes: Minutes;
  set: (minutes: Minutes) => void;
  would: Would;
  rules: Pick<Rules, 'outcome'>;
}>;

const REASON_CHARS_MAX = 1_000;

const Given = ({ entry, minutes, set, would, rules }: Writing & Readonly<{ entry: Entry }>) => {
  const { t } = useTranslation();
  const earned = earnedBy(entry, rules);
  const departure = minutes.departures.find(({ entryId }) => entryId === entry.entryId);
  const name = entryNamed(entry);
  return (
    <>
      <select
        aria-label={t('rounds.minutes.givenTo', { name })}
        value={departure?.rule ?? earned}
        onChange={({ target }) => set(depart(minutes, entry.entryId, earned, target.value))}
      >
        {entryRules(rules).map((rule) => (
          <option key={rule.id} value={rule.id}>
            {either(rule.zh, rule.en)}
          </option>
        ))}
        <option value={NO_AWARD}>{t(would.isList ? 'rounds.minutes.ofList.none' : 'rounds.minutes.noAward')}</option>
      </select>
      {departure !== undefined && (
        <label className="field departure">
          <span>{t(would.isList ? 'rounds.minutes.ofList.reason' : 'rounds.minutes.departureReason')}</span>
          <textarea
            rows={2}
            maxLength={REASON_CHARS_MAX}
            value={departure.reason}
            onChange={({ target }) =>
              set({
                ...minutes,
                departures: minutes.departures.map((one) =>
                  one.entryId === entry.entryId ? { ...one, reason: target.value } : one,
                ),
              })
            }
          />
        </label>
      )}
    </>
  );
};

/** The ranking with what it earns and what the body gives: whoever changes an award is asked why in the same place. */
export const MinutesRanking = (writing: Writing) => {
  const { t } = useTranslation();
  const named = useNamed();
  const { would, rules } = writing;
  const ranked: readonly Column<Entry>[] = [
    { key: 'rank', title: t('rounds.result.rank'), isNumber: true, cell: ({ rankBefore }) => rankBefore ?? t('none') },
    {
      key: 'score',
      title: t('rounds.result.score'),
      isNumber: true,
      cell: ({ scoreBefore }) => sayScore(scoreBefore, would.decimalsBefore) ?? t('none'),
    },
    {
      key: 'earned',
      title: t('rounds.result.byResult'),
      cell: ({ awardsBefore }) => <Awards rules={rules} ids={awardsBefore} />,
    },
  ];
  const [rank, ...earned] = would.isList ? [] : ranked;
  const columns: readonly Column<Entry>[] = [
    ...(rank === undefined ? [] : [rank]),
    {
      key: 'entry',
      title: would.isList ? t('honours.unit') : named,
      isHead: true,
      cell: (entry) => (
        <>
          {entryNamed(entry)}
          <HomeBeside entry={entry} />
        </>
      ),
    },
    ...earned,
    { key: 'given', title: t('rounds.minutes.given'), cell: (entry) => <Given {...writing} entry={entry} /> },
  ];
  const rows = would.entries
    .filter(({ rankBefore }) => would.isList || rankBefore !== null)
    .toSorted((a, b) => (a.rankBefore ?? 0) - (b.rankBefore ?? 0));
  return (
    <ListTable label={t('rounds.minutes.awards')} columns={columns} rows={rows} keyOf={({ entryId }) => entryId} />
  );
};
