export type Verdict = 'met' | 'unmet';

/** What a reviewer has found so far, and what he has begun to write. */
export type Checked = Readonly<{
  verdicts: Readonly<Record<string, Verdict>>;
  explanations: Readonly<Record<string, string>>;
  /** Of a return, a reason a line; null: not begun. */
  reasons: string | null;
  redeclareBy: string | null;
}>;

export const NOTHING_CHECKED: Checked = { verdicts: {}, explanations: {}, reasons: null, redeclareBy: null };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
    : {};
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What an earlier page kept, as far as this one knows it. */
export const restored = (kept: unknown): Checked | null => {
  if (!isRecord(kept)) return null;
  const verdicts = Object.entries(textsOf(kept['verdicts'])).filter(
    (pair): pair is [string, Verdict] => pair[1] === 'met' || pair[1] === 'unmet',
  );
  return {
    verdicts: Object.fromEntries(verdicts),
    explanations: textsOf(kept['explanations']),
    reasons: textOf(kept['reasons']),
    redeclareBy: textOf(kept['redeclareBy']),
  };
};

const without = (verdicts: Checked['verdicts'], item: string): Checked['verdicts'] =>
  Object.fromEntries(Object.entries(verdicts).filter(([known]) => known !== item));

/** Not looked at → met → not met → not looked at. */
export const turned = (checked: Checked, item: string): Checked => {
  const now = checked.verdicts[item];
  const verdicts =
    now === 'unmet'
      ? without(checked.verdicts, item)
      : { ...checked.verdicts, [item]: now === 'met' ? ('unmet' as const) : ('met' as const) };
  return { ...checked, verdicts };
};

/** All of it met, whatever was said before. */
export const allMet = (checked: Checked, items: readonly string[]): Checked => ({
  ...checked,
  verdicts: Object.fromEntries(items.map((item) => [item, 'met' as const])),
});

export const unmetOf = (items: readonly string[], { verdicts }: Checked): readonly string[] =>
  items.filter((item) => verdicts[item] === 'unmet');

/** Whoever ticked each item has looked at each. */
export const isLookedAt = (items: readonly string[], { verdicts }: Checked): boolean =>
  items.every((item) => verdicts[item] === 'met');

const explained = ({ explanations }: Checked, item: string): string => (explanations[item] ?? '').trim();

/** Those not met that nobody has explained yet: the unit is to learn why. */
export const unexplained = (items: readonly string[], checked: Checked): readonly string[] =>
  unmetOf(items, checked).filter((item) => explained(checked, item) === '');

type Answer = { item: string; met: boolean; explanation: string };

/** Needs that the platform does not know are answered one by one, each with what the answer goes by. */
export const unanswered = (needs: readonly string[], checked: Checked): readonly string[] =>
  needs.filter((item) => checked.verdicts[item] === undefined || explained(checked, item) === '');

/** The review's answers: of a pass all are met, of a failure those that are not stand with what was written; needs always with theirs. */
export const passedAnswers = (
  items: readonly string[],
  checked: Checked = NOTHING_CHECKED,
  needs: readonly string[] = [],
): Answer[] =>
  items.map((item) => ({ item, met: true, explanation: needs.includes(item) ? explained(checked, item) : '' }));
export const failedAnswers = (items: readonly string[], checked: Checked, needs: readonly string[] = []): Answer[] =>
  items.map((item) => {
    const met = checked.verdicts[item] !== 'unmet';
    return { item, met, explanation: met && !needs.includes(item) ? '' : explained(checked, item) };
  });

/** What a return begins with: what was written of each item that is not met. */
export const firstReasons = (items: readonly string[], checked: Checked): string =>
  checked.reasons ??
  unmetOf(items, checked)
    .map((item) => [item, explained(checked, item)].filter((part) => part !== '').join('：'))
    .join('\n');

/** A reason a line. */
export const reasonsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
