/** A channel of `node:diagnostics_channel`, as far as it is used here. */
export interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}

/** Where there are no channels, as in a browser. */
const silent: Channel = { hasSubscribers: false, publish() {} };

/**
 * The channel `axios-outcome:NAME`. Node gives its module through the process
 * itself (20.16 and later), so that bundles for browsers have nothing to resolve.
 */
function channel(name: string): Channel {
  const { process } = globalThis;
  // Some bundlers put a `process` of their own into a page.
  const diagnostics = process?.getBuiltinModule?.('node:diagnostics_channel');
  return diagnostics?.channel(`axios-outcome:${name}`) ?? silent;
}

export const attempts: Channel = /* @__PURE__ */ channel('attempt');
export const retries: Channel = /* @__PURE__ */ channel('retry');
export const outcomes: Channel = /* @__PURE__ */ channel('outcome');
export const polls: Channel = /* @__PURE__ */ channel('poll');
