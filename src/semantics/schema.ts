/** What a schema says about a value: its output, or its issues. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** One place where a value does not fit the schema. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** A Standard Schema (standardschema.dev, version 1), as zod, valibot and arktype make them. */
export interface Schema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<unknown> | Promise<SchemaResult<unknown>>;
    readonly types?: { readonly input: unknown; readonly output: unknown } | undefined;
  };
}

/** What a schema's validation returns. */
export type OutputOf<S extends Schema> = NonNullable<S['~standard']['types']>['output'];
