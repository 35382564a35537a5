export * from './statuses.cjs';
