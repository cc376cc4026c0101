import { startTelemetry } from './start-telemetry.ts';

/** For `node --import @jiangong/telemetry/register`: before anything else of the process is loaded. */
const telemetry = await startTelemetry(process.env);

// The host exits by itself; the last spans leave while the event loop is still empty.
if (telemetry.running) process.once('beforeExit', () => void telemetry.stop());

export const stopTelemetry = telemetry.stop;
