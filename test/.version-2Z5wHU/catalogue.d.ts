export * from './catalogue.cjs';
