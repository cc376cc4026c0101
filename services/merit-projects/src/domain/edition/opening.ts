import { isSameData } from '@jiangong/event-store';
import { LOCAL_YEAR_MAX, LOCAL_YEAR_MIN } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '@jiangong/wording';
import * as limits from '../limits.ts';
import { INTAKE_ACTS } from '../programme.ts';
import { holidaysHashBetween } from '../working-days.ts';
import { type Calendar, calendarRefusal, type Scheduled, scheduledOf } from './calendar-rules.ts';
import type { EditionFact, StageScheduled } from './facts.ts';
import type { AmendEdition, OpenEdition } from './orders.ts';
import type { EditionRefusal } from './refusals.ts';
import { rollAsked, rollDayRefusal } from './roll-day.ts';
import { type Edition, entranceOf, type OpenEditionState } from './state.ts';

export type EditionDecision = readonly EditionFact[] | EditionRefusal;

export const titlesRefusal = (order: Readonly<{ titleZh: string; titleEn: string }>): EditionRefusal | undefined => {
  const title = { charactersMax: limits.TITLE_CHARACTERS_MAX, lines: 'one' } as const;
  return firstRefusal<EditionRefusal>(
    textRefusal(order.titleZh, { field: 'titleZh', ...title }),
    textRefusal(order.titleEn, { field: 'titleEn', ...title }),
  );
};

export const whyRefusal = (why: string): EditionRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' });

/** The calendar that an opening asks for, whether it can work or not. */
export const calendarOf = ({ year, tables, stages, holidays }: OpenEdition): Calendar | EditionRefusal => {
  const stray = stages.find(({ stageId }) => !tables.stages.some((rule) => rule.stageId === stageId));
  if (stray) return { reason: 'STAGE_UNKNOWN', field: 'stages', details: { stage: stray.stageId } };
  const all: Scheduled[] = [];
  for (const rule of tables.stages) {
    const given = stages.filter(({ stageId }) => stageId === rule.stageId);
    if (given.length !== 1) return { reason: 'STAGES_INCOMPLETE', field: 'stages', details: { stage: rule.stageId } };
    all.push(...given.map((window) => scheduledOf(rule, window)));
  }
  return { year, tables, stages: all, holidays, moved: null };
};

/** What is opened when its last day to declare is over could never be taken part in. */
const pastRefusal = ({ stages }: Calendar, now: string): EditionRefusal | undefined => {
  const last = stages.findLast(({ act }) => INTAKE_ACTS.includes(act)) ?? stages.at(-1);
  return last && last.closesAt <= now
    ? { reason: 'STAGE_CLOSES_IN_THE_PAST', field: `stages.${last.stageId}.closesOn` }
    : undefined;
};

const ordinalRefusal = ({ year, ordinal }: OpenEdition): EditionRefusal | undefined => {
  if (!Number.isInteger(year) || year < LOCAL_YEAR_MIN || year > LOCAL_YEAR_MAX)
    return { reason: 'YEAR_OUT_OF_RANGE', field: 'year', details: { min: LOCAL_YEAR_MIN, max: LOCAL_YEAR_MAX } };
  const max = limits.EDITIONS_PER_YEAR_MAX;
  return Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= max
    ? undefined
    : { reason: 'YEAR_OUT_OF_RANGE', field: 'ordinal', details: { min: 1, max } };
};

/** The calendar that an opening order asks for, or why it can not be opened. */
const openable = (order: OpenEdition): Calendar | EditionRefusal => {
  const refusal = ordinalRefusal(order) ?? titlesRefusal(order);
  if (refusal) return refusal;
  const calendar = calendarOf(order);
  if ('reason' in calendar) return calendar;
  return (
    calendarRefusal(calendar) ??
    rollDayRefusal(order, calendar.stages, 'stages.') ??
    pastRefusal(calendar, order.now) ??
    calendar
  );
};

/** What a stage's scheduling stores; a preview shows it from here. */
export const scheduling = (
  { editionId, holidays }: Pick<OpenEdition, 'editionId' | 'holidays'>,
  { stageId, act, phase, opensOn, closesOn, opensAt, closesAt }: Scheduled,
): StageScheduled => ({
  type: 'StageScheduled.v1',
  data: {
    ...{ editionId, stageId, act, phase, opensOn, closesOn, opensAt, closesAt },
    holidaysHash: holidaysHashBetween(holidays, opensAt, closesAt),
  },
});

type Asked = Pick<OpenEdition, 'needs' | 'shares'>;

/** What is needed and what is proportional, where it is not what was said before. */
const proportionsAsked = (editionId: string, { needs, shares }: Asked, before: Asked): readonly EditionFact[] => [
  ...(isSameData(needs, before.needs) ? [] : [{ type: 'NeedsAsked.v1', data: { editionId, tracks: needs } } as const]),
  ...(isSameData(shares, before.shares) ? [] : [{ type: 'SharesAsked.v1', data: { editionId, shares } } as const]),
];

export const openEdition = (edition: Edition, order: OpenEdition): EditionDecision => {
  if (edition.kind !== 'absent')
    return { reason: 'EDITION_ALREADY_OPEN', field: 'year', details: { year: order.year, ordinal: order.ordinal } };
  const calendar = openable(order);
  if ('reason' in calendar) return calendar;
  const { editionId, seriesId, year, ordinal, committeeId, titleZh, titleEn } = order;
  const { templateHash, templateId, parameters, tables, documents } = order;
  const named = { editionId, seriesId, year, ordinal, committeeId, titleZh, titleEn };
  const asked: readonly EditionFact[] =
    documents.length === 0 ? [] : [{ type: 'DocumentsAsked.v1', data: { editionId, tracks: documents } }];
  return [
    { type: 'EditionOpened.v1', data: { ...named, templateHash, templateId, parameters, tables } },
    ...asked,
    ...rollAsked(order, order.roll, calendar.stages),
    ...proportionsAsked(editionId, order, { needs: [], shares: [] }),
    ...calendar.stages.map((stage) => scheduling(order, stage)),
  ];
};

/** The rules are frozen once entries enter: nobody changes what is being scored. */
export const frozenRefusal = (edition: OpenEditionState, now: string): EditionRefusal | undefined => {
  const entrance = entranceOf(edition.stages);
  return entrance && (entrance.progress !== 'ahead' || now >= entrance.opensAt)
    ? { reason: 'RULES_FROZEN', details: { since: entrance.opensAt } }
    : undefined;
};

/** A parameter may lengthen a notice, or let a stage end later: the calendar as it stands must work by the new tables, too. */
const amendedCalendarRefusal = (
  edition: OpenEditionState,
  { tables, holidays }: AmendEdition,
): EditionRefusal | undefined => {
  const { year } = edition.terms;
  const stages = edition.stages.map((stage) => ({
    ...stage,
    ...tables.stages.find(({ stageId }) => stageId === stage.stageId),
  }));
  const refusal = calendarRefusal({ year, tables, stages, holidays, moved: null });
  return refusal && { ...refusal, field: 'parameters' };
};

export const amendEdition = (edition: OpenEditionState, order: AmendEdition): EditionDecision => {
  const { titleZh, titleEn, parameters, tables, effectiveOn, why } = order;
  const refusal = frozenRefusal(edition, order.now) ?? titlesRefusal(order) ?? whyRefusal(why);
  if (refusal) return refusal;
  if (edition.amendments >= limits.AMENDMENTS_MAX)
    return { reason: 'TOO_MANY_AMENDMENTS', details: { max: limits.AMENDMENTS_MAX } };
  const idsOf = (stages: readonly Readonly<{ stageId: string }>[]): string =>
    stages.map(({ stageId }) => stageId).join(' ');
  if (idsOf(tables.stages) !== idsOf(edition.terms.tables.stages))
    return { reason: 'STAGES_CHANGED', field: 'parameters' };
  const impossible = amendedCalendarRefusal(edition, order);
  if (impossible) return impossible;
  const { editionId } = edition.terms;
  return [
    {
      type: 'EditionAmended.v1',
      data: { editionId, titleZh, titleEn, parameters, tables, effectiveOn, prose: { why } },
    },
    ...proportionsAsked(editionId, order, edition),
  ];
};
