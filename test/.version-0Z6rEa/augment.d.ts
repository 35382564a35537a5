import { o as RequestOutcomeOptions } from "./options.js";
//#region src/augment.d.ts
declare module "axios" {
  interface AxiosRequestConfig {
    /** Options of this request alone, where outcomes are attached to its instance. */
    outcome?: RequestOutcomeOptions;
  }
}