import type { CodeEntry } from '../../../semantics/catalogue.js';
import { csmsCodes } from './csms.js';
import { gatewayCodes, gatewayCodesOfDew } from './gateway.js';
import { kmsCodes } from './kms.js';
import { kpsCodes } from './kps.js';

type All = typeof kmsCodes &
  typeof csmsCodes &
  typeof kpsCodes &
  typeof gatewayCodes &
  typeof gatewayCodesOfDew;

/** Every error code that DEW and the gateway in front of it document. */
export const dewCodes: { readonly [C in keyof All]: All[C] } = {
  ...kmsCodes,
  ...csmsCodes,
  ...kpsCodes,
  ...gatewayCodes,
  ...gatewayCodesOfDew,
};

dewCodes satisfies { readonly [code: string]: CodeEntry };
