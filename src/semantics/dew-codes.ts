import type { CodeEntry } from './catalogue.js';
import { csmsCodes } from './dew-codes/csms.js';
import { gatewayCodes, gatewayCodesOfDew } from './dew-codes/gateway.js';
import { kmsCodes } from './dew-codes/kms.js';
import { kpsCodes } from './dew-codes/kps.js';

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
