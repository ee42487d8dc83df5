/**
 * Node's HTTP. `import … from 'node:http'` would load undici as well, for the `WebSocket` among its exports: 35 ms instead of 2,
 * in each process that starts.
 */
export const { request, createServer } = process.getBuiltinModule('node:http');
