import { attributeNames, type MetricKey, metricNames, metricShapes } from '@jiangong/telemetry';

/** How the collector's Prometheus exporter writes a unit at the end of a name; units in braces are not written. */
const SUFFIXES: Readonly<Record<string, string>> = { s: '_seconds', By: '_bytes', '1': '_ratio' };

/** The series that a metric becomes in Prometheus. */
export const seriesOf = (key: MetricKey): readonly string[] => {
  const { kind, unit } = metricShapes[key];
  const name = `${metricNames[key].replaceAll('.', '_')}${SUFFIXES[unit] ?? ''}`;
  if (kind === 'histogram') return ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`);
  return kind === 'counter' ? [`${name}_total`] : [name];
};

export const KNOWN_SERIES: ReadonlySet<string> = new Set((Object.keys(metricNames) as MetricKey[]).flatMap(seriesOf));

/** Prometheus' own, and what the exporter makes of service.name and service.instance.id. */
const OTHER_LABELS = ['job', 'instance', 'le'];

export const KNOWN_LABELS: ReadonlySet<string> = new Set([
  ...OTHER_LABELS,
  ...Object.values(attributeNames).map((name) => name.replaceAll('.', '_')),
]);

const KEYWORDS = new Set(['and', 'or', 'unless', 'bool', 'offset', 'inf', 'nan']);

export type Named = Readonly<{ series: readonly string[]; labels: readonly string[] }>;

const LABEL_LISTS = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g;
const MATCHERS = /\{([^}]*)\}/g;

const namesIn = (text: string): readonly string[] => text.match(/[a-zA-Z_][a-zA-Z0-9_]*/g) ?? [];

/** Which series and labels an expression of PromQL speaks of. */
export const namedIn = (expression: string): Named => {
  const bare = expression.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').replaceAll(/\[[^\]]*\]/g, '');
  const labels = [...bare.matchAll(LABEL_LISTS), ...bare.matchAll(MATCHERS)].flatMap(([, inside = '']) =>
    namesIn(inside),
  );
  const rest = bare.replaceAll(LABEL_LISTS, ' ').replaceAll(MATCHERS, ' ');
  const words = [...rest.matchAll(/(?<![0-9.])[a-zA-Z_:][a-zA-Z0-9_:]*(?!\s*\()(?![a-zA-Z0-9_:])/g)].map(
    ([word]) => word,
  );
  return { series: words.filter((word) => !KEYWORDS.has(word) && !/^(?:e\d+|by|without|on)$/.test(word)), labels };
};

/** Names in an expression that nothing of ours gives. */
export const unknownIn = (expression: string): readonly string[] => {
  const { series, labels } = namedIn(expression);
  return [...series.filter((name) => !KNOWN_SERIES.has(name)), ...labels.filter((label) => !KNOWN_LABELS.has(label))];
};
