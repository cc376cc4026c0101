import {
  compile,
  type CompiledNotice,
  type CompiledPhase,
  type CompiledSource,
  type CompiledTemplate,
  type LaterRow,
  readCanonical,
} from '@jiangong/programmes';
import type { Phase, Row } from '@jiangong/scoring';
import type { RoundTables, Seating } from '../domain/round/tables.ts';

/** What an edition's rounds are decided by, and the parameters it was compiled with. */
export type CompiledEdition = Readonly<{ tables: RoundTables; parameters: Readonly<Record<string, string>> }>;

/** A template that evaluation can not score by, or parameters that it does not take: merit-projects should not have adopted them. */
export class NotCompiled extends Error {}

const isLater = (row: Row | LaterRow): row is LaterRow => row.op === 'take-bonus' || row.op === 'take-ballot';

const scored = (row: Row | LaterRow): Row => {
  if (isLater(row) || row.op === 'take-checklist') throw new NotCompiled(`the source ${row.source} is not scored yet`);
  return row;
};

const refusingNothing = (row: Row): Row => {
  const absent = row.absent === 'refuse' ? 'unranked' : row.absent;
  return row.op === 'take-panel' && row.missing === 'refuse'
    ? { ...row, absent, missing: 'leave-out' }
    : { ...row, absent };
};

/**
 * Where the template lets the body rank without what is lacking, the row refuses no more: such an entry has no rank, and the body's
 * decision says what becomes of it.
 */
const withWaysOn = ({ waysOn, rows, ...phase }: CompiledPhase): Phase => ({
  ...phase,
  rows: rows.map((row) => (waysOn[row.id] === 'body' ? refusingNothing(scored(row)) : scored(row))),
});

const seatingOf = (source: CompiledSource): readonly Seating[] => {
  if (source.kind !== 'panel') return [];
  const { by, seat, own, controls } = source.filling;
  const limits = controls === null ? {} : { controls };
  return [{ sourceId: source.id, by: [by], vote: seat, own, names: source.names, ...limits }];
};

const wordsOf = (what: CompiledNotice['what']): readonly string[] => (typeof what === 'string' ? [what] : what);

/** Whoever decides: the party of the first stage whose act that is. */
const decidingParty = ({ calendar }: CompiledTemplate): string =>
  calendar.find(({ act }) => act === 'decide')?.by[0] ?? '';

/** What of a compiled template decides in this service. */
export const tablesOf = (compiled: CompiledTemplate): RoundTables => {
  const { id, name, series, sources, phases, outcome, parties, notices } = compiled;
  return {
    programme: { id, nameZh: name[0], nameEn: name[1], series: series?.id ?? null },
    sources: sources.flatMap((source) => (source.kind === 'panel' || source.kind === 'measure' ? [source.table] : [])),
    phases: phases.map(withWaysOn),
    outcome: outcome.map(({ ranking, code, name: [zh, en], gives, decide, termYears }) => ({
      ...ranking,
      code,
      zh,
      en,
      gives,
      decide,
      termYears,
    })),
    seating: sources.flatMap(seatingOf),
    parties: Object.entries(parties).map(([party, { role, scope, least, attest, recuse }]) => ({
      id: party,
      role,
      scope,
      least: least ?? null,
      attest: attest ?? null,
      recuse,
    })),
    deciding: decidingParty(compiled),
    notices: notices.map(({ id: noticeId, after, what, days, clock }) => ({
      id: noticeId,
      after,
      what: wordsOf(what),
      days,
      clock,
    })),
  };
};

/** Compiles an adopted template with an edition's parameters, into what `RoundPrepared` stores. */
export const compileEdition = (canonicalText: string, given: Readonly<Record<string, string>>): CompiledEdition => {
  const read = readCanonical(canonicalText);
  if (read.kind !== 'template') throw new NotCompiled('the adopted text is no template');
  const compilation = compile(read.template, given);
  if (compilation.kind === 'refused')
    throw new NotCompiled(compilation.problems.map(({ reason, path }) => `${path} ${reason}`).join('; '));
  const { compiled } = compilation;
  return { tables: tablesOf(compiled), parameters: compiled.parameters };
};
