export { deciderSpec } from './decider-spec.ts';
export type { ContractStore } from './contract-store.ts';
export { eventStoreContract } from './event-store-contract.ts';
export { type FactSamples, goldenFacts } from './golden-facts.ts';
export { endOf, sampleAppend, sampleContext } from './sample-appends.ts';
