import { safeFileName } from '../../application/archive-names.ts';

/** RFC 5987: everything but letters, digits and a few marks as percents. */
const extended = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export type NamedFile = Readonly<{ plain: string; ending: string; called?: string }>;

/** Under which name a file is saved: the Chinese one for who understands `filename*`, a plain one for the rest. */
export const savedAs = ({ plain, ending, called }: NamedFile): string => {
  const attachment = `attachment; filename="${plain}${ending}"`;
  return called === undefined
    ? attachment
    : `${attachment}; filename*=UTF-8''${extended(safeFileName(called))}${ending}`;
};
