// The resolvers of the test kit, as handlers of msw.
import { dew } from 'axios-outcome/catalogues/dew';
import { everyOutcome } from 'axios-outcome/testing';
import { http as on, type RequestHandler } from 'msw';

export const handlers: RequestHandler[] = everyOutcome(dew).flatMap(({ resolver }) =>
  resolver ? [on.all('*', resolver)] : [],
);
