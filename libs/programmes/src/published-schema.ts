import { type JsonSchema, jsonSchemaOf, type NamedShapes } from './shape/json-schema.ts';
import type { Shape } from './shape/shape.ts';
import { DUTY, NOTICE, STAGE } from './template/calendar.ts';
import { CODE, DAY, ID, NAME } from './template/names.ts';
import { RULE } from './template/outcome.ts';
import { PARTY, QUOTA, SUBJECT } from './template/parties.ts';
import { PHASE, STEP } from './template/result.ts';
import { BALLOT, BONUS, CHECKLIST, MEASURE, PANEL } from './template/sources.ts';
import { POLICY } from './template/policy.ts';
import { PARAMETER_RULE, SCHEMA_VERSION, TEMPLATE } from './template/template.ts';
import { COMPARED, FACT, TESTS } from './template/tests.ts';

const named: NamedShapes = new Map<Shape<unknown>, string>([
  [ID, 'id'],
  [NAME, 'name'],
  [CODE, 'code'],
  [DAY, 'day'],
  [TESTS, 'tests'],
  [COMPARED, 'comparedFact'],
  [FACT, 'fact'],
  [SUBJECT, 'subject'],
  [QUOTA, 'quota'],
  [PARTY, 'party'],
  [STAGE, 'stage'],
  [PANEL, 'panel'],
  [CHECKLIST, 'checklist'],
  [BONUS, 'bonus'],
  [BALLOT, 'ballot'],
  [MEASURE, 'measure'],
  [PHASE, 'phase'],
  [STEP, 'step'],
  [RULE, 'rule'],
  [NOTICE, 'notice'],
  [DUTY, 'duty'],
  [PARAMETER_RULE, 'parameter'],
]);

/** The published JSON Schema of templates and policies; `schema/` keeps it as a file. */
export const publishedSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:jiangong:programme-template:${SCHEMA_VERSION}`,
  title: `A programme's template, schema ${SCHEMA_VERSION}, or a policy over templates`,
  if: { type: 'object', required: ['policy'] },
  then: jsonSchemaOf(POLICY, named),
  else: jsonSchemaOf(TEMPLATE, named),
  $defs: Object.fromEntries([...named].map(([shape, name]) => [name, jsonSchemaOf(shape, named)])),
});

/** The path of the committed file, from the lib's folder. */
export const SCHEMA_FILE = `schema/programme-template.v${SCHEMA_VERSION}.schema.json`;
