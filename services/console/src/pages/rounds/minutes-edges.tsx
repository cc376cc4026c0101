import { useTranslation } from 'react-i18next';
import { exceededBy, mostOf, openEdges } from './minutes-draft.ts';
import type { Writing } from './minutes-ranking.tsx';
import { awardName } from './rules.ts';
import { entryNamed, HomeBeside } from './whose.tsx';

const REASON_CHARS_MAX = 1_000;

const ReasonText = ({
  label,
  value,
  onChange,
}: Readonly<{ label: string; value: string; onChange: (reason: string) => void }>) => (
  <label className="field wide">
    <span>{label}</span>
    <textarea rows={2} maxLength={REASON_CHARS_MAX} value={value} onChange={({ target }) => onChange(target.value)} />
  </label>
);

/** Where the result leaves it to the body: equal ranks at an edge, and more awards than planned. */
export const MinutesEdges = ({ minutes, set, would, rules }: Writing) => {
  const { t } = useTranslation();
  const entries = new Map(would.entries.map((entry) => [entry.entryId, entry]));
  const choose = (rule: string, change: (before: readonly string[]) => readonly string[], reason?: string): void => {
    const before = minutes.choices.find((one) => one.rule === rule) ?? { rule, entryIds: [], reason: '' };
    const others = minutes.choices.filter((one) => one.rule !== rule);
    const choice = { rule, entryIds: change(before.entryIds), reason: reason ?? before.reason };
    set({ ...minutes, choices: [...others, choice] });
  };
  const exceed = (rule: string, reason: string): void =>
    set({ ...minutes, exceeding: [...minutes.exceeding.filter((one) => one.rule !== rule), { rule, reason }] });
  return (
    <>
      {openEdges(would).map(({ rule, entryIds }) => {
        const choice = minutes.choices.find((one) => one.rule === rule);
        const chosen = choice?.entryIds ?? [];
        const most = mostOf(rule, rules);
        return (
          <fieldset key={rule} className="plain-set">
            <legend>
              {most === undefined
                ? t('rounds.minutes.choose', { award: awardName(rules, rule) })
                : t('rounds.minutes.chooseMost', { award: awardName(rules, rule), count: chosen.length, most })}
            </legend>
            {most !== undefined && chosen.length > most && (
              <p role="alert">{t('rounds.minutes.chosenTooMany', { count: chosen.length - most })}</p>
            )}
            {entryIds.map((id) => (
              <label key={id} className="tick">
                <input
                  type="checkbox"
                  checked={choice?.entryIds.includes(id) ?? false}
                  onChange={() =>
                    choose(rule, (before) =>
                      before.includes(id) ? before.filter((one) => one !== id) : [...before, id],
                    )
                  }
                />
                <span>
                  {entryNamed(entries.get(id) ?? { entryId: id })}
                  <HomeBeside entry={entries.get(id) ?? { entryId: id }} />
                </span>
              </label>
            ))}
            <ReasonText
              label={t('rounds.minutes.choiceReason')}
              value={choice?.reason ?? ''}
              onChange={(reason) => choose(rule, (before) => before, reason)}
            />
          </fieldset>
        );
      })}
      {exceededBy(minutes, would, rules).map((rule) => (
        <div key={rule} className="note">
          <ReasonText
            label={t('rounds.minutes.exceedReason', { award: awardName(rules, rule) })}
            value={minutes.exceeding.find((one) => one.rule === rule)?.reason ?? ''}
            onChange={(reason) => exceed(rule, reason)}
          />
        </div>
      ))}
    </>
  );
};
