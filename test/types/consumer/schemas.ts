/** What zod, valibot and arktype make, as far as Standard Schema 1 goes. */
interface StandardSchema<Input, Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: Output; readonly issues?: undefined }
      | { readonly issues: readonly { readonly message: string }[] };
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

export declare const key: StandardSchema<unknown, { id: number }>;
export declare const missing: StandardSchema<unknown, { missing: string }>;
