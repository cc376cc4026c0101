import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { either, nameIn } from '../../components/names.ts';
import { Awards } from './award-marks.tsx';
import { depart, earnedBy, type Minutes, NO_AWARD } from './minutes-draft.ts';
import { sayScore } from './points.ts';
import { entryRules, type Rules } from './rules.ts';

type Would = Schemas['WhatIf'];
type Entry = Would['entries'][number];
export type Writing = Readonly<{
  minutes: Minutes;
  set: (minutes: Minutes) => void;
  would: Would;
  rules: Rules;
}>;

const REASON_CHARS_MAX = 1_000;

const Given = ({ entry, minutes, set, rules }: Writing & Readonly<{ entry: Entry }>) => {
  const { t } = useTranslation();
  const earned = earnedBy(entry, rules);
  const departure = minutes.departures.find(({ entryId }) => entryId === entry.entryId);
  const name = nameIn(entry.entryName) ?? entry.entryId;
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
        <option value={NO_AWARD}>{t('rounds.minutes.noAward')}</option>
      </select>
      {departure !== undefined && (
        <label className="field departure">
          <span>{t('rounds.minutes.departureReason')}</span>
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
  const { would, rules } = writing;
  const columns: readonly Column<Entry>[] = [
    { key: 'rank', title: t('rounds.result.rank'), isNumber: true, cell: ({ rankBefore }) => rankBefore ?? t('none') },
    {
      key: 'entry',
      title: t('projects.name'),
      isHead: true,
      cell: ({ entryId, entryName }) => nameIn(entryName) ?? entryId,
    },
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
    { key: 'given', title: t('rounds.minutes.given'), cell: (entry) => <Given {...writing} entry={entry} /> },
  ];
  const rows = would.entries
    .filter(({ rankBefore }) => rankBefore !== null)
    .toSorted((a, b) => (a.rankBefore ?? 0) - (b.rankBefore ?? 0));
  return (
    <ListTable label={t('rounds.minutes.awards')} columns={columns} rows={rows} keyOf={({ entryId }) => entryId} />
  );
};
