import { a as Meaning } from "../catalogue.cjs";
import { t as DefaultCatalogue } from "../statuses.cjs";

//#region src/catalogues/http/index.d.ts
type CoreStatuses = DefaultCatalogue["statuses"];
/** The type of {@link http}, short enough for a field: `OutcomeClient<HttpCatalogue>`. */
interface HttpCatalogue extends DefaultCatalogue {
  readonly statuses: { readonly [S in keyof CoreStatuses]: CoreStatuses[S] & {
    readonly meaning: Meaning;
  } };
}
/**
* HTTP's own status codes (RFC 9110 and the IANA HTTP Status Code Registry),
* each with its meaning in English and Chinese.
*
* The same rows without the text are built in and are the default, so this is
* only needed where meanings are shown to people:
*
* ```ts
* import { attachOutcomes } from 'axios-outcome';
* import { http } from 'axios-outcome/catalogues/http';
*
* const client = attachOutcomes(instance, { catalogue: http });
* ```
*/
declare const http: HttpCatalogue;
//#endregion
export { HttpCatalogue, http };