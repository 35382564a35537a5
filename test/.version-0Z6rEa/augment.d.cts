import { o as RequestOutcomeOptions } from "./options.cjs";

//#region src/augment.d.ts
declare module "axios" {
  interface AxiosRequestConfig {
    /** Options of this request alone, where outcomes are attached to its instance. */
    outcome?: RequestOutcomeOptions;
  }
}