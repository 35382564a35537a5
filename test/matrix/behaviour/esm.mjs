import axios from 'axios';
import * as outcomes from 'axios-outcome';
import { dew } from 'axios-outcome/catalogues/dew';
import { http } from 'axios-outcome/catalogues/http';
import { behaviours } from './behaviours.mjs';

behaviours({ axios, dew, http, ...outcomes });
