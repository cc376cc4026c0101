import { canonicalText, compilePolicy, policyRulesOf, readCanonical, templateHash } from '@jiangong/programmes';
import type { Programmes } from '../../application/programmes.ts';
import { fault, validated } from './read-template.ts';

/** YAML, or a canonical text, as it is adopted. A template is no policy. */
export const readPolicy: Programmes['readPolicy'] = (text) => {
  const { validation } = validated(text);
  if (validation.kind !== 'policy')
    return fault('POLICY_INVALID', 'policy', validation.kind === 'refused' ? validation.problems : []);
  const { policy } = validation;
  return {
    kind: 'policy',
    policyHash: templateHash(policy),
    canonicalText: canonicalText(policy),
    tables: compilePolicy(policy),
  };
};

/** What was adopted, in sentences of both languages. */
export const tellPolicy: Programmes['tellPolicy'] = (text) => {
  const validation = readCanonical(text);
  if (validation.kind !== 'policy') throw new Error('a policy was adopted that can not be read');
  return policyRulesOf(validation.policy);
};
