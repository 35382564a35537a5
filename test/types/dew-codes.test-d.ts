import { describe, expectTypeOf, it } from 'vitest';
import { dew } from '../../src/catalogues/dew/index.js';
import { extendCatalogue } from '../../src/index.js';

type Code = keyof (typeof dew)['codes'];

describe('the error codes of DEW', () => {
  it('are a union of literals', () => {
    expectTypeOf<'KMS.0205'>().toExtend<Code>();
    expectTypeOf<'CSMS.0101'>().toExtend<Code>();
    expectTypeOf<'KPS.9001'>().toExtend<Code>();
    expectTypeOf<'APIG.0308'>().toExtend<Code>();
    expectTypeOf<'APIGW.0308'>().toExtend<Code>();
    expectTypeOf<'KMS.9999'>().not.toExtend<Code>();
    expectTypeOf<'APIGW.9999'>().not.toExtend<Code>();
    expectTypeOf<string>().not.toExtend<Code>();
  });

  it('know their statuses, kind and remedy', () => {
    expectTypeOf(dew.codes['KMS.0207'].statuses).toEqualTypeOf<readonly [404]>();
    expectTypeOf(dew.codes['APIGW.0308'].statuses).toEqualTypeOf<readonly [429]>();
    expectTypeOf(dew.codes['KMS.2403'].kind).toEqualTypeOf<'unavailable'>();
    expectTypeOf(dew.codes['KMS.0205'].remedy.en).toExtend<string>();
    // @ts-expect-error no such code
    void dew.codes['KMS.9999'];
  });

  it('stay in a catalogue that extends DEW', () => {
    const extended = extendCatalogue(dew, { codes: { 'X.1': { source: 'wiki' } } });
    expectTypeOf<Code | 'X.1'>().toEqualTypeOf<keyof (typeof extended)['codes']>();
  });
});
