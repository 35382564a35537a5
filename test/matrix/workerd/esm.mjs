import axios from 'axios';
import * as outcomes from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { checks } from './checks.mjs';

export default { test: (_, { ORIGIN }) => checks({ axios, dew, ...outcomes }, ORIGIN) };
