import { INSTALL_SCRIPTS, LICENCE_EXCEPTIONS, LICENCES, REGISTRY } from './dependency-rules.ts';

/** As much of package-lock.json as is looked at. */
export type Lock = Readonly<{
  packages: Readonly<
    Record<
      string,
      Readonly<{
        version?: string;
        license?: string;
        resolved?: string;
        integrity?: string;
        hasInstallScript?: boolean;
        optionalDependencies?: Readonly<Record<string, string>>;
        link?: boolean;
      }>
    >
  >;
}>;

type Manifest = Readonly<{
  dependencies?: Readonly<Record<string, string>>;
  devDependencies?: Readonly<Record<string, string>>;
  optionalDependencies?: Readonly<Record<string, string>>;
}>;

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u;
const INTEGRITY = /^sha512-[A-Za-z0-9+/]{86}==$/u;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Whether an SPDX expression names allowed licences only; of an OR one allowed is enough. */
export const licenceAllowed = (expression: string): boolean => {
  const alternatives = expression.replaceAll(/[()]/gu, '').split(' OR ');
  return alternatives.some((alternative) => alternative.split(' AND ').every((one) => LICENCES.has(one.trim())));
};

const scriptKnown = (name: string): boolean =>
  Object.keys(INSTALL_SCRIPTS).some(
    (known) => name === known || (known.endsWith('/*') && name.startsWith(known.slice(0, -1))),
  );

/** What is wrong with the packages of the lock: one line each. */
export const lockFaults = ({ packages }: Lock): readonly string[] => {
  const others = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && link !== true);
  if (others.length < 500) return [`the lock names ${others.length} packages only: that can not be all`];
  const names = new Set(others.map(([path]) => nameOf(path)));
  const unused = Object.keys(LICENCE_EXCEPTIONS).filter((name) => !names.has(name));
  return [
    ...unused.map((name) => `${name}: an exception for a package that is not there`),
    ...others.flatMap(([path, { license, resolved, integrity, hasInstallScript, optionalDependencies }]) => {
      const name = nameOf(path);
      // A registry that has it not lets `npm install` pass, and every `npm ci` fail.
      const lost = Object.keys(optionalDependencies ?? {}).filter((wanted) => !names.has(wanted));
      return [
        ...lost.map((wanted) => `${name}: wants ${wanted}, which the lock has not`),
        ...(LICENCE_EXCEPTIONS[name] === undefined && !licenceAllowed(license ?? '')
          ? [`${name}: licence ${license ?? 'unknown'}`]
          : []),
        ...(resolved !== undefined && !resolved.startsWith(REGISTRY) ? [`${name}: comes from ${resolved}`] : []),
        ...(INTEGRITY.test(integrity ?? '') ? [] : [`${name}: no SHA-512 of its bytes`]),
        ...(hasInstallScript === true && !scriptKnown(name)
          ? [`${name}: an installation script that nobody has looked at`]
          : []),
      ];
    }),
  ];
};

/** What is wrong with one package.json: versions that are not exact. Packages of our own are `*` or a path. */
export const manifestFaults = (
  file: string,
  { dependencies = {}, devDependencies = {}, optionalDependencies = {} }: Manifest,
): readonly string[] =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([name, version]) => !name.startsWith('@jiangong/') && !EXACT.test(version))
    .map(([name, version]) => `${file}: ${name} is ${version}, which is not one version`);
