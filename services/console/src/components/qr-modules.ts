import { encode } from 'uqr';

/** Modules of white around the dark ones, as scanners want them (ISO/IEC 18004). */
const QUIET = 4;

/** A text as the modules of a QR code with the white around them: `size` on each side, and the dark ones as a path of horizontal strokes. */
export const qrModules = (
  text: string,
): Readonly<{ size: number; dark: readonly (readonly boolean[])[]; path: string }> => {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const strokes = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${(end === -1 ? row.length : end) - x}v1H${x}z`];
    }),
  );
  return { size, dark: data, path: strokes.join('') };
};

/** Where a code votes. It stands behind the address, which a browser keeps to itself: no server, log or proxy is told it. */
export const voteAddress = (origin: string, code: string): string =>
  `${origin}/public/vote#${encodeURIComponent(code)}`;
