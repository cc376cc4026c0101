const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2023',
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  modulePathIgnorePatterns: ['/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/test/laws/breaches/'],
};

/** `unit`: no server, no disk. `integration`: real PostgreSQL, real sockets, real files. `stack`: the servers that a spec names, too. */
export default {
  // No test asserts a time; a busy machine is no failure.
  testTimeout: 30_000,
  testSequencer: '<rootDir>/test/dearest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/test'],
      testMatch: ['**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'integration',
      roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/test'],
      testMatch: ['**/*.int-spec.ts'],
      globalSetup: '<rootDir>/test/postgres/start.ts',
      globalTeardown: '<rootDir>/test/postgres/stop.ts',
    },
    {
      ...shared,
      displayName: 'stack',
      roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/test'],
      testMatch: ['**/*.stack-spec.ts'],
      globalSetup: '<rootDir>/test/stack/start.ts',
      globalTeardown: '<rootDir>/test/stack/stop.ts',
    },
  ],
};
