export { MemoryPublicFactLog } from './memory-public-fact-log.ts';
export { append, appendAs, NOW, openStage, type Stage } from './open-stage.ts';
export { publicFact } from './public-fact.ts';
export { type PublicFactBench, publicFactLogContract } from './public-fact-log-contract.ts';
export { MemoryBroker } from './memory-broker.ts';
