import { n as gatewayCodesOfDew, r as Sourced, t as gatewayCodes } from "../gateway.cjs";

//#region src/catalogues/dew/codes/csms.d.ts
declare const rows$2: {
  readonly "CSMS.0001": {
    readonly retry: "transient";
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
  readonly "CSMS.0002": {
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
  readonly "CSMS.0003": {
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
  readonly "CSMS.0004": {
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
  readonly "CSMS.0005": {
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
  readonly "CSMS.0006": {
    readonly retry: "transient";
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
  readonly "CSMS.0101": {
    readonly statuses: readonly [409];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "CSMS.0102": {
    readonly statuses: readonly [409];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "CSMS.0103": {
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
  readonly "CSMS.0104": {
    readonly statuses: readonly [409];
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly remedy: {
      readonly en: string;
      readonly zh: string;
    };
  };
  readonly "CSMS.0105": {
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
  readonly "CSMS.0106": {
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
  readonly "CSMS.0107": {
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
  readonly "CSMS.0108": {
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
  readonly "CSMS.0109": {
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
  readonly "CSMS.0201": {
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
  readonly "CSMS.0202": {
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
  readonly "CSMS.0203": {
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
  readonly "CSMS.0204": {
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
  readonly "CSMS.0205": {
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
  readonly "CSMS.0206": {
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
  readonly "CSMS.0207": {
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
  readonly "CSMS.0301": {
    readonly reauthenticate: true;
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
  readonly "CSMS.0302": {
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
  readonly "CSMS.0401": {
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
/** The error codes of the Cloud Secret Management Service (CSMS). */
declare const csmsCodes: Sourced<typeof rows$2, "DEW API Reference, Error Codes">;
//#endregion
//#region src/catalogues/dew/codes/kms.d.ts
declare const rows$1: {
  readonly "KMS.0100": {
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
  readonly "KMS.0101": {
    readonly retry: "transient";
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
  readonly "KMS.0102": {
    readonly retry: "transient";
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
  readonly "KMS.0103": {
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
  readonly "KMS.0104": {
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
  readonly "KMS.0105": {
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
  readonly "KMS.0106": {
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
  readonly "KMS.0201": {
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
  readonly "KMS.0202": {
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
  readonly "KMS.0203": {
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
  readonly "KMS.0204": {
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
  readonly "KMS.0205": {
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
  readonly "KMS.0206": {
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
  readonly "KMS.0207": {
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
  readonly "KMS.0208": {
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
  readonly "KMS.0209": {
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
  readonly "KMS.0210": {
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
  readonly "KMS.0211": {
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
  readonly "KMS.0212": {
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
  readonly "KMS.0214": {
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
  readonly "KMS.0215": {
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
  readonly "KMS.0301": {
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
  readonly "KMS.0302": {
    readonly reauthenticate: true;
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
  readonly "KMS.0303": {
    readonly reauthenticate: true;
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
  readonly "KMS.0304": {
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
  readonly "KMS.0305": {
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
  readonly "KMS.0306": {
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
  readonly "KMS.0307": {
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
  readonly "KMS.0308": {
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
  readonly "KMS.0309": {
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
  readonly "KMS.0310": {
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
  readonly "KMS.0311": {
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
  readonly "KMS.0312": {
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
  readonly "KMS.0313": {
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
  readonly "KMS.0314": {
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
  readonly "KMS.0315": {
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
  readonly "KMS.0316": {
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
  readonly "KMS.0317": {
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
  readonly "KMS.0318": {
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
  readonly "KMS.0319": {
    readonly kind: "unavailable";
    readonly retry: "transient";
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
  readonly "KMS.0320": {
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
  readonly "KMS.0321": {
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
  readonly "KMS.0322": {
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
  readonly "KMS.0323": {
    readonly kind: "unavailable";
    readonly retry: "transient";
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
  readonly "KMS.0324": {
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
  readonly "KMS.0325": {
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
  readonly "KMS.0326": {
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
  readonly "KMS.0327": {
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
  readonly "KMS.0328": {
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
  readonly "KMS.0329": {
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
  readonly "KMS.0330": {
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
  readonly "KMS.0331": {
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
  readonly "KMS.0332": {
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
  readonly "KMS.0334": {
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
  readonly "KMS.0335": {
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
  readonly "KMS.0338": {
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
  readonly "KMS.0339": {
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
  readonly "KMS.0340": {
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
  readonly "KMS.0341": {
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
  readonly "KMS.0401": {
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
  readonly "KMS.0402": {
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
  readonly "KMS.0403": {
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
  readonly "KMS.0404": {
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
  readonly "KMS.0405": {
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
  readonly "KMS.0406": {
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
  readonly "KMS.0407": {
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
  readonly "KMS.0408": {
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
  readonly "KMS.0409": {
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
  readonly "KMS.0410": {
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
  readonly "KMS.0411": {
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
  readonly "KMS.0412": {
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
  readonly "KMS.0413": {
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
  readonly "KMS.0414": {
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
  readonly "KMS.0415": {
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
  readonly "KMS.0416": {
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
  readonly "KMS.0417": {
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
  readonly "KMS.0418": {
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
  readonly "KMS.1101": {
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
  readonly "KMS.1102": {
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
  readonly "KMS.1103": {
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
  readonly "KMS.1104": {
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
  readonly "KMS.1105": {
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
  readonly "KMS.1108": {
    readonly kind: "unavailable";
    readonly retry: "transient";
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
  readonly "KMS.1109": {
    readonly kind: "unavailable";
    readonly retry: "transient";
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
  readonly "KMS.1110": {
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
  readonly "KMS.1114": {
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
  readonly "KMS.1115": {
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
  readonly "KMS.1201": {
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
  readonly "KMS.1301": {
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
  readonly "KMS.1401": {
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
  readonly "KMS.1402": {
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
  readonly "KMS.1404": {
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
  readonly "KMS.1501": {
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
  readonly "KMS.1601": {
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
  readonly "KMS.1602": {
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
  readonly "KMS.1603": {
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
  readonly "KMS.1801": {
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
  readonly "KMS.1802": {
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
  readonly "KMS.1901": {
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
  readonly "KMS.1902": {
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
  readonly "KMS.1903": {
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
  readonly "KMS.1904": {
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
  readonly "KMS.2001": {
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
  readonly "KMS.2101": {
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
  readonly "KMS.2102": {
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
  readonly "KMS.2103": {
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
  readonly "KMS.2104": {
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
  readonly "KMS.2105": {
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
  readonly "KMS.2106": {
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
  readonly "KMS.2108": {
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
  readonly "KMS.2201": {
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
  readonly "KMS.2202": {
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
  readonly "KMS.2203": {
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
  readonly "KMS.2204": {
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
  readonly "KMS.2301": {
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
  readonly "KMS.2302": {
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
  readonly "KMS.2303": {
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
  readonly "KMS.2304": {
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
  readonly "KMS.2305": {
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
  readonly "KMS.2401": {
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
  readonly "KMS.2402": {
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
  readonly "KMS.2403": {
    readonly kind: "unavailable";
    readonly retry: "transient";
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
  readonly "KMS.2404": {
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
  readonly "KMS.2405": {
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
  readonly "KMS.2406": {
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
  readonly "KMS.2501": {
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
  readonly "KMS.2502": {
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
  readonly "KMS.2601": {
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
  readonly "KMS.2602": {
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
  readonly "KMS.2603": {
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
  readonly "KMS.2604": {
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
  readonly "KMS.2605": {
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
  readonly "KMS.2606": {
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
  readonly "KMS.2608": {
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
  readonly "KMS.2609": {
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
  readonly "KMS.2610": {
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
  readonly "KMS.2701": {
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
  readonly "KMS.2702": {
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
  readonly "KMS.2801": {
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
  readonly "KMS.2901": {
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
  readonly "KMS.3001": {
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
  readonly "KMS.3103": {
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
  readonly "KMS.3201": {
    readonly kind: "unavailable";
    readonly retry: "transient";
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
  readonly "KMS.3202": {
    readonly kind: "unavailable";
    readonly retry: "transient";
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
  readonly "KMS.3702": {
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
  readonly "KMS.3801": {
    readonly kind: "unavailable";
    readonly retry: "transient";
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
  readonly "KMS.3802": {
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
  readonly "KMS.3803": {
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
  readonly "KMS.3804": {
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
  readonly "KMS.3805": {
    readonly retry: "transient";
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
  readonly "KMS.3806": {
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
  readonly "KMS.3901": {
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
  readonly "KMS.3902": {
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
  readonly "KMS.3903": {
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
  readonly "KMS.4001": {
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
  readonly "KMS.4002": {
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
  readonly "KMS.5012": {
    readonly retry: "transient";
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
  readonly "KMS.5021": {
    readonly retry: "transient";
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
  readonly "KMS.5022": {
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
  readonly "KMS.5023": {
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
/** The error codes of the Key Management Service (KMS). */
declare const kmsCodes: Sourced<typeof rows$1, "DEW API Reference, Error Codes">;
//#endregion
//#region src/catalogues/dew/codes/kps.d.ts
declare const rows: {
  readonly "KPS.0001": {
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
  readonly "KPS.0002": {
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
  readonly "KPS.0003": {
    readonly retry: "transient";
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
  readonly "KPS.0004": {
    readonly retry: "transient";
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
  readonly "KPS.0005": {
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
  readonly "KPS.0006": {
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
  readonly "KPS.4016": {
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
  readonly "KPS.5001": {
    readonly retry: "transient";
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
  readonly "KPS.5002": {
    readonly retry: "transient";
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
  readonly "KPS.5003": {
    readonly retry: "transient";
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
  readonly "KPS.5004": {
    readonly retry: "transient";
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
  readonly "KPS.6004": {
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
  readonly "KPS.6005": {
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
  readonly "KPS.6007": {
    readonly retry: "transient";
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
  readonly "KPS.6008": {
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
  readonly "KPS.6009": {
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
  readonly "KPS.6010": {
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
  readonly "KPS.6011": {
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
  readonly "KPS.9001": {
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
  readonly "KPS.9002": {
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
  readonly "KPS.9003": {
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
  readonly "KPS.9004": {
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
  readonly "KPS.9005": {
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
  readonly "KPS.9006": {
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
};
/** The error codes of the Key Pair Service (KPS). */
declare const kpsCodes: Sourced<typeof rows, "DEW API Reference, Error Codes">;
//#endregion
//#region src/catalogues/dew/codes/index.d.ts
type All = typeof kmsCodes & typeof csmsCodes & typeof kpsCodes & typeof gatewayCodes & typeof gatewayCodesOfDew;
/** Every error code that DEW and the gateway in front of it document. */
declare const dewCodes: { readonly [C in keyof All]: All[C] };
//#endregion
//#region src/catalogues/dew/operations.d.ts
/**
* The calls of DEW's public API reference. `repeatable` is true for those that
* leave the same state behind when they are sent twice: reads, stateless
* cryptography, and the methods that are idempotent by RFC 9110. Nearly all of
* KMS is POST, reads included, so the method alone does not tell.
*
* Two calls start a task. `batch-associate` starts several, under `tasks`, each of
* which may have failed to start: its answer is no single task to be followed.
*/
declare const dewOperations: readonly [{
  readonly method: "GET";
  readonly path: "/v1.0/{project_id}/keystores";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/keystores";
  readonly repeatable: false;
}, {
  readonly method: "DELETE";
  readonly path: "/v1.0/{project_id}/keystores/{keystore_id}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1.0/{project_id}/keystores/{keystore_id}";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/keystores/{keystore_id}/disable";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/keystores/{keystore_id}/enable";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/cancel-key-deletion";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/create-datakey";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/create-datakey-without-plaintext";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/create-grant";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/create-key";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/decrypt-data";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/decrypt-datakey";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/delete-imported-key-material";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/describe-key";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/disable-key";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/disable-key-rotation";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/enable-key";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/enable-key-rotation";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/encrypt-data";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/encrypt-datakey";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/gen-random";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/get-key-rotation-status";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/get-parameters-for-import";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/get-publickey";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/import-key-material";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/list-grants";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/list-keys";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/list-retirable-grants";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/retire-grant";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/revoke-grant";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/schedule-key-deletion";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/sign";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1.0/{project_id}/kms/tags";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/update-key-alias";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/update-key-description";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/update-key-rotation-interval";
  readonly repeatable: false;
}, {
  readonly method: "GET";
  readonly path: "/v1.0/{project_id}/kms/user-instances";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1.0/{project_id}/kms/user-quotas";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/verify";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1.0/{project_id}/kms/{key_id}/tags";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/{key_id}/tags";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/{key_id}/tags/action";
  readonly repeatable: false;
}, {
  readonly method: "DELETE";
  readonly path: "/v1.0/{project_id}/kms/{key_id}/tags/{key}";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1.0/{project_id}/kms/{resource_instances}/action";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/csms/events";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/csms/events";
  readonly repeatable: false;
}, {
  readonly method: "DELETE";
  readonly path: "/v1/{project_id}/csms/events/{event_name}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/csms/events/{event_name}";
  readonly repeatable: true;
}, {
  readonly method: "PUT";
  readonly path: "/v1/{project_id}/csms/events/{event_name}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/csms/notification-records";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/csms/tags";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/csms/{resource_instances}/action";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/csms/{secret_id}/tags";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/csms/{secret_id}/tags";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/csms/{secret_id}/tags/action";
  readonly repeatable: false;
}, {
  readonly method: "DELETE";
  readonly path: "/v1/{project_id}/csms/{secret_id}/tags/{key}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/secrets";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/secrets";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/secrets/restore";
  readonly repeatable: false;
}, {
  readonly method: "DELETE";
  readonly path: "/v1/{project_id}/secrets/{secret_name}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/secrets/{secret_name}";
  readonly repeatable: true;
}, {
  readonly method: "PUT";
  readonly path: "/v1/{project_id}/secrets/{secret_name}";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/backup";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/rotate";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/scheduled-deleted-tasks/cancel";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/scheduled-deleted-tasks/create";
  readonly repeatable: false;
}, {
  readonly method: "DELETE";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/stages/{stage_name}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/stages/{stage_name}";
  readonly repeatable: true;
}, {
  readonly method: "PUT";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/stages/{stage_name}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/versions";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/versions";
  readonly repeatable: false;
}, {
  readonly method: "GET";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/versions/{version_id}";
  readonly repeatable: true;
}, {
  readonly method: "PUT";
  readonly path: "/v1/{project_id}/secrets/{secret_name}/versions/{version_id}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v2.1/{project_id}/os-keypairs";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v2.1/{project_id}/os-keypairs";
  readonly repeatable: false;
}, {
  readonly method: "DELETE";
  readonly path: "/v2.1/{project_id}/os-keypairs/{keypair_name}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v2.1/{project_id}/os-keypairs/{keypair_name}";
  readonly repeatable: true;
}, {
  readonly method: "PUT";
  readonly path: "/v2.1/{project_id}/os-keypairs/{keypair_name}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v2/{project_id}/os-keypairs";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v2/{project_id}/os-keypairs";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v2/{project_id}/os-keypairs/copy";
  readonly repeatable: false;
}, {
  readonly method: "DELETE";
  readonly path: "/v2/{project_id}/os-keypairs/{keypair_name}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v2/{project_id}/os-keypairs/{keypair_name}";
  readonly repeatable: true;
}, {
  readonly method: "DELETE";
  readonly path: "/v3/{project_id}/failed-tasks";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v3/{project_id}/failed-tasks";
  readonly repeatable: true;
}, {
  readonly method: "DELETE";
  readonly path: "/v3/{project_id}/failed-tasks/{task_id}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v3/{project_id}/keypairs";
  readonly repeatable: true;
}, {
  readonly method: "POST";
  readonly path: "/v3/{project_id}/keypairs";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v3/{project_id}/keypairs/associate";
  readonly repeatable: false;
  readonly task: {
    readonly dialect: "dew-key-pair";
    readonly id: "task_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v3/{project_id}/keypairs/batch-associate";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v3/{project_id}/keypairs/disassociate";
  readonly repeatable: false;
  readonly task: {
    readonly dialect: "dew-key-pair";
    readonly id: "task_id";
  };
}, {
  readonly method: "POST";
  readonly path: "/v3/{project_id}/keypairs/private-key/export";
  readonly repeatable: false;
}, {
  readonly method: "POST";
  readonly path: "/v3/{project_id}/keypairs/private-key/import";
  readonly repeatable: false;
}, {
  readonly method: "DELETE";
  readonly path: "/v3/{project_id}/keypairs/{keypair_name}";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v3/{project_id}/keypairs/{keypair_name}";
  readonly repeatable: true;
}, {
  readonly method: "PUT";
  readonly path: "/v3/{project_id}/keypairs/{keypair_name}";
  readonly repeatable: true;
}, {
  readonly method: "DELETE";
  readonly path: "/v3/{project_id}/keypairs/{keypair_name}/private-key";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v3/{project_id}/running-tasks";
  readonly repeatable: true;
}, {
  readonly method: "GET";
  readonly path: "/v3/{project_id}/tasks/{task_id}";
  readonly repeatable: true;
}];
//#endregion
//#region src/catalogues/dew/statuses.d.ts
declare const statuses: {
  readonly 200: {
    readonly name: "OK";
    readonly kind: "success";
    readonly or: readonly ["delayed"];
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 202: {
    readonly name: "Accept";
    readonly kind: "delayed";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 204: {
    readonly name: "No Content";
    readonly kind: "empty";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 300: {
    readonly name: "multiple choices";
    readonly kind: "choices";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 400: {
    readonly name: "Bad Request";
    readonly kind: "rejected";
    readonly or: readonly ["unavailable"];
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 401: {
    readonly name: "Unauthorized";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 403: {
    readonly name: "Forbidden";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 404: {
    readonly name: "Not Found";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 405: {
    readonly name: "Method Not Allowed";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 406: {
    readonly name: "Not Acceptable";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 407: {
    readonly name: "Proxy Authentication Required";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 408: {
    readonly name: "Request Timeout";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 409: {
    readonly name: "Conflict";
    readonly kind: "rejected";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 429: {
    readonly name: "Too Many Requests";
    readonly kind: "unavailable";
    readonly retry: "throttle";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW Best Practices (dew_06_0028)";
  };
  readonly 500: {
    readonly name: "Internal Server Error";
    readonly kind: "failed";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 501: {
    readonly name: "Not Implemented";
    readonly kind: "failed";
    readonly retry: "never";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 502: {
    readonly name: "Bad Gateway";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 503: {
    readonly name: "Service Unavailable";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
  readonly 504: {
    readonly name: "Gateway Timeout";
    readonly kind: "unavailable";
    readonly retry: "transient";
    readonly meaning: {
      readonly en: string;
      readonly zh: string;
    };
    readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  };
};
/** The type of {@link dew}, short enough for a field: `OutcomeClient<DewCatalogue>`. */
interface DewCatalogue {
  readonly name: "DEW";
  readonly source: "DEW API Reference, Status Codes (dew_02_0301)";
  readonly statuses: typeof statuses;
  readonly codes: typeof dewCodes;
  readonly operations: typeof dewOperations;
  readonly requestId: readonly ["x-request-id"];
  readonly retry: {
    readonly retries: 3;
    readonly attemptTimeoutMs: 8_000;
    readonly source: "DEW Best Practices (dew_06_0028)";
  };
}
/** Huawei Cloud Data Encryption Workshop (DEW): KMS, CSMS, KPS and the gateway in front of them. */
declare const dew: DewCatalogue;
//#endregion
export { type DewCatalogue, dew };