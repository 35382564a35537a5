import { defineConfig } from 'tsdown';

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      'catalogues/http': 'src/catalogues/http.ts',
      'catalogues/dew': 'src/catalogues/dew.ts',
    },
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    // By isolatedDeclarations, so that no particular compiler is needed to write them.
    dts: { oxc: true },
    fixedExtension: false,
    hash: false,
    clean: true,
  },
  // The command carries its parsers inside, so that the library's users install none of them.
  {
    entry: { 'axios-outcome': 'src/cli/main.ts' },
    outDir: 'dist/cli',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    noExternal: /./,
    inlineOnly: false,
    dts: false,
    fixedExtension: false,
    hash: false,
    clean: false,
  },
]);
