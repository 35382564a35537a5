import { defineConfig } from 'tsdown';

// Declarations are TypeScript's own work: `tsc -p tsconfig.build.json`.
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'catalogues/http': 'src/catalogues/http.ts',
    'catalogues/dew': 'src/catalogues/dew.ts',
  },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: false,
  fixedExtension: false,
  hash: false,
  clean: true,
  logLevel: 'warn',
});
