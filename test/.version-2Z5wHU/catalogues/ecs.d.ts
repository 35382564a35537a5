export * from './ecs.cjs';
