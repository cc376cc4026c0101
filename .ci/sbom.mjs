#!/usr/bin/env node
// The software bill of materials: every package of the lock as CycloneDX 1.5, looked over before it is kept.
//   node .ci/sbom.mjs [FILE]        FILE: .cache/ci/jiangong.cdx.json
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const file = process.argv[2] ?? '.cache/ci/jiangong.cdx.json';
const BYTES_MAX = 64_000_000;
const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  encoding: 'utf8',
  maxBuffer: BYTES_MAX,
  stdio: ['ignore', 'pipe', 'ignore'],
});
const bom = JSON.parse(text);
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

const faults = [];
if (bom.bomFormat !== 'CycloneDX' || bom.specVersion !== '1.5')
  faults.push(`not CycloneDX 1.5 but ${bom.bomFormat} ${bom.specVersion}`);
const refs = new Set([
  bom.metadata?.component?.['bom-ref'],
  ...bom.components.map((component) => component['bom-ref']),
]);
if (refs.size !== bom.components.length + 1) faults.push('two components under one reference');
for (const { name, purl, version } of bom.components)
  if (!purl?.startsWith('pkg:npm/') || !version) faults.push(`${name} has no version or no address`);
for (const { ref, dependsOn = [] } of bom.dependencies)
  for (const other of [ref, ...dependsOn]) if (!refs.has(other)) faults.push(`${other} is depended on and not listed`);
const listed = new Set(bom.components.map(({ purl }) => decodeURIComponent(purl)));
for (const [path, { name: alias, version, optional, link }] of Object.entries(lock.packages)) {
  if (!path.includes('node_modules/') || link || optional) continue;
  const name = alias ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (![...listed].some((purl) => purl.startsWith(`pkg:npm/${name}@${version}`)))
    faults.push(`${name} ${version} is in the lock and not in the bill`);
}
if (faults.length > 0) {
  console.error(faults.slice(0, 20).join('\n'));
  process.exit(1);
}
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, text);
console.log(`${file}: ${bom.components.length} components`);
