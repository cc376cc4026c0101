/** `jiangong.operations.v1.OperationsService/ListSpans` → `OperationsService/ListSpans`: what is the same in all of them tells nothing. */
export const shortCall = (name: string): string => name.replace(/^jiangong\.[\w.]+\.(?=\w+\/)/u, '');
