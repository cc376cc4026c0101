import type { Asked } from './infra-files.ts';
import type { Sample } from './watching.ts';

/** Asks Prometheus an expression; throws where it is none. */
type Ask = (expr: string) => Promise<readonly Sample[]>;

const COMPARISON = /^(?<side>.+?) (?:[<>]=?|==|!=) [\d.e* ]+$/s;

/** What an alert looks at, without the bound at which it fires: where all is well an alert itself tells nothing. */
export const lookedAt = (expr: string): string => {
  const side = COMPARISON.exec(expr)?.groups?.['side'];
  if (side === undefined) throw new Error(`no comparison with a number at the end of ${expr}`);
  return side;
};

/** A value that nobody can read off a panel is none: a share of nothing, a quantile of nothing. */
const tells = (samples: readonly Sample[]): boolean => samples.some(({ value }) => !Number.isNaN(value));

/** Where Prometheus tells nothing, or takes the expression for none: `where: why`. */
export const toldNothing = async (asked: readonly Asked[], ask: Ask): Promise<readonly string[]> => {
  const answers = await Promise.all(
    asked.map(({ where, expr }) =>
      ask(expr).then(
        (samples) => (tells(samples) ? [] : [where]),
        (error: Error) => [`${where}: ${error.message}`],
      ),
    ),
  );
  return answers.flat();
};
