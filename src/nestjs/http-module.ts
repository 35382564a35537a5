import { type HttpModuleOptions, HttpService } from '@nestjs/axios';
import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata } from '@nestjs/common';
import { attachOutcomes } from '../axios/attach.js';
import type { OutcomeClient } from '../axios/client.js';
import type { OutcomeOptions } from '../axios/options.js';
import type { Catalogue } from '../semantics/catalogue.js';

/** The axios config of the module's instance, and the options of its outcomes. */
export type OutcomeHttpOptions = HttpModuleOptions & {
  /** The options of `attachOutcomes`. Default: no options. */
  readonly outcomes?: OutcomeOptions<Catalogue>;
};

/** Options that a factory makes from other providers. */
export interface OutcomeHttpAsyncOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly inject?: FactoryProvider['inject'];
  /** The factory. Its arguments are the providers that `inject` names. */
  readonly useFactory: (...injected: never[]) => OutcomeHttpOptions | Promise<OutcomeHttpOptions>;
  readonly global?: boolean;
}

/** Injects the `OutcomeClient` of an {@link OutcomeHttpModule}. */
export const OUTCOME_CLIENT: symbol = Symbol.for('axios-outcome/nestjs client');

/**
 * The `HttpModule` of `@nestjs/axios` with outcomes attached. Its `HttpService` retries by outcomes,
 * and its observables still give an AxiosResponse or an AxiosError. {@link OUTCOME_CLIENT} injects the
 * client, whose methods give outcomes.
 *
 * @throws ConfigurationError for a wrong option of `outcomes`, as `attachOutcomes` does.
 *
 * @example
 * @Module({ imports: [OutcomeHttpModule.register({ baseURL, timeout: 8_000, outcomes: { catalogue: dew } })] })
 * class OrdersModule {}
 *
 * constructor(private readonly http: HttpService, @Inject(OUTCOME_CLIENT) private readonly orders: OutcomeClient<typeof dew>) {}
 */
// biome-ignore lint/complexity/noStaticOnlyClass: a module of Nest is a class.
export class OutcomeHttpModule {
  static register(options: OutcomeHttpOptions = {}): DynamicModule {
    return moduleOf({ useFactory: () => options, ...(options.global ? { global: true } : {}) });
  }

  static registerAsync(options: OutcomeHttpAsyncOptions): DynamicModule {
    return moduleOf(options);
  }
}
Module({})(OutcomeHttpModule);

interface Attached {
  readonly service: HttpService;
  readonly client: OutcomeClient<Catalogue>;
}
const given = Symbol('the options');
const attached = Symbol('an attached HttpService');
/** Nest takes two modules for the same module if their providers look the same. A number tells them apart. */
const moduleNumber = Symbol('the number of the module');
let modules = 0;

function moduleOf({
  imports = [],
  inject = [],
  useFactory,
  global = false,
}: OutcomeHttpAsyncOptions): DynamicModule {
  return {
    module: OutcomeHttpModule,
    global,
    imports,
    providers: [
      { provide: moduleNumber, useValue: ++modules },
      { provide: given, inject, useFactory },
      { provide: attached, inject: [given], useFactory: attach },
      { provide: HttpService, inject: [attached], useFactory: ({ service }: Attached) => service },
      { provide: OUTCOME_CLIENT, inject: [attached], useFactory: ({ client }: Attached) => client },
    ],
    exports: [HttpService, OUTCOME_CLIENT],
  };
}

/** The instance comes from the copy of axios that Nest uses. */
function attach({ outcomes, global: _, ...config }: OutcomeHttpOptions): Attached {
  const service = new HttpService(new HttpService().axiosRef.create(config));
  return { service, client: attachOutcomes(service.axiosRef, outcomes) };
}
