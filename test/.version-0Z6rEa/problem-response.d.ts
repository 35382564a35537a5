export * from './problem-response.cjs';
