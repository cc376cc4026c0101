import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { canonicalText, publishedSchema, SCHEMA_FILE } from '../src/index.ts';
import { miscounted } from './broken/miscounted.ts';
import { mismatched } from './broken/mismatched.ts';
import { misjudged } from './broken/misjudged.ts';
import { misplaced } from './broken/misplaced.ts';
import { misspelt } from './broken/misspelt.ts';
import { EXAMPLES, namesIn, SHIPPED, templateOf, textOf } from './template-files.ts';

const accepts = new Ajv2020({ strict: false, multipleOfPrecision: 6 }).compile(publishedSchema());
const names = [...namesIn(EXAMPLES), ...namesIn(SHIPPED)];

/** As an editor reads it: by YAML's core schema, in which `20` is a number. */
const asEditorsRead = (text: string): unknown => parse(text);

describe('the published JSON Schema knows the shape of a template', () => {
  it('is the committed file, to the byte: `npm run -s programme -- schema` writes it anew', () =>
    expect(readFileSync(join(import.meta.dirname, '..', SCHEMA_FILE), 'utf8')).toBe(
      `${JSON.stringify(publishedSchema(), undefined, 2)}\n`,
    ));

  it.each(names)('%s is accepted', (name) => {
    expect(accepts(asEditorsRead(textOf(name))) || accepts.errors).toBe(true);
  });

  it.each(names.filter((name) => name !== 's8-shandong-policy'))('%s is accepted in its canonical form', (name) => {
    expect(accepts(JSON.parse(canonicalText(templateOf(textOf(name))))) || accepts.errors).toBe(true);
  });

  const structural = [...misspelt, ...mismatched].filter((one) => one.structural);
  it.each(structural)('refuses $what', ({ of, edit: [from, to] }) => {
    expect(accepts(asEditorsRead(textOf(of).replace(from, () => to)))).toBe(false);
  });

  it('leaves to the validator what has to be looked up elsewhere in the template', () => {
    const refused = [...misplaced, ...miscounted, ...misjudged, ...mismatched.filter((one) => !one.structural)].filter(
      ({ of, edit: [from, to] }) => !accepts(asEditorsRead(textOf(of).replace(from, () => to))),
    );
    expect(refused.map(({ what }) => what)).toEqual([]);
  });
});
