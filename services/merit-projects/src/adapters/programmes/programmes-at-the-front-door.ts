import { isYearNotKnown } from '@jiangong/calendar';
import {
  askedOn,
  compile,
  type CompiledQuota,
  type CompiledSource,
  type CompiledStage,
  type CompiledTemplate,
  needsOf,
  type NeedTest,
  noEdition,
  notYetPlayed,
  ownNoticeOf,
  readCanonical,
  rollOf,
  stageWindows,
  type SubjectNeeds,
  type Template,
} from '@jiangong/programmes';
import type { Compiled, CompileAsked, Programmes, Sketch, TemplateFault } from '../../application/programmes.ts';
import type { EditionTables, NoticeRule, TemplateRoll } from '../../domain/programme.ts';
import { readPolicy, tellPolicy } from './read-policy.ts';
import { fault, lookAtTemplate, readTemplate } from './read-template.ts';

/** A number each nominator has; shares of members and branches come with the programmes that ask for them. */
const countOf = (quota: CompiledQuota | null): number | null =>
  quota?.rule.kind === 'count' ? quota.rule.count : null;

/** `GeneralBranch` in a template is `general-branch` in the tree. */
const organizationKind = (kind: string): string =>
  kind.replaceAll(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);

const yearsOf = (moment: CompiledStage['opens'], before: number): number =>
  moment.kind === 'day' ? moment.years : before;

/** Days after another stage may run into the next year with it: one year more than the stage before is allowed. */
const stagesOf = (calendar: readonly CompiledStage[]): EditionTables['stages'] => {
  let years = 0;
  return calendar.map(({ id, act, by, phase, opens, closes, with: beside, gap }) => {
    const yearsAfter = { opens: yearsOf(opens, years), closes: yearsOf(closes, years + 1) };
    years = Math.max(years, yearsAfter.opens, yearsAfter.closes);
    return { stageId: id, act, by, phase, beside: beside !== null, gapWorkingDays: gap ?? 0, yearsAfter };
  });
};

const noticesOf = (compiled: CompiledTemplate): readonly NoticeRule[] =>
  compiled.notices.map(({ id, what, days, clock, audience, answerIn }) => ({
    noticeId: id,
    about: ownNoticeOf(compiled)?.notice.id === id ? 'own' : what === 'entries' ? 'entries' : 'proposed',
    days,
    clock,
    answerWorkingDays: answerIn ?? days,
    audience: audience === 'public' ? 'public' : 'internal',
  }));

const tablesOf = (compiled: CompiledTemplate): EditionTables => {
  const { intake, subjects, parties, calendar } = compiled;
  const shared = countOf(intake.quota);
  return {
    intake: intake.how,
    nominator: intake.by ?? null,
    quota: shared,
    tracks: subjects.map(({ id, name: [nameZh, nameEn], kind, of, quota }) => {
      // Of a track only what differs from the intake's is its own: where they are equal, all tracks share it, unless it is counted by category.
      const own = countOf(quota);
      const apart = own !== shared || quota?.of === 'category';
      return { trackId: id, nameZh, nameEn, kind, of: (of ?? []).map(organizationKind), quota: apart ? own : null };
    }),
    parties: Object.entries(parties).map(([partyId, { role, scope }]) => ({ partyId, role, scope })),
    stages: stagesOf(calendar),
    notices: noticesOf(compiled),
  };
};

const documentsOf = ({ subjects }: CompiledTemplate): Compiled['documents'] =>
  subjects
    .filter(({ documents }) => documents.length > 0)
    .map(({ id: trackId, documents }) => ({ trackId, documents: [...documents] }));

const two = (value: number): string => String(value).padStart(2, '0');

const rollFor = (compiled: CompiledTemplate, year: number): TemplateRoll | null => {
  const rule = rollOf(compiled);
  if (rule === null) return null;
  const { years, month, day, enters, ahead, wholes } = rule;
  return {
    asOf: `${year + years}-${two(month)}-${two(day)}`,
    enters,
    ahead,
    wholes: wholes.map(({ trackId, kinds }) => ({ trackId, kinds: kinds.map(organizationKind) })),
  };
};

const dayIn = (year: number, asOf: SubjectNeeds['asOf']): string | null =>
  asOf === null ? null : `${year + asOf.years}-${two(asOf.month)}-${two(asOf.day)}`;

const testOf = ({ answeredBy, ...test }: NeedTest) => {
  if (answeredBy === 'nobody') throw new Error(`nobody answers ${test.fact}`);
  return { ...test, answeredBy };
};

const needsFor = (compiled: CompiledTemplate, year: number): Compiled['needs'] =>
  needsOf(compiled).map(({ subject, asOf, needs }) => ({
    trackId: subject,
    asOf: dayIn(year, asOf),
    needs: needs.map(({ id, words, anyOf }) => ({ needId: id, ...words, anyOf: anyOf.map(testOf) })),
  }));

/** Numbers in proportion: the intake's for all tracks together, and those of tracks that say another, or count by category. */
const sharesFor = (compiled: CompiledTemplate, year: number): Compiled['shares'] => {
  const { intake, subjects } = compiled;
  const share = (trackId: string | null, quota: CompiledQuota | null, asOf: string | undefined): Compiled['shares'] => {
    if (quota?.rule.kind !== 'per') return [];
    const { one, counted, round } = quota.rule;
    if (counted === 'entries') throw new Error(`nobody counts ${counted}`);
    return [{ trackId, asOf: dayIn(year, askedOn(compiled, asOf)), one, counted, round, least: quota.least }];
  };
  const isShared = (quota: CompiledQuota | null): boolean => JSON.stringify(quota) === JSON.stringify(intake.quota);
  return [
    ...share(null, intake.quota, undefined),
    ...subjects.flatMap(({ id, quota, asOf }) => (isShared(quota) ? [] : share(id, quota, asOf))),
  ];
};

const sourceOf = (source: CompiledSource): Sketch['sources'][number] => {
  const { id: sourceId, kind } = source;
  const [partyId, vote, own] =
    source.kind === 'panel' ? [source.filling.by, source.filling.seat, source.filling.own] : [null, null, null];
  return { sourceId, kind, partyId: source.kind === 'measure' ? source.by : partyId, vote, own };
};

const sketchOf = (
  template: Template,
  { sources, phases, outcome, parameters, intake }: CompiledTemplate,
  given: object,
): Sketch => ({
  sources: sources.map(sourceOf),
  phases: phases.map(({ id: phase, rows }) => ({
    phase,
    sourceIds: [...new Set(rows.flatMap((row) => ('source' in row ? [row.source] : [])))],
  })),
  documentNames: Object.entries(intake.documentNames ?? {}).map(([document, [nameZh, nameEn]]) => ({
    ...{ document, nameZh, nameEn },
  })),
  awards: outcome.map(({ id: ruleId, name: [nameZh, nameEn], gives }) => ({ ruleId, nameZh, nameEn, gives })),
  parameters: Object.entries(template.parameters).map(([parameterId, { name }]) => {
    // A parameter without a name is called by its id.
    const [nameZh, nameEn] = name ?? [parameterId, parameterId];
    const value = parameters[parameterId];
    if (value === undefined) throw new Error(`compiled without its parameter ${parameterId}`);
    return { parameterId, nameZh, nameEn, value, given: Object.hasOwn(given, parameterId) };
  }),
});

const compileFor = (text: string, { parameters, year, holidays }: CompileAsked): Compiled | TemplateFault => {
  const validation = readCanonical(text);
  if (validation.kind !== 'template')
    return fault('TEMPLATE_INVALID', 'templateHash', validation.kind === 'refused' ? validation.problems : []);
  const unplayed = [...noEdition(validation.template), ...notYetPlayed(validation.template)];
  if (unplayed.length > 0) return fault('TEMPLATE_NOT_PLAYED', 'templateHash', unplayed);
  const compilation = compile(validation.template, parameters);
  if (compilation.kind === 'refused') return fault('PARAMETERS_INVALID', 'parameters', compilation.problems);
  const { compiled } = compilation;
  const windows = stageWindows(
    compiled.calendar.map(({ id, opens, closes, every }) => ({ id, opens, closes, ...(every ? { every } : {}) })),
    { year, holidays },
  );
  if (!Array.isArray(windows))
    return isYearNotKnown(windows as never)
      ? { kind: 'fault', refusal: { ...(windows as { reason: 'YEAR_NOT_KNOWN' }), field: 'year' } }
      : fault('TEMPLATE_INVALID', 'templateHash', []);
  // A stage that comes back in every part of the period runs from the first of its windows to the last.
  const stages = compiled.calendar.map(({ id: stageId }) => {
    const own = (windows as readonly Readonly<{ stageId: string; opensOn: string; closesOn: string }>[]).filter(
      (window) => window.stageId === stageId,
    );
    return { stageId, opensOn: own[0]?.opensOn ?? '', closesOn: own.at(-1)?.closesOn ?? '' };
  });
  return {
    kind: 'compiled',
    templateId: compiled.id,
    tables: tablesOf(compiled),
    documents: documentsOf(compiled),
    roll: rollFor(compiled, year),
    needs: needsFor(compiled, year),
    shares: sharesFor(compiled, year),
    commends: compiled.outcome
      .filter(({ gives }) => gives === 'honour')
      .map(({ code, name: [nameZh, nameEn] }) => ({ code, nameZh, nameEn })),
    stages,
    sketch: sketchOf(validation.template, compiled, parameters),
  };
};

/** Templates, read and compiled by libs/programmes. */
export const programmesAtTheFrontDoor: Programmes = {
  read: readTemplate,
  lookAt: lookAtTemplate,
  readPolicy,
  tellPolicy,
  compile: compileFor,
};
