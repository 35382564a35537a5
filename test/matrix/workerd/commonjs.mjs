import { checks } from './checks.mjs';
import library from './library.cjs';

export default { test: (_, { ORIGIN }) => checks(library, ORIGIN) };
