import { startTelemetry } from './start-telemetry.ts';

/** For `node --import @jiangong/telemetry/register`: before anything else of the process is loaded. */
await startTelemetry(process.env);
