export { evidenceStoreContract } from './evidence-store-contract.ts';
export { refusedFiles, sampleFiles } from './sample-files.ts';
