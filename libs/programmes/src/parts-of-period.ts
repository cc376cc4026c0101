import { monthsOfRound } from './round-periods.ts';
import { phaseOfStage } from './round-stages.ts';
import { momentOf, shiftedMoment } from './stage-windows.ts';
import type { StageRule } from './template/calendar.ts';
import type { PhaseRule } from './template/result.ts';
import type { Template } from './template/template.ts';

/** More rounds than the quarters of a year nobody would decide over in one edition. */
const PARTS_MAX = 4;
const DECEMBER = 12;
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

type OfTemplate = Pick<Template, 'calendar' | 'result' | 'sources' | 'period'>;

/** The phase that is held again in each part of the period; undefined: every phase is held once in an edition. */
export const repeatedPhase = ({ result }: Pick<Template, 'result'>): PhaseRule | undefined =>
  result.find(({ every }) => every !== 'edition');

/** How often it is held in one edition. */
export const partsOf = ({ every }: Pick<PhaseRule, 'every'>, { period }: Pick<Template, 'period'>): number =>
  Math.floor(monthsOfRound('edition', period.length) / Math.max(monthsOfRound(every, period.length), 1));

/** A stage that comes again with the phase: its days are those of the first part. */
export const comesWithPhase = (template: Pick<Template, 'result'>, { every }: Pick<StageRule, 'every'>): boolean =>
  every !== undefined && repeatedPhase(template)?.every === every;

const two = (value: number): string => String(value).padStart(2, '0');

/** Days of the year alone can be cut into parts: what stands so many working days after another stage can not. */
const isDay = (text: string): boolean => momentOf(text).kind === 'day';

/**
 * Whether each part of the period can have a round of its own: there is no other phase, the parts are few, days are days, and from its first
 * stage on every stage is filled in it or comes again with it. Else one decision would be about several rounds.
 */
export const hasParts = (template: OfTemplate): boolean => {
  const phase = repeatedPhase(template);
  if (phase === undefined) return false;
  const parts = partsOf(phase, template);
  const first = template.calendar.findIndex((stage) => phaseOfStage(template, stage) === phase.phase);
  const own = first === -1 ? [] : template.calendar.slice(first);
  return (
    ['year', 'half'].includes(template.period.length) &&
    template.result.length === 1 &&
    parts > 1 &&
    parts <= PARTS_MAX &&
    own.some(({ act }) => act === 'decide') &&
    own.every(
      (stage) =>
        (comesWithPhase(template, stage) || phaseOfStage(template, stage) !== undefined) &&
        isDay(stage.opens) &&
        isDay(stage.closes),
    )
  );
};

const NAMES = {
  half: (part: number) => (part === 1 ? (['上半年', 'First half'] as const) : (['下半年', 'Second half'] as const)),
  quarter: (part: number) => [`第${part}季度`, `Quarter ${part}`] as const,
};

const nameOf = ({ name, every }: PhaseRule, part: number): readonly [zh: string, en: string] => {
  const [zh, en] = NAMES[every === 'quarter' ? 'quarter' : 'half'](part);
  return name === undefined ? [zh, en] : [`${name[0]}（${zh}）`, `${name[1]}, ${en.toLowerCase()}`];
};

/** What a phase or stage of one part is called. */
export const inPart = (id: string, part: number): string => `${id}-${part}`;

/** Sortable: years after the edition's, month, day. */
const keyOf = (text: string): string => {
  const moment = momentOf(text);
  return moment.kind === 'day' ? `${moment.years} ${two(moment.month)}-${two(moment.day)}` : '';
};

/** What of a longer stage falls into a part; undefined: nothing. */
const cut = ({ opens, closes }: StageRule, part: number, months: number): readonly [string, string] | undefined => {
  const last = part * months;
  const from = `${two((part - 1) * months + 1)}-01`;
  const until = `${two(last)}-${LAST_DAYS[last - 1] as number}`;
  // What runs into the next year belongs to the last part.
  const isLast = last === DECEMBER;
  const opened = keyOf(opens) > keyOf(from) ? opens : from;
  const closed = keyOf(closes) < keyOf(until) || isLast ? closes : until;
  return keyOf(opened) <= keyOf(closed) ? [opened, closed] : undefined;
};

type Placed = Readonly<{ stage: StageRule; part: number; at: number }>;

const stagesIn = (template: OfTemplate, phase: PhaseRule, part: number): readonly Placed[] => {
  const months = monthsOfRound(phase.every, template.period.length);
  return template.calendar.flatMap((stage, at): readonly Placed[] => {
    const isFilled = phaseOfStage(template, stage) === phase.phase;
    const isAgain = comesWithPhase(template, stage);
    if (!isFilled && !isAgain) return part === 1 ? [{ stage, part: 0, at }] : [];
    const days = isAgain
      ? ([shiftedMoment(stage.opens, (part - 1) * months), shiftedMoment(stage.closes, (part - 1) * months)] as const)
      : cut(stage, part, months);
    if (days === undefined) return [];
    const [opens, closes] = days;
    const { every: _every, with: beside, ...rest } = stage;
    const id = inPart(stage.id, part);
    return [
      {
        stage: {
          ...rest,
          id,
          opens,
          closes,
          phase: inPart(phase.phase, part),
          ...(beside && { with: inPart(beside, part) }),
        },
        part,
        at,
      },
    ];
  });
};

/** A part is filled while the one before is decided: such stages run beside whatever is open then. */
const beside = (placed: readonly Placed[]): readonly StageRule[] =>
  placed.map(({ stage }, at) => {
    const { with: named, ...rest } = stage;
    const open = placed.slice(0, at).filter((one) => keyOf(one.stage.closes) >= keyOf(stage.opens));
    const before = open.find((one) => one.stage.id === named) ?? open[0];
    return before === undefined ? rest : { ...rest, with: before.stage.id };
  });

/**
 * The template with a phase of its own for each part of the period in which one is held again, named after it (`rating-1`, `rating-2`), and with
 * stages of their own (`check-1`, …), in the order of time. Any other template as it is.
 */
export const partedTemplate = (template: Template): Template => {
  const phase = repeatedPhase(template);
  if (phase === undefined || !hasParts(template)) return template;
  const parts = Array.from({ length: partsOf(phase, template) }, (_, at) => at + 1);
  const placed = parts
    .flatMap((part) => stagesIn(template, phase, part))
    .toSorted((one, other) => {
      const [a, b] = [keyOf(one.stage.opens), keyOf(other.stage.opens)];
      if (one.part === 0 || other.part === 0) return one.part - other.part || one.at - other.at;
      return a < b ? -1 : a > b ? 1 : one.part - other.part || one.at - other.at;
    });
  const isParted = (id: string): boolean => placed.some(({ stage }) => stage.id === inPart(id, 1));
  return {
    ...template,
    calendar: beside(placed),
    result: parts.map((part) => ({ ...phase, phase: inPart(phase.phase, part), name: nameOf(phase, part) })),
    notices: template.notices.map((notice) =>
      isParted(notice.after) ? { ...notice, after: inPart(notice.after, 1) } : notice,
    ),
  };
};
