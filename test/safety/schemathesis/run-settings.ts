import type { KnownValues } from './known-values.ts';

/** How often a known value stands where one is meant; else schemathesis makes one up. */
const KNOWN_SHARE = 0.85;

/** What never ends, or would end the sessions of the run or the offices of its people. */
export const LEFT_OUT = [
  '/v1/live',
  '/v1/sign-out',
  '/v1/sign-out/back-channel',
  '/v1/me/sessions/{sessionId}',
  '/v1/people/{personId}/sessions',
  '/v1/people/{personId}/sign-in/end',
  '/v1/people/{personId}/exit',
  '/v1/people/{personId}/grants/{grantId}/revoke',
] as const;

/** What an answer is held to. That a request is refused though the document allows it is told, too, and read by people. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'positive_data_acceptance',
  'unsupported_method',
  'allow_header_conformance',
];

/** Whatever is refused is refused well: with a long address (414) or without a header that the order needs (428, RFC 6585), too. */
const REFUSED = ['400', '401', '403', '404', '409', '412', '413', '414', '415', '422', '428'];
const REFUSING_CHECKS = ['negative_data_rejection', 'missing_required_header'];

/** The settings of one run, as TOML (JSON strings are TOML strings). */
export const runSettings = (known: KnownValues, cookie: string | undefined): string => {
  const dictionaries = [...known].filter(([, values]) => values.size > 0);
  return [
    'continue-on-failure = true',
    'cache.enabled = false',
    // Chinese and Latin letters: what nobody types is tried text by text elsewhere (services/gateway/test/bad-texts).
    'generation.codec = "gb2312"',
    'generation.allow-x00 = false',
    // The cookie is not made up: forged ones are tried elsewhere (hostile).
    'generation.with-security-parameters = false',
    ...(cookie === undefined ? [] : ['[headers]', `Cookie = ${JSON.stringify(cookie)}`]),
    '[checks]',
    'enabled = false',
    ...CHECKS.map((name) => `${name}.enabled = true`),
    ...REFUSING_CHECKS.map((name) => `${name} = { enabled = true, expected-statuses = ${JSON.stringify(REFUSED)} }`),
    ...dictionaries.flatMap(([name, values]) => [`[dictionaries.${name}]`, `values = ${JSON.stringify([...values])}`]),
    '[parameters]',
    ...dictionaries.flatMap(([name]) =>
      ['path', 'query', 'body'].map(
        (place) => `"${place}.${name}" = { dictionary = "${name}", probability = ${KNOWN_SHARE} }`,
      ),
    ),
    '',
  ].join('\n');
};
