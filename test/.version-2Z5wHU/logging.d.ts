export * from './logging.cjs';
