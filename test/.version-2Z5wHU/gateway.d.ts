export * from './gateway.cjs';
