/**
 * Good templates with one edit each. `on` is a piece of the line that the problem must stand on, after the edit; it stands on
 * one line only. `structural`: the published JSON Schema must refuse it as well.
 */
export type Broken = Readonly<{
  what: string;
  of: string;
  edit: readonly [from: string, to: string];
  reason: string;
  path: string;
  on: string;
  structural?: true;
}>;
