import { describe, expect, it } from '@jest/globals';
import type { CompiledSource, CompiledTemplate } from '../src/index.ts';
import { compiledOf, namesIn, SHIPPED, templateOf, textOf } from './template-files.ts';

type Names = Readonly<Record<string, readonly [zh: string, en: string]>>;

const lacking = (where: string, ids: readonly string[], names: Names): readonly string[] =>
  [...new Set(ids)].filter((id) => names[id] === undefined).map((id) => `${where} ${id}`);

/** What people read on the pages of a source: one kind beside the other, so that a new kind is not forgotten. */
const inSource = (source: CompiledSource): readonly string[] => {
  const { id } = source;
  switch (source.kind) {
    case 'panel': {
      const criteria = source.table.criteria.map((one) => one.id);
      const levels = Object.values(source.levelNames).flatMap((names) =>
        Object.values(names).some((name) => name[0] === '') ? [`level of ${id}`] : [],
      );
      return [...lacking(`criterion of ${id}`, criteria, source.names), ...levels];
    }
    case 'measure':
      return source.name === null ? [`measure ${id}`] : [];
    case 'checklist': {
      const areas = source.table.areas.map((area) => area.id);
      const items = source.table.areas.flatMap(({ lists }) => lists.flatMap((list) => list.items.map((one) => one.id)));
      return lacking(`of ${id}`, [...areas, ...items], source.names);
    }
    case 'bonus': {
      const levels = Object.values(source.filling.levels).flatMap((all) => all.map((level) => level.id));
      return lacking(`of ${id}`, [...Object.keys(source.filling.levels), ...levels], source.names);
    }
    case 'ballot': {
      const { levels, questions } = source.rule;
      return [
        ...lacking(`of ${id}`, [...Object.keys(levels ?? {}), ...(questions ?? [])], source.names),
        ...(source.filling.electorates.length < 2
          ? []
          : source.filling.electorates.filter(({ name }) => name === undefined).map((one) => `${id} ${one.id}`)),
      ];
    }
  }
};

const offices = ({ parties }: CompiledTemplate): readonly string[] =>
  Object.values(parties).flatMap(({ members = [], memberNames = {} }) => lacking('office', members, memberNames));

/** One phase alone needs no name: its round is called after its edition. */
const phases = ({ phases: all }: CompiledTemplate): readonly string[] =>
  all.length < 2 ? [] : all.filter(({ name }) => name === null).map(({ id }) => `phase ${id}`);

/** Documents whose words the console has itself, whatever the template. */
const KNOWN_DOCUMENTS: readonly string[] = ['report', 'self-report', 'deeds'];

const documents = ({ intake, subjects }: CompiledTemplate): readonly string[] => {
  const asked = [intake.documents, ...subjects.map((one) => one.documents)].flat();
  return lacking(
    'document',
    asked.filter((id) => !KNOWN_DOCUMENTS.includes(id)),
    intake.documentNames ?? {},
  );
};

describe('what people read on pages has a name in both languages, not its id', () => {
  it.each(namesIn(SHIPPED))('%s: offices, phases, documents, and what its sources ask', (template) => {
    const compiled = compiledOf(templateOf(textOf(template)));
    const unnamed = [
      ...[offices, phases, documents].flatMap((of) => of(compiled)),
      ...compiled.sources.flatMap(inSource),
    ];
    expect(unnamed).toEqual([]);
  });
});
