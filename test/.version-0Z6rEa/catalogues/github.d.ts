export * from './github.cjs';
