import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/** Every file that one needs at run time, itself included. */
function needed(file: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, type, from = ''] of text.matchAll(/^(?:import|export)( type)? [^;]*?from '(\.[^']+)'/gms))
    if (type === undefined) needed(resolve(dirname(file), from.replace(/\.js$/, '.ts')), seen);
  return seen;
}
function neededBy(file: string): string[] {
  return [...needed(resolve(src, file))].map((path) => relative(src, path));
}

it('who only attaches or asks for outcomes carries none of the texts', () => {
  for (const file of ['axios/attach.ts', 'axios/outcome-of.ts', 'classify/classify.ts']) {
    expect(neededBy(file).length).toBeGreaterThan(5);
    expect(neededBy(file).filter((path) => /explain|advice|outcome-error/.test(path))).toEqual([]);
  }
});

it("an OutcomeError carries its own advice, and none of explain's texts", () => {
  expect(neededBy('outcome/unwrap.ts')).toContain('outcome/advice.ts');
  expect(neededBy('outcome/unwrap.ts').filter((path) => path.includes('explain'))).toEqual([]);
  expect(neededBy('outcome/explain/explain.ts')).toContain('outcome/explain/zh.ts');
});
