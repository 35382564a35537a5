import type { Catalogue } from 'axios-outcome';
import { azure } from 'axios-outcome/catalogues/azure';
import { dew } from 'axios-outcome/catalogues/dew';
import { ecs } from 'axios-outcome/catalogues/ecs';
import { github } from 'axios-outcome/catalogues/github';
import { http } from 'axios-outcome/catalogues/http';
import { openai } from 'axios-outcome/catalogues/openai';
import { stripe } from 'axios-outcome/catalogues/stripe';
import type { CatalogueName } from './scenario.js';

export const catalogues: Readonly<Record<CatalogueName, Catalogue>> = {
  azure,
  dew,
  ecs,
  github,
  http,
  openai,
  stripe,
};
