import { t as AnyOutcome } from "./types.cjs";

//#region src/outcome/facts.d.ts
/** What there is in every outcome of every catalogue, whatever its schemas made of the bodies. */
type OutcomeLike = Pick<AnyOutcome, "kind" | "effect" | "request" | "attempts">;
//#endregion
export { OutcomeLike as t };