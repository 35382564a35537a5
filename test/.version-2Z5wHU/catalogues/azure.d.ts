export * from './azure.cjs';
