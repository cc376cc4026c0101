export { type Breach, breach, BREACHES_TOLD_MAX, type InvariantId } from './breach.ts';
export { type BrokerRecord, brokerOrder } from './broker-order.ts';
export { logAndCommands } from './log-and-commands.ts';
export { type RowTexts, rowsEqual } from './rows-equal.ts';
