/** What must not come out of the Collector, each where an instrumentation could put it. */
export const SECRETS = {
  name: '王证人七四',
  mobile: '13900007474',
  identity: '11010519491231002X',
  mail: 'canary7474@example.org',
  /** A mobile number as a number, not as text. */
  number: 13900007475,
} as const;

const attribute = (key: string, value: string) => ({ key, value: { stringValue: value } });

/** Under names that the Collector does not let through, and in values of names that it does. */
const ATTRIBUTES = [
  attribute('user.name', SECRETS.name),
  attribute('db.query.text', `select * from person where name = '${SECRETS.name}'`),
  attribute('jiangong.reader', `对${SECRETS.mobile}。`),
  attribute('jiangong.refusal.reason', SECRETS.identity),
  attribute('jiangong.moment', SECRETS.mail),
  { key: 'jiangong.log.position', value: { intValue: SECRETS.number } },
  attribute('jiangong.outcome', 'ok'),
];

const now = (): string => `${BigInt(Date.now()) * 1_000_000n}`;

const resource = { attributes: [attribute('service.name', 'jiangong-planted'), attribute('host.name', SECRETS.name)] };

/** One span, as OTLP in JSON. */
export const plantedSpan = (traceId: string, spanId: string) => ({
  resourceSpans: [
    {
      resource,
      scopeSpans: [
        {
          scope: { name: 'planted', attributes: [attribute('user.name', SECRETS.name)] },
          spans: [
            {
              traceId,
              spanId,
              name: 'planted',
              kind: 1,
              startTimeUnixNano: now(),
              endTimeUnixNano: now(),
              attributes: ATTRIBUTES,
              events: [{ name: 'exception', timeUnixNano: now(), attributes: ATTRIBUTES }],
            },
          ],
        },
      ],
    },
  ],
});

/** One gauge, as OTLP in JSON. */
export const plantedGauge = () => ({
  resourceMetrics: [
    {
      resource,
      scopeMetrics: [
        {
          scope: { name: 'planted' },
          metrics: [
            {
              name: 'jiangong.planted',
              gauge: { dataPoints: [{ timeUnixNano: now(), asInt: 1, attributes: ATTRIBUTES }] },
            },
          ],
        },
      ],
    },
  ],
});
