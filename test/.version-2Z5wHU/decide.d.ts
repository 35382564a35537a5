export * from './decide.cjs';
