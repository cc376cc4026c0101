export { projectedEvent } from './projected-event.ts';
