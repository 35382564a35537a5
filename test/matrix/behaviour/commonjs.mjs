import { behaviours } from './behaviours.mjs';
import library from './commonjs.cjs';

behaviours(library);
