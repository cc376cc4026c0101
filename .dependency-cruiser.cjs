/**
 * Laws about who may import whom (test/laws/README.md lists them with their planted breaches).
 * `AT` also matches the planted breaches under test/laws/breaches/modules/, so that one rule text judges both.
 */
const AT = '^(?:test/laws/breaches/modules/)?';
/** `libs/test-servers` is test code as a whole. */
const TEST = '\\.(?:spec|int-spec|stack-spec)\\.ts$|/testing/|/test/|/bench/|^libs/test-servers/';
const VENDOR = '(?:^|/)node_modules/';

/**
 * Named packages without effects that the pure core may reach. canonicalize: RFC 8785 bytes; uuid: UUIDv5 of names; lru-cache: a map that
 * forgets; @zxcvbn-ts/language-common: lists of words.
 */
const PURE_VENDOR = '(?:^|/)node_modules/(?:canonicalize|uuid|lru-cache|@zxcvbn-ts/language-common)/';

/** The gateway is an adapter as a whole, the supervisor starts processes: neither has a domain. */
const ALL_ADAPTER = `${AT}services/(?:gateway|supervisor|console)/`;

const FRONT_DOOR = [
  `${AT}libs/[^/]+/src/index\\.ts$`,
  `${AT}libs/[^/]+/src/[^/]+/index\\.ts$`,
  '^libs/contracts/src/generated/',
];

module.exports = {
  forbidden: [
    {
      name: 'domain-is-closed',
      comment: 'A rule book imports its own folder, the event vocabulary and the pure libs (decisions.md 10, 34, 35).',
      severity: 'error',
      from: { path: `${AT}services/([^/]+)/src/domain/`, pathNot: TEST },
      to: {
        pathNot: [
          `${AT}services/$1/src/domain/`,
          `${AT}libs/(?:access|event-store|calendar|documents|patience|scoring|spreadsheets|wording|programmes)/src/index\\.ts$`,
        ],
      },
    },
    {
      name: 'pure-core-reaches-no-vendor',
      comment: 'Domain, application and the front doors of libs reach no vendor, not even through others.',
      severity: 'error',
      from: {
        path: [`${AT}services/[^/]+/src/(?:domain|application)/`, `${AT}libs/[^/]+/src/[^/]+\\.ts$`],
        pathNot: [TEST, `${AT}libs/contracts/`],
      },
      to: { path: VENDOR, pathNot: PURE_VENDOR, reachable: true },
    },
    {
      name: 'application-not-to-adapters',
      comment: 'Use cases know ports; the module wires the adapters.',
      severity: 'error',
      from: { path: `${AT}services/[^/]+/src/application/`, pathNot: TEST },
      to: { path: `${AT}services/[^/]+/src/adapters/` },
    },
    {
      name: 'service-not-to-service',
      comment: 'Services meet over gRPC and public facts only.',
      severity: 'error',
      from: { path: `${AT}services/([^/]+)/` },
      to: { path: `${AT}services/`, pathNot: `${AT}services/$1/` },
    },
    {
      name: 'libs-not-to-services',
      comment: 'A lib knows nobody who uses it.',
      severity: 'error',
      from: { path: `${AT}libs/` },
      to: { path: `${AT}services/` },
    },
    {
      name: 'vendors-only-in-adapters',
      comment: 'Vendors stand in adapters, modules, mains and sub-paths of libs (libs/x/src/<vendor>/).',
      severity: 'error',
      from: {
        path: `${AT}(?:services|libs)/`,
        pathNot: [
          TEST,
          ALL_ADAPTER,
          `${AT}services/[^/]+/src/adapters/`,
          `${AT}services/[^/]+/src/[^/]+\\.module\\.ts$`,
          `${AT}services/[^/]+/src/main\\.ts$`,
          `${AT}libs/[^/]+/src/[^/]+/`,
        ],
      },
      to: { path: VENDOR, pathNot: PURE_VENDOR },
    },
    {
      name: 'run-time-is-declared',
      comment:
        'What runs in production is a dependency, so that it is audited and installed; types alone may be for development.',
      severity: 'error',
      from: { path: `${AT}(?:services|libs)/[^/]+/src/`, pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-vendors-only-in-the-event-store',
      comment: 'canonicalize and uuid have one home, so that there is one canonical form and one name space.',
      severity: 'error',
      from: {
        path: `${AT}(?:services|libs)/`,
        pathNot: [
          TEST,
          ALL_ADAPTER,
          `${AT}libs/[^/]+/src/[^/]+/`,
          `${AT}libs/event-store/src/`,
          `${AT}services/[^/]+/src/adapters/`,
        ],
      },
      to: { path: PURE_VENDOR },
    },
    {
      name: 'libs-by-front-door',
      comment: 'A lib is met at an `index.ts` of its exports, by its package name.',
      severity: 'error',
      from: { path: [`${AT}services/`, '^test/(?!laws/breaches/)'] },
      to: { path: `${AT}libs/[^/]+/src/`, pathNot: FRONT_DOOR },
    },
    {
      name: 'lib-to-lib-by-front-door',
      comment: 'Libs meet each other at front doors, too.',
      severity: 'error',
      from: { path: `${AT}libs/([^/]+)/` },
      to: { path: `${AT}libs/[^/]+/src/`, pathNot: [...FRONT_DOOR, `${AT}libs/$1/`] },
    },
    {
      name: 'libs-by-name',
      comment: 'No path leads from a service or a test into libs: only package names do.',
      severity: 'error',
      from: { path: [`${AT}services/`, '^test/(?!laws/breaches/)'] },
      to: { path: `${AT}libs/`, dependencyTypes: ['local'], dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'tests-stay-outside',
      comment: 'Code outside tests never imports a testing door or a spec.',
      severity: 'error',
      from: { path: `${AT}(?:services|libs)/[^/]+/src/`, pathNot: TEST },
      to: { path: '/testing/|\\.(?:spec|int-spec|stack-spec)\\.ts$|^libs/test-servers/|^test/(?!laws/breaches/)' },
    },
    {
      name: 'no-circular',
      comment: 'Nothing leads back to itself.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'What is imported exists.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Packages of the workspace declare nothing themselves: what they use stands in the root's package.json.
    combinedDependencies: true,
    // With TypeScript 7 the default parser silently cruises 0 modules; the laws' spec counts what was looked at.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '(?:^|/)node_modules/' },
    exclude: { path: '^(?:libs|services)/[^/]+/dist/' }, // only ours: many vendors live in a dist of their own
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
