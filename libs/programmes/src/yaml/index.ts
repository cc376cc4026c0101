import { isUtf8 } from 'node:buffer';
import { LineCounter, parseDocument } from 'yaml';
import { Faults, type Place, type Problem, problemsOf, programmeLimits, tooLarge, type Tree } from '../index.ts';
import { TreeReader, type TreeProblem } from './tree-reader.ts';

export type ReadYaml =
  | Readonly<{ kind: 'read'; tree: Tree }>
  | Readonly<{ kind: 'unreadable'; problems: readonly Problem[] }>;

const unreadable = (
  problems: readonly Readonly<{
    reason: TreeProblem['reason'] | 'ENCODING_MALFORMED' | 'YAML_MALFORMED';
    place: Place;
    details: Readonly<Record<string, string | number>>;
  }>[],
): ReadYaml => ({
  kind: 'unreadable',
  problems: problems.flatMap(({ reason, place, details }) => {
    const faults = new Faults();
    faults.add(reason, [], details);
    return problemsOf({ ...place, kind: 'text', text: '' }, faults.all);
  }),
});

/** The same from a file's bytes; what is not UTF-8 is refused before anything of it is read. */
export const readYamlBytes = (bytes: Uint8Array): ReadYaml =>
  isUtf8(bytes)
    ? readYaml(new TextDecoder().decode(bytes))
    : unreadable([{ reason: 'ENCODING_MALFORMED', place: { line: 1, column: 1 }, details: {} }]);

/**
 * Reads YAML 1.2 by its failsafe schema: every scalar stays the text that was written, so that `0.10` is no float and `01-05`
 * no date. Anchors may repeat things, tags may not stand. No JavaScript value is ever made of the text but strings.
 */
export const readYaml = (text: string): ReadYaml => {
  const top = { line: 1, column: 1 };
  const size = tooLarge(text);
  if (size) return unreadable([{ reason: 'TEMPLATE_TOO_LARGE', place: top, details: size }]);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    version: '1.2',
    prettyErrors: false,
    uniqueKeys: false,
  });
  const reader = new TreeReader(lines);
  if (document.errors.length > 0)
    return unreadable(
      document.errors.slice(0, programmeLimits.problemsMax).map(({ pos, message }) => ({
        reason: 'YAML_MALFORMED',
        place: reader.placeAt(pos[0]),
        details: { what: message },
      })),
    );
  const tree = reader.read(document.contents, top);
  if (reader.problems.length === 0) return { kind: 'read', tree };
  return unreadable(reader.problems.slice(0, programmeLimits.problemsMax));
};
