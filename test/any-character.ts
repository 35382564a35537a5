import fc from 'fast-check';

const surrogates = { first: 0xd800, count: 0x800 };

/**
 * Any character, as fast-check's own unit `binary` gives, which lists all the million of them
 * as soon as a text is looked for among them.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - surrogates.count })
  .map(
    (index) => String.fromCodePoint(index < surrogates.first ? index : index + surrogates.count),
    (character) => {
      const [only, ...more] = typeof character === 'string' ? [...character] : [];
      const point = only?.codePointAt(0) ?? surrogates.first;
      if (more.length > 0 || (point >= surrogates.first && point < surrogates.first + surrogates.count))
        throw new Error('not one character');
      return point < surrogates.first ? point : point - surrogates.count;
    },
  );
