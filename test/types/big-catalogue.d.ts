export function bigProgram(size: number): string;
