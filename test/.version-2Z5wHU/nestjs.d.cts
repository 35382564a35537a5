import { t as Catalogue } from "./catalogue.cjs";
import { r as OutcomeOptions } from "./options.cjs";
import { i as problemResponse, n as ProblemResponse, r as ProblemResponseOptions, t as ProblemDocument } from "./problem-response.cjs";
import { ArgumentsHost, DynamicModule, ExceptionFilter, FactoryProvider, ModuleMetadata } from "@nestjs/common";
import { HttpModuleOptions } from "@nestjs/axios";

//#region src/nestjs/exception-filter.d.ts
/**
* Answers for a failed upstream, on Express and Fastify: of an OutcomeError (what `unwrap` throws), and
* of an AxiosError (what `HttpService` gives). The status, the body and the options are those of
* {@link problemResponse}. The failure is logged as an error, by Nest's logger, in one line without
* credentials.
*
* For HTTP only: what another transport throws is thrown on.
*
* @example
* app.useGlobalFilters(new OutcomeExceptionFilter({ map: notFound }));
*/
declare class OutcomeExceptionFilter implements ExceptionFilter {
  #private;
  constructor(options?: ProblemResponseOptions);
  catch(exception: unknown, host: ArgumentsHost): Promise<void> | undefined;
}
//#endregion
//#region src/nestjs/http-module.d.ts
/** The axios config of an instance of its own, and how outcomes are attached to it. */
type OutcomeHttpOptions = HttpModuleOptions & {
  /** The options of `attachOutcomes`. Default: its own. */readonly outcomes?: OutcomeOptions<Catalogue>;
};
/** Options that are made once other providers are there. */
interface OutcomeHttpAsyncOptions extends Pick<ModuleMetadata, "imports"> {
  readonly inject?: FactoryProvider["inject"];
  /** Gets what `inject` names. */
  readonly useFactory: (...injected: any[]) => OutcomeHttpOptions | Promise<OutcomeHttpOptions>;
  readonly global?: boolean;
}
/** Injects the `OutcomeClient` of an {@link OutcomeHttpModule}. */
declare const OUTCOME_CLIENT: symbol;
/**
* `HttpModule` of `@nestjs/axios`, whose `HttpService` retries by outcomes: its observables go on
* giving an AxiosResponse or an AxiosError. {@link OUTCOME_CLIENT} injects the client, whose methods
* give outcomes.
*
* @throws ConfigurationError for a wrong option of `outcomes`, as `attachOutcomes` does.
*
* @example
* @Module({ imports: [OutcomeHttpModule.register({ baseURL, timeout: 8_000, outcomes: { catalogue: dew } })] })
* class OrdersModule {}
*
* constructor(private readonly http: HttpService, @Inject(OUTCOME_CLIENT) private readonly orders: OutcomeClient<typeof dew>) {}
*/
declare class OutcomeHttpModule {
  static register(options?: OutcomeHttpOptions): DynamicModule;
  static registerAsync(options: OutcomeHttpAsyncOptions): DynamicModule;
}
//#endregion
export { OUTCOME_CLIENT, OutcomeExceptionFilter, type OutcomeHttpAsyncOptions, OutcomeHttpModule, type OutcomeHttpOptions, type ProblemDocument, type ProblemResponse, type ProblemResponseOptions, problemResponse };