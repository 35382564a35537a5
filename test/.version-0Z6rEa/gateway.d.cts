//#region src/catalogues/sourced.d.ts
/** A table's entries with their source. Codes, statuses and texts stay literal. */
type Sourced<Rows, Source extends string> = { readonly [C in keyof Rows]: Rows[C] & {
  readonly source: Source;
} };
//#endregion
//#region src/catalogues/dew/codes/gateway.d.ts
declare const rows: {
  readonly "APIG.0101": {
    readonly statuses: readonly [404];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0103": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0104": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0105": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0106": {
    readonly statuses: readonly [400];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0201": {
    readonly statuses: readonly [400, 413, 414, 494, 500, 502, 504];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0204": {
    readonly statuses: readonly [400];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0301": {
    readonly statuses: readonly [401];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0302": {
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0303": {
    readonly statuses: readonly [401];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0304": {
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0305": {
    readonly statuses: readonly [401];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0306": {
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0307": {
    readonly reauthenticate: true;
    readonly statuses: readonly [401];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0308": {
    readonly retry: "throttle";
    readonly statuses: readonly [429];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0310": {
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0311": {
    readonly statuses: readonly [401];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0401": {
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0402": {
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0404": {
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0501": {
    readonly statuses: readonly [405];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0502": {
    readonly statuses: readonly [405];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0601": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0602": {
    readonly statuses: readonly [400];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0605": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0606": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0607": {
    readonly statuses: readonly [400];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0608": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0609": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0610": {
    readonly statuses: readonly [502];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0611": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0612": {
    readonly retry: "never";
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0613": {
    readonly statuses: readonly [503];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0705": {
    readonly statuses: readonly [500];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.0802": {
    readonly statuses: readonly [403];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "APIG.1009": {
    readonly statuses: readonly [400];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
};
/** The error codes of the API gateway in front of DEW, as the gateway spells them. */
declare const gatewayCodes: Sourced<typeof rows, "API Gateway API Reference, Error Codes">;
type Spelled<Codes> = { readonly [C in keyof Codes as C extends `APIG.${infer Digits}` ? `APIGW.${Digits}` : never]: Codes[C] };
/** The same codes as DEW's own pages spell them. */
declare const gatewayCodesOfDew: Spelled<typeof gatewayCodes>;
//#endregion
export { gatewayCodesOfDew as n, Sourced as r, gatewayCodes as t };