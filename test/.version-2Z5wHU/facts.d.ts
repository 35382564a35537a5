export * from './facts.cjs';
