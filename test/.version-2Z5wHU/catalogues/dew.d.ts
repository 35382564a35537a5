export * from './dew.cjs';
